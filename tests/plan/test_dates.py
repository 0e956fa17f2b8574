"""Dates in words: never narrower than what is known, in the edition's own form."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sitegen.model import Basis, Constraint, Evidence, When
from sitegen.plan.dates import format_short_day, format_span, second_calendar, show_when
from sitegen.plan.edition import make_edition
from sitegen.plan.edtf import show_edtf

SUNDAY = Constraint(Basis.WEEKDAY, Evidence("a", 1, "Minggu", "weekday"), weekday=6)


def when(first, last, *constraints):
    return When("", first, last, is_certain=False, constraints=constraints)


@pytest.mark.parametrize(
    ("language", "known", "text", "iso"),
    [
        ("en", when(date(2024, 7, 22), date(2024, 7, 22)), "22 July 2024", "2024-07-22"),
        ("id", when(date(2024, 7, 22), date(2024, 7, 22)), "22 Juli 2024", "2024-07-22"),
        ("fr", when(date(2024, 7, 1), date(2024, 7, 31)), "juillet 2024", "2024-07"),
        ("en", when(date(2024, 1, 1), date(2024, 12, 31)), "2024", "2024"),
        ("en", when(date(2023, 12, 1), date(2024, 5, 31), SUNDAY), "a Sunday, December 2023 – May 2024", ""),
        ("fr", when(date(2023, 12, 1), date(2024, 5, 31), SUNDAY), "un dimanche, décembre 2023 – mai 2024", ""),
        ("en", when(None, date(2024, 6, 30)), "on or before 30 June 2024", ""),
        ("en", when(date(2023, 11, 1), None), "on or after 1 November 2023", ""),
        ("en", when(None, None), "date not known", ""),
    ],
)
def test_a_date_is_as_narrow_as_its_evidence(language, known, text, iso):
    """A day is a day, a whole month a month; only what HTML can say has a machine form."""
    view = show_when(make_edition(language), known)

    assert (text, iso) == (view.text.replace("\u2009", " "), view.iso)  # CLDR sets thin spaces around a dash


@pytest.mark.parametrize(
    ("language", "span", "short"),
    [
        ("en", "5–22 July 2024", "5 Jul 2024"),
        ("fr", "5–22 juillet 2024", "5 juil. 2024"),
        ("it", "5–22 luglio 2024", "5 lug 2024"),
        ("ru", "5–22 июля 2024 г.", "5 июл. 2024 г."),
        ("vi", "5 – 22 tháng 7 năm 2024", "5 tháng 7 năm 2024"),
        ("ja", "2024年7月5日～22日", "2024年7月5日"),
        ("de", "5.–22. Juli 2024", "5. Juli 2024"),
        ("ar", "5–22 يوليو 2024", "5 يوليو 2024"),
        ("fa", "۵ تا ۲۲ ژوئیه ۲۰۲۴", "۵ ژوئیه ۲۰۲۴"),
    ],
)
def test_dates_are_printed_as_in_the_press(language, span, short):
    """Months in full within a span, and no date in bare numbers."""
    edition = make_edition(language)
    first, last = date(2024, 7, 5), date(2024, 7, 22)

    assert span == re.sub("[\u2009\u202f\u00a0]", " ", format_span(edition, first, last))
    assert short == re.sub("[\u202f\u00a0]", " ", format_short_day(edition, first))


def test_an_event_of_several_days_shows_both_ends():
    """A visit of three days is one span."""
    known = when(date(2025, 5, 25), date(2025, 5, 25))

    assert show_when(make_edition("en"), known, date(2025, 5, 27)).text == "25–27 May 2025"


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2024-07-22", "22 July 2024"),
        ("2024-07", "July 2024"),
        ("2024", "2024"),
        ("2024-13-45", "2024-13-45"),
        ("?", "?"),
    ],
)
def test_edtf_reads_as_words(edtf, text):
    """What is no date stands as it is."""
    assert show_edtf(make_edition("en"), edtf) == text


def test_only_persian_has_a_second_calendar():
    """22 July 2024 is the first of Mordad 1403."""
    assert second_calendar(make_edition("fr"), date(2024, 7, 22)) == ""
