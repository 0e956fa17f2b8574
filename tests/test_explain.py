"""Every decision explains itself: by id, by path and by the address of a page."""

from __future__ import annotations

from io import StringIO

import pytest

from sitegen.errors import NotFoundError
from sitegen.explain import explain
from sitegen.explain.note import Note, Table, as_lines
from sitegen.model import Library
from sitegen.note_tree import as_tree
from tests.corrections.corpus import CALL, LATER, NEWCOMER, read


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    """The articles with one corrected date."""
    folder = tmp_path_factory.mktemp("explain")
    return read(folder, f'[[date]]\nevent = "{CALL}"\ndate = "2024-08-04"\nwhy = "the office said so"\n')


def text_of(library: Library, what: str) -> str:
    return "\n".join(as_lines(explain(library, what)))


@pytest.mark.parametrize(
    "name",
    [
        LATER,
        f"https://example.org/repo/en/events/{LATER}.html",
        f"/id/events/{LATER}.json",
        f"public/fr/events/{LATER}.html?x=1#why",
    ],
)
def test_an_event_is_found_by_id_and_by_address(library, name):
    """The id, and every address of its page or data, name the event."""
    assert explain(library, name).text.startswith(f"event {LATER}")


@pytest.mark.parametrize(
    "name", ["en/call.md", "./en/call.md", "content/en/call.md", "en-call", "x/en/articles/en-call.html"]
)
def test_an_article_is_found_by_path_id_and_address(library, name):
    """The path, with or without the content folder, the id and the address name the article."""
    found = next(r.article for r in library.readings.values() if r.article.source == "en/call.md")

    assert explain(library, name.replace("en-call", found.id)).text.startswith(f"article {found.id}")


def test_an_id_from_before_a_correction_leads_on(library):
    """The id that the machine gave still names the event."""
    assert explain(library, CALL).text.startswith("event 2024-08-04-call-ir-kz")


def test_an_event_shows_every_reason_with_its_sum(library):
    """Each pair of reports is a table of reasons, weights and the sum so far, which ends at the score."""
    event = library.events["2024-08-04-call-ir-kz"]
    note = explain(library, event.id)

    pairs = next(n for n in note.notes if n.text.startswith("why these reports are one event"))
    table = pairs.notes[0].table
    assert ("reason", "weight", "sum", "from") == table.head
    assert len(event.comparisons[0].reasons) == len(table.rows)
    assert f"{event.comparisons[0].score:+.2f}" == table.rows[-1][2]


def test_an_event_shows_what_kept_its_neighbours_apart(library):
    """The call of the same two a fortnight later is a near miss, and the veto is named."""
    text = text_of(library, LATER)

    assert "near misses, kept apart" in text
    assert "veto-day" in text


def test_an_event_shows_its_date_people_conflicts_and_corrections(library):
    """Kept and set aside reasons of the date, who names whom, what differs, and which correction had its say."""
    text = text_of(library, "2024-08-04-call-ir-kz")

    assert "set aside, since a correction says otherwise" in text
    assert "kept: a correction says otherwise" in text
    assert "Masoud Pezeshkian" in text
    assert "2 of 2" in text
    assert "line 1, [[date]]: date 2024-08-04" in text


def test_an_article_shows_fields_claims_and_words(library):
    """Where each field was found, the weights of the kinds, and the words that name people and dates."""
    text = text_of(library, "en/newcomer.md")

    assert "Harbour Wire" in text
    assert "kind: call (weights: call" in text
    assert "Olzhas Testbekov → not in the tables, foreign-minister, KZ (principal)" in text
    assert "kept: 2024-10-09" in text
    assert f"event: {NEWCOMER}" in text


def test_a_person_and_a_storyline_explain_themselves(library):
    """Spellings with their place, offices and events; the events of a storyline in order."""
    assert "spellings" in text_of(library, "masoud-pezeshkian")
    assert LATER in text_of(library, "ir-kz")


def test_an_unknown_name_suggests_the_nearest(library):
    """A slip of the pen is answered with what was meant."""
    with pytest.raises(NotFoundError) as caught:
        explain(library, "2024-08-19-call-ir-kx")

    assert LATER in caught.value.hint


def test_plain_lines_align_their_columns():
    """In a pipe a table is columns of text, numbers to the right."""
    note = Note("top", (Note("below"),), Table(("name", "n"), (("a", "1"), ("bcdef", "22")), numbers=(1,)))

    assert ["top", "  name    n", "  a       1", "  bcdef  22", "  below"] == list(as_lines(note))


def test_a_terminal_gets_a_tree_with_all_that_the_lines_say():
    """Brackets in an article's words are text, not markup."""
    from rich.console import Console

    console = Console(width=80, record=True, file=StringIO())
    console.print(as_tree(Note("top", (Note("[bold]x[/] “y”", table=Table(("h",), (("[red]",),))),))))

    text = console.export_text()
    assert all(part in text for part in ("top", "[bold]x[/] “y”", "h", "[red]"))


def test_the_command_is_plain_in_a_pipe(tmp_path, run):
    """`sitegen explain` prints indented lines where it is no terminal."""
    read(tmp_path)

    result = run("explain", "--site", tmp_path, "en/call.md")

    assert 0 == result.exit_code, result.output
    assert "\x1b" not in result.stdout
    assert "\n  fields\n" in result.stdout
