"""Lines that say when a page was published: formats of sixteen languages, calendars, zones, and what is no day."""

from __future__ import annotations

import pytest

from sitegen.ingest.fields.stamp import read_stamp

PUBLISHED = [
    ("ar", "الأربعاء 04/سبتمبر/2024 - 08:51 م", "2024-09-04T20:51"),
    ("ar", "14/أبريل/2024", "2024-04-14"),
    ("ar", "12 ربيع الأول 1447 هـ - 4 سبتمبر 2025 م", "2025-09-04"),
    ("ar", "نشر في: 3 شباط/فبراير 2025", "2025-02-03"),
    ("ar", "١٧ يوليو ٢٠٢٥", "2025-07-17"),
    ("de", "Stand: 15.11.2024 18:47 Uhr", "2024-11-15T18:47"),
    ("de", "Donnerstag, 6. Juni 2024, 21.10 Uhr", "2024-06-06T21:10"),
    ("de", "03.02.25", "2025-02-03"),
    ("en", "Jun 30, 2024 10:25 Asia/Jakarta", "2024-06-30T10:25+07:00"),
    ("en", "Published 14 March 2025 at 09:12 GMT", "2025-03-14T09:12+00:00"),
    ("en", "Wednesday 7 May 2025, 6.32pm", "2025-05-07T18:32"),
    ("en", "May 31st, 2025 12:05 am EDT", "2025-05-31T00:05-04:00"),
    ("en", "Tuesday, 03/06/2025", "2025-06-03"),
    ("en", "Thursday, 03/06/2025", "2025-03-06"),
    ("en", "07/23/2024", "2024-07-23"),
    ("en", "2024-07-23T10:00:00+02:00", "2024-07-23T10:00+02:00"),
    ("es", "13 de marzo de 2025 · 18:30", "2025-03-13T18:30"),
    ("es", "Brasilia - 22 ABR 2025 - 20:14 CEST", "2025-04-22T20:14+02:00"),
    ("fa", "۳۰ فروردین ۱۴۰۴ - ۱۹:۱۲", "2025-04-19T19:12"),
    ("fa", "۱۴۰۳/۱۱/۰۹ - ۱۱:۲۶", "2025-01-28T11:26"),
    ("fr", "Publié le 01/04/2025 à 08h12 - Mis à jour le 01/04/2025 à 09h40", "2025-04-01T08:12"),
    ("fr", "le 1er août 2025", "2025-08-01"),
    ("hi", "सोमवार, 10 जून 2024, 08:55 PM IST", "2024-06-10T20:55+05:30"),
    ("hi", "१० सितंबर २०२५", "2025-09-10"),
    ("id", "Sabtu, 11 Maret 2023 | 07:15 WIB", "2023-03-11T07:15+07:00"),
    ("id", "Minggu, 17 Agu 2025 09:05 WIB", "2025-08-17T09:05+07:00"),
    ("it", "21 aprile 2025 (modifica il 22 aprile 2025 | 15:26)", "2025-04-21"),
    ("ja", "2025年1月12日 午後6時47分", "2025-01-12T18:47"),
    ("ja", "令和7年6月17日", "2025-06-17"),
    ("ja", "２０２５年６月１７日", "2025-06-17"),
    ("ms", "10 Januari 2025, 5:20 petang", "2025-01-10T17:20"),
    ("ms", "29 Julai 2025 @ 10:15 am", "2025-07-29T10:15"),
    ("pt", "Publicado em 24 de julho de 2024, às 17h12 | Atualizado às 18h40", "2024-07-24T17:12"),
    ("ru", "18.08.2025, 19:30", "2025-08-18T19:30"),
    ("ru", "11 октября 2024, 15:27 (мск)", "2024-10-11T15:27+03:00"),
    ("tr", "Giriş: 12.04.2025 22:47", "2025-04-12T22:47"),
    ("tr", "29 Ekim 2024 Salı 14:10", "2024-10-29T14:10"),
    ("vi", "Thứ Hai, 26/05/2025, 17:45 (GMT+7)", "2025-05-26T17:45+07:00"),
    ("vi", "Ngày 15 tháng 4 năm 2025", "2025-04-15"),
    ("zh", "2025-02-19 21:07:44", "2025-02-19T21:07"),
    ("zh", "2025年6月9日 下午3:20", "2025-06-09T15:20"),
]


@pytest.mark.parametrize(("language", "line", "expected"), PUBLISHED, ids=[line for _, line, _ in PUBLISHED])
def test_published(language: str, line: str, expected: str) -> None:
    """The day is the one in the page's own zone; time and zone are kept where they are given."""
    stamp = read_stamp(line, language)

    assert stamp is not None
    assert stamp.published is not None
    assert expected == stamp.published.text
    assert not stamp.is_ambiguous


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("id", "(last modified Sat, 12 Oct 2024 02:11:40 GMT )", "2024-10-12T02:11+00:00"),
        ("fr", "Mis à jour le 9 mai 2025 à 19h05", "2025-05-09T19:05"),
        ("tr", "Son Güncelleme: 8.11.2024  18:05", "2024-11-08T18:05"),
        ("vi", "Cập nhật: 19/05/2025 16:40", "2025-05-19T16:40"),
        ("hi", "Updated Tue, 18 Feb 2025 09:32 PM IST", "2025-02-18T21:32+05:30"),
    ],
)
def test_modified_is_not_published(language: str, line: str, expected: str) -> None:
    """A line of the last change gives no day of publication."""
    stamp = read_stamp(line, language)

    assert stamp is not None
    assert stamp.published is None
    assert stamp.modified is not None
    assert expected == stamp.modified.text


@pytest.mark.parametrize(
    ("language", "line", "weekday"),
    [("id", "Lintas Pagi - Sabtu, 19:40 WIB", 5), ("ru", "Понедельник, 12:15", 0), ("zh", "星期日", 6)],
)
def test_a_weekday_alone_is_no_day(language: str, line: str, weekday: int) -> None:
    """A weekday without a date is kept as a weekday, for whoever can tell which one it was."""
    stamp = read_stamp(line, language)

    assert stamp is not None
    assert stamp.published is None
    assert weekday == stamp.weekday


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("id", "2 jam yang lalu"),
        ("fr", "Mis à jour il y a 14 min"),
        ("en", "3 hours ago"),
        ("ar", "منذ ساعتين"),
        ("ru", "5 минут назад"),
        ("zh", "3小时前"),
        ("ja", "2時間前"),
        ("tr", "10 dakika önce"),
    ],
)
def test_a_span_is_no_day(language: str, line: str) -> None:
    """A span such as "two hours ago" is recognised, and no day is guessed from it."""
    stamp = read_stamp(line, language)

    assert stamp is not None
    assert stamp.is_relative
    assert stamp.published is None


def test_a_numeric_day_that_two_readers_read_differently_is_ambiguous() -> None:
    """03/04/2025 on an English page without weekday and zone is not settled."""
    stamp = read_stamp("03/04/2025", "en")

    assert stamp is not None
    assert stamp.is_ambiguous


@pytest.mark.parametrize("line", ["31/02/2025", "99.99.2025", "2024-13-40", "0/0/2024", "12 345 678 views", "1 2 3 4"])
def test_impossible_days_are_no_days(line: str) -> None:
    """A number that no calendar has is no day."""
    stamp = read_stamp(line, "de")

    assert stamp is None or (stamp.published is None and stamp.modified is None)


@pytest.mark.parametrize(
    ("language", "line", "rest"),
    [
        ("vi", "Nhịp Sông Hồng | Thứ Hai, 26/05/2025, 17:45 (GMT+7)", ("Nhịp Sông Hồng",)),
        ("fr", "Le Fil du Sud — Publié le mercredi 28 mai 2025 à 13h09, mis à jour à 18h22", ("Le Fil du Sud",)),
        ("hi", "प्रभात पथ, नई दिल्ली | सोमवार, 10 जून 2024", ("प्रभात पथ", "नई दिल्ली")),
    ],
)
def test_what_else_stands_in_the_line(language: str, line: str, rest: tuple[str, ...]) -> None:
    """What is no time is given back as it is written: the outlet, the place."""
    stamp = read_stamp(line, language)

    assert stamp is not None
    assert rest == stamp.rest
