"""The points of an event by report, and two reports sentence beside sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sitegen.model import Alignment, Difference, Library, Link, Passage, Point
from sitegen.plan import plan_site
from sitegen.plan.edition import make_edition
from sitegen.plan.library import make_site
from sitegen.plan.links import Links
from sitegen.plan.pages.beside import choose_pairs, gather_links
from sitegen.plan.points import MOST_SHOWN, make_points
from tests.plan.sample import sample_config, sample_library

CALL = "2024-07-22-call-ir-kz"
FRENCH, INDONESIAN = "fil-tokaiev", "warta-tokayev"


def align(pairs: list[tuple[int, int]], *, differs: tuple[int, int] | None = None) -> Library:
    """Return the sample with these sentences of its French and Indonesian reports linked."""
    links, points, told = [], [], set()
    for french, indonesian in pairs:
        one, other = Passage(FRENCH, french), Passage(INDONESIAN, indonesian)
        is_other = differs == (french, indonesian)
        links.append(Link(one, other, 0.9, (), ("figure",) if is_other else ()))
        difference = Difference("figure", (("25", (one,)), ("26", (other,))))
        points.append(
            Point(f"p{len(points) + 1}", (one, other), (FRENCH, INDONESIAN), 2, (difference,) if is_other else ())
        )
        told |= {one, other}
    library = sample_library()
    compared = tuple(Passage(a, s.number) for a in (FRENCH, INDONESIAN) for s in library.readings[a].sentences)
    alone = [p for p in compared if p not in told]
    points += [Point(f"p{n}", (p,), (p.article,), 1, ()) for n, p in enumerate(alone, len(points) + 1)]
    alignment = Alignment(CALL, (FRENCH, INDONESIAN), compared, tuple(points), tuple(links), "vectors")
    return replace(library, alignments={CALL: alignment})


def points_of(library: Library, code: str = "en"):
    site = make_site(library, sample_config())
    return make_points(site, make_edition(code), Links(f"{code}/events/x.html"), library.events[CALL])


def beside(library: Library):
    plan = plan_site(library, sample_config())
    return {page.path: page for page in plan.pages if page.template == "beside.html"}


def test_a_report_says_so_differs_or_is_silent():
    """Each cell of the table says what that report does with that point."""
    view = points_of(align([(1, 1), (2, 3)], differs=(2, 3)))

    assert [["says", "says"], ["differs", "differs"]] == [[cell.state for cell in row.cells] for row in view.rows]
    assert [["25", "26"]] == [
        [v.text for cell in row.cells for v in cell.values] for row in view.rows if row.id == "p2"
    ]


def test_a_point_speaks_the_readers_language_where_a_report_does():
    """The French page shows a point in the French report's words, the English page in those of the first report."""
    library = align([(1, 1)])

    assert ["fr"] == [row.words.lang for row in points_of(library, "fr").rows]
    assert ["id"] == [row.words.lang for row in points_of(library, "id").rows]


def test_what_one_alone_says_names_the_pool():
    """A reader learns how many reports were compared, not that nobody else wrote of it."""
    view = points_of(align([(1, 1)]))

    assert {"alone (reports compared: 2)"} == {lone.pool for lone in view.lone}
    assert all(lone.sentences for lone in view.lone)


def test_a_copy_has_no_column():
    """Counts and columns are of independent texts."""
    library = align([(1, 1)])
    copy = replace(library.readings[INDONESIAN], article=replace(library.readings[INDONESIAN].article, copy_of=FRENCH))

    assert points_of(replace(library, readings={**library.readings, INDONESIAN: copy})) is None


def test_the_rest_is_one_click_away():
    """Ten points stand in the table, the others under a fold."""
    library = align([(1, 1)])
    alignment = library.alignments[CALL]
    many = tuple(replace(alignment.points[0], id=f"p{n}") for n in range(1, MOST_SHOWN + 4))
    view = points_of(replace(library, alignments={CALL: replace(alignment, points=many)}))

    assert (MOST_SHOWN, 3) == (len(view.rows), len(view.more))


def test_two_reports_stand_beside_each_other_from_both_sides():
    """Each is read in its own order, under its own language."""
    pages = beside(align([(1, 1), (2, 3)]))

    assert {
        f"fr/parallel/{FRENCH}/{INDONESIAN}.html",
        f"id/parallel/{INDONESIAN}/{FRENCH}.html",
    } == set(pages)


def test_no_sentence_is_lost():
    """Matched sentences share a row; the others of both reports have one each, and every row an address of its own."""
    library = align([(1, 1), (2, 3)])
    rows = beside(library)[f"id/parallel/{INDONESIAN}/{FRENCH}.html"].view.rows

    assert len({row.id for row in rows}) == len(rows)
    left, right = ([c.href for row in rows for c in side(row)] for side in (lambda r: r.left, lambda r: r.right))
    assert [s.number for s in library.readings[INDONESIAN].sentences] == [
        int(href.rpartition("#s")[2]) for href in left
    ]
    assert {s.number for s in library.readings[FRENCH].sentences} == {int(href.rpartition("#s")[2]) for href in right}
    assert 2 == sum(bool(row.left and row.right) for row in rows)


def test_crossing_links_keep_the_order_of_the_left_report():
    """The right report may tell it in another order."""
    rows = beside(align([(1, 3), (2, 1)]))[f"fr/parallel/{FRENCH}/{INDONESIAN}.html"].view.rows

    left = [int(c.href.rpartition("#s")[2]) for row in rows for c in row.left]
    assert sorted(left) == left


def test_sentences_that_answer_one_share_its_row():
    """Two sentences here that are one there stand together."""
    rows = beside(align([(1, 1), (1, 2)]))[f"id/parallel/{INDONESIAN}/{FRENCH}.html"].view.rows

    assert [(2, 1)] == [(len(row.left), len(row.right)) for row in rows if row.right and row.left]


def test_the_best_counterpart_is_chosen():
    """Of two French reports, the one with more in common; and it is read from the other side as well."""
    library = align([(1, 1), (2, 3)])
    other = replace(library.readings[FRENCH], article=replace(library.readings[FRENCH].article, id="zz"))
    alignment = library.alignments[CALL]
    weak = Link(Passage(INDONESIAN, 1), Passage("zz", 1), 0.6, ())
    both = replace(alignment, articles=(*alignment.articles, "zz"), links=(*alignment.links, weak))
    site = make_site(
        replace(library, readings={**library.readings, "zz": other}, alignments={CALL: both}), sample_config()
    )

    pairs = choose_pairs(site, gather_links(site))

    assert (INDONESIAN, FRENCH) in pairs
    assert (INDONESIAN, "zz") in pairs  # the other side of ("zz", INDONESIAN), so that the switch has where to lead
    assert ("zz", FRENCH) not in pairs


def test_the_page_says_how_it_was_made():
    """A site built without the encoder says so on its page about the method."""
    library = align([(1, 1)])
    bare = replace(library, alignments={CALL: replace(library.alignments[CALL], method="anchors")})

    found = [
        next(p.view.has_encoder for p in plan_site(lib, sample_config()).pages if p.path == "en/about.html")
        for lib in (library, bare)
    ]

    assert [True, False] == found


@pytest.mark.parametrize("edition", ["en", "fr", "id"])
def test_the_event_page_has_the_table(edition):
    """Every edition shows the points of the event."""
    page = next(
        p for p in plan_site(align([(1, 1)]), sample_config()).pages if p.path == f"{edition}/events/{CALL}.html"
    )

    assert page.view.points is not None
    assert re.fullmatch(r"p\d+", page.view.points.rows[0].id)


def test_silence_is_shown_once_in_a_run():
    """The first sentence without a counterpart says so; for those below it only a reader aloud repeats it."""
    rows = beside(align([(1, 1)]))[f"id/parallel/{INDONESIAN}/{FRENCH}.html"].view.rows
    alone = [row for row in rows if not row.right]

    assert len(alone) > 2
    assert [False, *(True for _ in alone[1:])] == [row.repeats for row in alone]
    assert not any(row.repeats for row in rows if row.left and row.right)
