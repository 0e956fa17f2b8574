# ruff: noqa: E501
"""A small folder of articles for the tests of corrections, and what a build makes of it."""

from __future__ import annotations

from pathlib import Path

from sitegen import pipeline
from sitegen.config import read_config
from sitegen.model import Library

ARTICLES = {
    "en/call.md": """\
---
title: Iran and Kazakhstan presidents speak by phone
outlet: Harbour Wire
language: en
date: 2024-08-06
---
Iranian President Masoud Pezeshkian spoke by telephone with Kazakh President Kassym-Jomart Tokayev on Monday, 5 August 2024.

The two leaders discussed the railway along the Caspian Sea and trade in grain.
""",
    "id/telepon.md": """\
---
title: Presiden Iran dan Kazakhstan berbicara lewat telepon
outlet: Kabar Muara
language: id
date: 2024-08-06
---
Senin (5/8/2024), Presiden Iran Masoud Pezeshkian berbicara lewat telepon dengan Kassym-Jomart Tokayev, Presiden Kazakhstan.

Kedua pemimpin membahas jalur kereta di sepanjang Laut Kaspia dan perdagangan gandum.
""",
    "en/later.md": """\
---
title: Pezeshkian and Tokayev talk again
outlet: Harbour Wire
language: en
date: 2024-08-20
---
Iranian President Masoud Pezeshkian spoke by telephone with Kazakh President Kassym-Jomart Tokayev on Monday, 19 August 2024.

They agreed to meet in autumn.
""",
    "en/meeting.md": """\
---
title: Lavrov meets Hakan Fidan in Ankara
outlet: Harbour Wire
language: en
date: 2024-09-04
---
Russian Foreign Minister Sergey Lavrov met his Turkish counterpart Hakan Fidan in Ankara on Tuesday, 3 September 2024.

The ministers spoke about grain from the Black Sea.
""",
    "en/newcomer.md": """\
---
title: Lavrov calls Kazakh foreign minister
outlet: Harbour Wire
language: en
date: 2024-10-10
---
Russian Foreign Minister Sergey Lavrov spoke by telephone with Kazakh Foreign Minister Olzhas Testbekov on Wednesday, 9 October 2024.

The ministers spoke about grain.
""",
}

CALL, LATER = "2024-08-05-call-ir-kz", "2024-08-19-call-ir-kz"
MEETING, NEWCOMER = "2024-09-03-meeting-ru-tr", "2024-10-09-call-kz-ru"


def read(tmp_path: Path, corrections: str = "", published: str = "") -> Library:
    """Return what a build makes of the articles under these corrections."""
    content = tmp_path / "content"
    for name, text in ARTICLES.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name, text in (("corrections.toml", corrections), ("published.toml", published)):
        (content / name).write_text(text, encoding="utf-8")
    return pipeline.read_library(read_config(tmp_path))


def articles_of(library: Library, event: str) -> list[str]:
    """Return the paths of an event's reports."""
    return sorted(library.readings[claim.article].article.source for claim in library.events[event].claims)
