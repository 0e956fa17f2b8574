# ruff: noqa: E501, ISC004
"""A small finished Library, made by hand: eight reports in five languages, six events, one storyline."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from sitegen.config import Config
from sitegen.fold import fold
from sitegen.model import (
    Actor,
    Alignment,
    Article,
    Basis,
    Block,
    BlockKind,
    Claim,
    Comparison,
    Conflict,
    Constraint,
    Difference,
    Dropped,
    Event,
    Evidence,
    Figure,
    Kind,
    Library,
    Office,
    Participant,
    Passage,
    Person,
    Point,
    Quote,
    Reading,
    Reason,
    Related,
    Sentence,
    SetAside,
    Spelling,
    Stamp,
    Stance,
    Storyline,
    Variant,
    Verdict,
    When,
)

BASE_URL = "https://example.org/repo/"


def sample_config(**changes: object) -> Config:
    """Return the configuration of the sample site."""
    given = {"content": Path("content"), "output": Path("public"), "title": "Diplomatic events", "base_url": BASE_URL}
    outlets = {fold("Warta Samudra"): "ID", fold("مدار الخليج"): "AE", fold("نگاه امروز"): "IR"}
    more = {"languages": ("en", "fr", "id"), "publisher": "The sample desk", "outlets": outlets}
    return Config(**{**given, **more, **changes})


def make_reading(
    article_id: str,
    language: str,
    paragraphs: list[str],
    *,
    title: str | None = None,
    outlet: str | None = None,
    day: date | None = None,
    url: str | None = None,
    copy_of: str | None = None,
    dropped: int = 0,
    claims: tuple[Claim, ...] = (),
) -> Reading:
    """Return a reading whose sentences end at a full stop of any script; a paragraph in `#` is a sub-heading."""
    blocks, sentences = [], []
    for text in paragraphs:
        kind = BlockKind.HEADING if text.startswith("# ") else BlockKind.TEXT
        blocks.append(Block(kind, text.removeprefix("# ")))
    for index, block in enumerate(blocks):
        for found in re.finditer(r"\S.*?(?:[.!?。؟](?=\s|$|[^\s\d”»])[”»]?|$)", block.text):
            sentences.append(Sentence(len(sentences) + 1, index, found.start(), found.end(), found.group()))
    article = Article(
        id=article_id,
        source=f"{article_id}.txt",
        entry="",
        language=language,
        title=title,
        standfirst=None,
        outlet=outlet,
        author=None,
        dateline=None,
        published=Stamp(day, day.isoformat()) if day else None,
        modified=None,
        url=url,
        section=None,
        blocks=tuple(blocks),
        captions=(),
        found=(),
        dropped=tuple(Dropped(f"line {n}", "share-buttons" if n % 2 else "read-also") for n in range(dropped)),
        copy_of=copy_of,
    )
    return Reading(article, tuple(sentences), claims)


def make_claim(
    article: str,
    rank: int,
    kind: Kind,
    sentences: tuple[int, ...],
    *,
    countries: tuple[str, ...] = (),
    place: str | None = None,
    stance: Stance = Stance.REPORTED,
    quotes: tuple[Quote, ...] = (),
    figures: tuple[Figure, ...] = (),
    actors: tuple[Actor, ...] = (),
) -> Claim:
    """Return a claim of an article."""
    return Claim(
        id=f"{article}#{rank}",
        article=article,
        kind=kind,
        actors=actors,
        countries=countries,
        constraints=(),
        place=place,
        place_evidence=None,
        stance=stance,
        sentences=sentences,
        evidence=(),
        prominence=1 / rank,
        quotes=quotes,
        figures=figures,
    )


def make_person(
    person_id: str, name: str, country: str, names: dict[str, str], offices: tuple[Office, ...] = (),
    spellings: tuple[Spelling, ...] = (), *, is_known: bool = True, aliases: tuple[str, ...] = (),
) -> Person:  # fmt: skip
    """Return a person."""
    return Person(person_id, name, names, country, offices, spellings, is_known, aliases)


def principal(person: str, country: str, role: str | None, *claims: str) -> Participant:
    """Return a participant who is a principal."""
    return Participant(person, country, None, role, claims, is_principal=True)


def certain(day: date, *constraints: Constraint) -> When:
    """Return a day that nothing contradicts."""
    return When(day.isoformat(), day, day, is_certain=True, constraints=constraints)


def make_event(event_id: str, kind: Kind, when: When, people: tuple[Participant, ...], claims: tuple[Claim, ...],
               **more: object) -> Event:  # fmt: skip
    """Return an event; what is not given is as plain as can be."""
    given: dict[str, object] = {
        "end": None,
        "countries": tuple(sorted({p.country for p in people if p.country})),
        "bodies": (),
        "place": None,
        "stance": Stance.REPORTED,
        "conflicts": (),
        "comparisons": (),
        "related": (),
        "texts": len({claim.article for claim in claims}),
        "storylines": (),
    }
    return Event(id=event_id, kind=kind, when=when, participants=people, claims=claims, **{**given, **more})


def sample_library() -> Library:
    """Return the sample library."""
    readings = {reading.article.id: reading for reading in _readings()}
    events = {event.id: event for event in _events()}
    storylines = {
        "ir-ru": Storyline(
            "ir-ru", ("IR", "RU"), None, ("2024-06-29-call-ir-ru", "2025-05-06-call-ir-ru"),
            ("ali-bagheri-kani", "masoud-pezeshkian", "sergei-lavrov", "vladimir-putin"),
        ),
    }  # fmt: skip
    people = {person.id: person for person in _people()}
    return Library(readings, people, events, storylines, {_CALL: _alignment()}, ())


_CALL = "2024-07-22-call-ir-kz"


def _alignment() -> Alignment:
    french, indonesian = "fil-tokaiev", "warta-tokayev"
    both = Point("p1", (Passage(french, 1), Passage(indonesian, 1)), (french, indonesian), 2, ())
    votes = Point(
        "p2", (Passage(french, 2), Passage(indonesian, 3)), (french, indonesian), 2,
        (Difference("figure", (("25", (Passage(french, 2),)), ("-", (Passage(indonesian, 3),)))),),
    )  # fmt: skip
    compared = tuple(
        Passage(key, number) for key, last in ((french, 3), (indonesian, 6)) for number in range(1, last + 1)
    )
    alone = Point("p3", (Passage(indonesian, 4),), (indonesian,), 1, ())
    return Alignment(_CALL, (french, indonesian), compared, (both, votes, alone), (), "anchors")


def _people() -> tuple[Person, ...]:
    masoud = {
        "fr": "Massoud Pezeshkian",
        "id": "Masoud Pezeshkian",
        "fa": "مسعود پزشکیان",
        "ar": "مسعود بزشكيان",
        "zh": "佩泽希齐扬",
    }
    tokayev = {
        "fr": "Kassym-Jomart Tokaïev",
        "id": "Kassym-Jomart Tokayev",
        "ru": "Касым-Жомарт Токаев",
        "zh": "托卡耶夫",
    }
    return (
        make_person(
            "masoud-pezeshkian", "Masoud Pezeshkian", "IR", masoud,
            (Office("president-elect", "IR", date(2024, 7, 6), date(2024, 7, 28)), Office("president", "IR", date(2024, 7, 28), None)),
            (Spelling("Masoud Pezeshkian", "id", "warta-tokayev", 1), Spelling("Massoud Pezeshkian", "fr", "fil-tokaiev", 1)),
        ),
        make_person(
            "kassym-jomart-tokayev", "Kassym-Jomart Tokayev", "KZ", tokayev,
            (Office("president", "KZ", date(2019, 3, 20), None),),
            (Spelling("Kassym-Jomart Tokayev", "id", "warta-tokayev", 1), Spelling("Kassym-Jomart Tokaïev", "fr", "fil-tokaiev", 1)),
        ),
        make_person("fumio-kishida", "Fumio Kishida", "JP", {"zh": "岸田文雄", "ja": "岸田文雄"}),
        make_person(
            "vladimir-putin", "Vladimir Putin", "RU", {"fr": "Vladimir Poutine", "fa": "ولادیمیر پوتین", "ru": "Владимир Путин"},
            (Office("president", "RU", date(2012, 5, 7), None),), (Spelling("پوتین", "fa", "negah-putin", 1),), aliases=("普京", "Poutine", "Putin", "پوتین", "Владимир Путин"),
        ),
        make_person("sergei-lavrov", "Sergey Lavrov", "RU", {"fr": "Sergueï Lavrov"}, (Office("foreign-minister", "RU", date(2004, 3, 9), None),)),
        make_person("ali-bagheri-kani", "Ali Bagheri Kani", "IR", {"fr": "Ali Bagheri Kani"}, is_known=False),
        make_person("emmanuel-macron", "Emmanuel Macron", "FR", {}, (Office("president", "FR", date(2017, 5, 14), None),)),
    )  # fmt: skip


def _readings() -> tuple[Reading, ...]:
    return (
        make_reading(
            "warta-tokayev",
            "id",
            [
                "Pada hari Senin Presiden terpilih Iran Masoud Pezeshkian menelepon Kassym-Jomart Tokayev, Presiden "
                "Kazakhstan. Keduanya menyinggung situasi di Gaza.",
                "Kazakhstan termasuk di antara 143 negara yang mendukung resolusi Majelis Umum PBB; 9 menolak.",
                "“Hubungan dengan Kazakhstan adalah prioritas bagi kami,” kata Pezeshkian.",
                "# Percakapan dengan Tokyo",
                "Juga pada hari Senin, ia berbicara selama 20 menit dengan Perdana Menteri Jepang Fumio Kishida.",
            ],
            title="Pezeshkian dan Tokayev Bahas Gaza lewat Telepon",
            outlet="Warta Samudra",
            url="https://warta-samudra.example/dunia/pezeshkian-tokayev",
            dropped=7,
            claims=_claims_of("warta-tokayev"),
        ),
        make_reading(
            "fil-tokaiev",
            "fr",
            [
                "Le président élu iranien Massoud Pezeshkian s’est entretenu lundi par téléphone avec le président "
                "kazakh Kassym-Jomart Tokaïev. La résolution avait recueilli 143 voix pour, 9 contre et 25 abstentions.",
                "Toujours lundi 22 mai, M. Pezeshkian a échangé avec le Premier ministre japonais Fumio Kishida.",
            ],
            outlet="Le Fil du Levant",
            claims=_claims_of("fil-tokaiev"),
        ),
        make_reading(
            "envoy-macron",
            "en",
            [
                "French President Emmanuel Macron arrives in Hanoi on 25 May 2025 for a three-day visit.",
                "Officials expect contracts worth nine billion euros.",
            ],
            title="Macron begins three-day visit to Vietnam",
            outlet="The Weekly Envoy",
            day=date(2025, 5, 25),
            url="https://weekly-envoy.example/macron-vietnam",
            claims=_claims_of("envoy-macron"),
        ),
        make_reading(
            "negah-putin",
            "fa",
            ["رئیس‌جمهور ایران روز سه‌شنبه با ولادیمیر پوتین تلفنی گفت‌وگو کرد. دو طرف درباره مذاکرات هسته‌ای سخن گفتند."],
            title="گفت‌وگوی تلفنی پزشکیان و پوتین",
            outlet="نگاه امروز",
            day=date(2025, 5, 7),
            claims=_claims_of("negah-putin"),
        ),
        make_reading(
            "madar-putin",
            "ar",
            ["أجرى الرئيس الإيراني مسعود بزشكيان اتصالا هاتفيا مع نظيره الروسي فلاديمير بوتين يوم الثلاثاء 6 مايو 2025."],
            title="اتصال هاتفي بين بزشكيان وبوتين",
            outlet="مدار الخليج",
            day=date(2025, 5, 6),
            claims=_claims_of("madar-putin"),
        ),
        make_reading(
            "huanyu-putin",
            "zh",
            ["伊朗总统佩泽希齐扬六日与俄罗斯总统普京通电话。双方讨论了核谈判。"],
            title="佩泽希齐扬与普京通电话",
            outlet="寰宇视讯",
            day=date(2025, 5, 7),
            copy_of=None,
            claims=_claims_of("huanyu-putin"),
        ),
        make_reading(
            "bagheri-lavrov",
            "id",
            ["Penjabat Menteri Luar Negeri Iran Ali Bagheri Kani dan Sergey Lavrov membahas kerja sama lewat telepon."],
            title="Teheran dan Moskow Tekankan Kerja Sama",
            outlet="Warta Samudra",
            day=date(2024, 6, 30),
            claims=_claims_of("bagheri-lavrov"),
        ),
        make_reading(
            "undated-letter",
            "en",
            ["President Putin sent a letter to President Tokayev.", "=cmd() is how this paragraph begins."],
            title="=HYPERLINK(\"x\") A letter from Moscow <script>alert(1)</script>",
            outlet="The Lantern Post",
            claims=_claims_of("undated-letter"),
        ),
        make_reading("opinion", "en", ["A phone is not an institution."], title="A phone is not an institution"),
    )  # fmt: skip


def _claims_of(article: str) -> tuple[Claim, ...]:
    return tuple(claim for event in _events() for claim in event.claims if claim.article == article)


def _events() -> tuple[Event, ...]:
    return (_bagheri_lavrov(), _kishida_call(), _tokayev_call(), _putin_call(), _macron_visit(), _letter())


def _tokayev_call() -> Event:
    figure = Figure("143", "143 negara", Evidence("warta-tokayev", 3, "143 negara", "number"))
    quote = Quote(
        "Hubungan dengan Kazakhstan adalah prioritas bagi kami,", "masoud-pezeshkian",
        Evidence("warta-tokayev", 4, "“Hubungan …”", "quotes"),
    )  # fmt: skip
    claims = (
        make_claim("fil-tokaiev", 1, Kind.CALL, (1, 2), countries=("IR", "KZ")),
        make_claim("warta-tokayev", 1, Kind.CALL, (1, 2), countries=("IR", "KZ"), quotes=(quote,), figures=(figure,)),
    )
    both = tuple(claim.id for claim in claims)
    return make_event(
        "2024-07-22-call-ir-kz",
        Kind.CALL,
        _july_monday(),
        (principal("masoud-pezeshkian", "IR", "president-elect", *both), principal("kassym-jomart-tokayev", "KZ", "president", *both)),
        claims,
        conflicts=(Conflict("date", (Variant("2024-07-22", (both[1],)), Variant("2024-05-22", (both[0],))), "term"),),
        comparisons=(
            Comparison(both[0], both[1], 6.2, Verdict.SAME, (Reason("same-people", 4.0, ""), Reason("same-kind", 2.2, ""))),
        ),
    )  # fmt: skip


def _july_monday() -> When:
    weekday = Constraint(Basis.WEEKDAY, Evidence("warta-tokayev", 1, "pada hari Senin", "weekday"), weekday=0)
    term = Constraint(
        Basis.TERM, Evidence("fil-tokaiev", 1, "président élu iranien", "term"), date(2024, 7, 6), date(2024, 7, 28)
    )
    may = Constraint(Basis.PARTIAL, Evidence("fil-tokaiev", 3, "lundi 22 mai", "day-month"), month=5, day=22)
    day = date(2024, 7, 22)
    return When(
        "2024-07-22", day, day, is_certain=False, constraints=(weekday, term), set_aside=(SetAside(may, "term"),)
    )


def _kishida_call() -> Event:
    claims = (
        make_claim("fil-tokaiev", 2, Kind.CALL, (3,), countries=("IR", "JP")),
        make_claim("warta-tokayev", 2, Kind.CALL, (6,), countries=("IR", "JP")),
    )
    both = tuple(claim.id for claim in claims)
    return make_event(
        "2024-07-22-call-ir-jp", Kind.CALL, _july_monday(),
        (principal("masoud-pezeshkian", "IR", "president-elect", *both), principal("fumio-kishida", "JP", "prime-minister", *both)),
        claims,
    )  # fmt: skip


def _putin_call() -> Event:
    names = ("huanyu-putin", "madar-putin", "negah-putin")
    claims = tuple(make_claim(name, 1, Kind.CALL, (1,), countries=("IR", "RU")) for name in names)
    ids = tuple(claim.id for claim in claims)
    explicit = Constraint(
        Basis.EXPLICIT, Evidence("madar-putin", 1, "الثلاثاء 6 مايو 2025", "day"), date(2025, 5, 6), date(2025, 5, 6)
    )
    return make_event(
        "2025-05-06-call-ir-ru", Kind.CALL, certain(date(2025, 5, 6), explicit),
        (principal("masoud-pezeshkian", "IR", "president", *ids), principal("vladimir-putin", "RU", "president", *ids)),
        claims, storylines=("ir-ru",), texts=2,
    )  # fmt: skip


def _bagheri_lavrov() -> Event:
    claim = make_claim("bagheri-lavrov", 1, Kind.CALL, (1,), countries=("IR", "RU"))
    latest = Constraint(
        Basis.PUBLISHED, Evidence("bagheri-lavrov", 0, "30 Jun 2024", "published"), latest=date(2024, 6, 30)
    )
    when = When("2024-06-24/2024-06-30", date(2024, 6, 24), date(2024, 6, 30), is_certain=False, constraints=(latest,))
    return make_event(
        "2024-06-29-call-ir-ru", Kind.CALL, when,
        (principal("ali-bagheri-kani", "IR", "acting-foreign-minister", claim.id), principal("sergei-lavrov", "RU", "foreign-minister", claim.id)),
        (claim,), storylines=("ir-ru",),
    )  # fmt: skip


def _macron_visit() -> Event:
    figure = Figure("9000000000", "nine billion euros", Evidence("envoy-macron", 2, "nine billion euros", "number"))
    claim = make_claim(
        "envoy-macron",
        1,
        Kind.VISIT,
        (1,),
        countries=("FR", "VN"),
        place="hanoi",
        stance=Stance.ANNOUNCED,
        figures=(figure,),
    )
    return make_event(
        "2025-05-25-visit-fr-vn", Kind.VISIT, certain(date(2025, 5, 25)), (principal("emmanuel-macron", "FR", "president", claim.id),),
        (claim,), end=date(2025, 5, 27), countries=("FR", "VN"), place="hanoi", stance=Stance.ANNOUNCED,
    )  # fmt: skip


def _letter() -> Event:
    claim = make_claim("undated-letter", 1, Kind.MESSAGE, (1,), countries=("KZ", "RU"))
    return make_event(
        "undated-message-kz-ru", Kind.MESSAGE, When("", None, None, is_certain=False),
        (principal("vladimir-putin", "RU", "president", claim.id), principal("kassym-jomart-tokayev", "KZ", "president", claim.id)),
        (claim,), related=(Related("2024-07-22-call-ir-kz", (Reason("other-kind", -2.0, ""),)),),
    )  # fmt: skip
