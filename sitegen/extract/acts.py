"""What a headline says that a government did by word alone: it recognised a state, broke off relations."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.extract.cast import Cast
from sitegen.extract.frames import Frame, Side
from sitegen.extract.statements import MOST_DOERS, addressed, doers_of, find_move, find_statement, foreign, spokesman
from sitegen.extract.weigh import DOUBT, Candidate, speaks
from sitegen.model import Kind


def find_act(segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """Return what a headline says of nothing else than that a government did it by word alone, or None.

    `Russia recognises the Taliban`: whom its ambassador met, further down, is where he handed over the note.
    """
    titles = [f for f in segment if f.number == 0 and _is_act(f)]
    lead = [f for f in segment if f.number > 0 and f.paragraph <= 1]
    told = [f for f in lead if f.scan.has("move") or f.kinds.get(Kind.STATEMENT) or any(t.is_day for t in f.times)]
    is_done = any(f.kinds.get(Kind.SIGNING) or (speaks(f) and _are_two(f) and f is lead[0]) for f in lead)
    if not titles or not told or is_done:
        return None
    doers = _who_acts(titles[0])
    if not doers or not foreign([*titles, *lead], doers[0]):
        return find_statement(segment, cast) or find_move(segment, cast)
    about = addressed(doers[-1], [*titles, *lead])
    named = [spokesman(s, segment, cast) or s for s in doers]
    sides = (*named, about) if about and about.party not in {s.party for s in doers} else tuple(named)
    act = Candidate(sides, (*titles, *told), {Kind.STATEMENT: 1.0}, 1.0)
    return act if len(doers) > 1 else find_statement(segment, cast) or act


def _who_acts(title: Frame) -> list[Side]:
    """The governments that a headline names before its act, or begins with the capital of: `Moscow recognises …`.

    Where the verb comes last, so does whom it is done to, right before it.
    """
    acting = list({s.party: s for s in doers_of(title) or title.parties[:1]}.values())
    is_told_first = len(acting) > 1 and {s.party for s in title.parties} == {s.party for s in acting}
    return acting[:-1] if is_told_first else acting[:MOST_DOERS]


def _are_two(frame: Frame) -> bool:
    """Whether a sentence names people of two countries, who may have met."""
    return len({s.party for s in frame.people}) > 1


def _is_act(title: Frame) -> bool:
    """Whether a headline begins with such an act: with `Honduras and China establish ties` it does not."""
    first = min(title.scan.hits("move"), key=lambda h: h.first, default=None)
    return (
        first is not None
        and first.entry.value == "acts"
        and not (_are_two(title) or speaks(title) or title.stances & DOUBT)
    )
