"""Saved pages: whole pages in the templates that news sites use, each with what must come out of it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from sitegen.ingest.encoding import decode
from sitegen.ingest.page.parse import MAX_PAGE
from sitegen.ingest.read_html import read_html
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import BlockKind, RawArticle, Source

CASES = Path(__file__).parent.parent / "cases" / "html"
PAGES = sorted(CASES.glob("*.html"))
FIELDS = (
    "title",
    "outlet",
    "author",
    "published",
    "published-text",
    "modified",
    "language",
    "url",
    "section",
    "dateline",
)

TEXT = "The two ministers met in Geneva on Monday and agreed to hold a second round of talks in the spring. "


def read(page: str) -> RawArticle:
    (article,) = read_html(Source("page.html", page.encode()), page)
    return article


def first_fields(article: RawArticle) -> dict[str, str]:
    """The value that counts of each field: the first."""
    return {name: found.value for name in FIELDS for found in reversed(article.fields) if found.name == name}


def texts(article: RawArticle) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


def as_json(article: RawArticle) -> dict:
    return {
        "fields": first_fields(article),
        "blocks": [f"{block.kind}: {block.text}" for block in article.blocks],
        "dropped": [f"{dropped.rule}: {dropped.text}" for dropped in article.dropped],
        "problems": [problem.message for problem in article.problems],
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_gives_what_its_reader_sees(page: Path, *, is_update: bool) -> None:
    """Fields, blocks and leftovers of a whole page; --update-golden writes them anew: look at the diff."""
    data = page.read_bytes()
    (article,) = read_html(Source(page.name, data), decode(data).text)
    found = as_json(article)
    golden = page.with_suffix(".json")
    if is_update:
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(golden.read_text(encoding="utf-8")) == found


def test_the_pages_are_of_many_languages() -> None:
    """A template says nothing about another language's words."""
    assert len({page.stem.split("-")[0] for page in PAGES}) >= 12


# ---------------------------------------------------------------- the phenomena, one by one


@pytest.mark.parametrize(
    ("title", "headline", "outlet"),
    [
        ("A ministers' meeting in Geneva - The Quay", "A ministers' meeting in Geneva", "The Quay"),
        ("A ministers' meeting in Geneva | World | The Quay", "A ministers' meeting in Geneva", "The Quay"),
        ("The Quay :: A ministers' meeting in Geneva", "A ministers' meeting in Geneva", "The Quay"),
        ("The Quay » A ministers' meeting in Geneva", "A ministers' meeting in Geneva", "The Quay"),
        ("两国外长日内瓦会晤_国际_江岸网", "两国外长日内瓦会晤", "江岸网"),
        ("两国外长日内瓦会晤--国际--江岸网", "两国外长日内瓦会晤", "江岸网"),
        ("両外相がジュネーブで会談｜川岸新聞", "両外相がジュネーブで会談", "川岸新聞"),
        ("Treffen – ein Anfang – Die Mole", "Treffen – ein Anfang", "Die Mole"),
        ("Встреча министров / Причал", "Встреча министров", "Причал"),
        ("Rencontre de Genève : un début · Le Quai", "Rencontre de Genève : un début", "Le Quai"),
    ],
)
def test_the_title_names_the_outlet(title: str, headline: str, outlet: str) -> None:
    """What is left of the page's title beside the headline; the outer end where a section stands between."""
    page = f"<html><head><title>{title}</title></head><body><h1>{headline}</h1><p>{TEXT}</p><p>{TEXT}</p></body></html>"
    fields = first_fields(read(page))
    assert (fields["title"], fields["outlet"]) == (headline, outlet)


def test_a_title_that_is_the_outlet_is_no_headline() -> None:
    """The heading over the text is the headline, where the title of the page names the outlet alone."""
    page = (
        "<title>The Quay</title><div class='logo'>The Quay</div><h3>Ministers meet in Geneva</h3>"
        f"<p>{TEXT}</p><h3>Water</h3><p>{TEXT}</p><footer>© The Quay</footer>"
    )
    assert first_fields(read(page))["title"] == "Ministers meet in Geneva"
    assert "title" not in first_fields(read(page.replace("<h3>Ministers meet in Geneva</h3>", "")))


def test_an_article_in_containers_of_several_kinds_is_whole() -> None:
    """Inside one `article` the parts belong together; prose under links after it does not."""
    page = (
        f"<article><h1>Ministers meet in Geneva</h1><div class='a'><p>First. {TEXT}</p></div><section><p>{TEXT}</p>"
        f"<p>{TEXT}</p></section><div class='z'><p>Last. {TEXT}</p></div></article>"
        f"<div><a href='/x'>Other</a><p>Other. {TEXT}</p></div>"
    )
    found = texts(read(page))
    assert (found[0][:6], found[-1][:5], len(found)) == ("First.", "Last.", 4)


@pytest.mark.parametrize(
    "body",
    [
        '<div class="logo"><a href="/">The Quay</a></div><h1>Ministers meet in Geneva</h1>',
        '<div id="site-branding"><a href="/"><img alt="The Quay"></a></div><h1>Ministers meet in Geneva</h1>',
        '<h1><a href="/">The Quay</a></h1><h2 class="entry-title">Ministers meet in Geneva</h2>',
        "<h1>Ministers meet in Geneva</h1><!--body--><footer>© 2024 The Quay. All rights reserved.</footer>",
        "<h1>Ministers meet in Geneva</h1><!--body--><div>Copyright (c) 2019-2024 The Quay | Imprint</div>",
    ],
)
def test_the_masthead_and_the_copyright_line_name_the_outlet(body: str) -> None:
    """Where nothing declares it and the title is the headline alone."""
    head, tail = body.split("<!--body-->") if "<!--body-->" in body else (body, "")
    page = f"<title>Ministers meet in Geneva</title><body>{head}<div><p>{TEXT}</p><p>{TEXT}</p></div>{tail}</body>"
    fields = first_fields(read(page))
    assert (fields["title"], fields["outlet"]) == ("Ministers meet in Geneva", "The Quay")


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('{"@type":"NewsArticle","headline":"H one","datePublished":"2024-07-22"}', ("H one", "2024-07-22")),
        (
            '[{"@type":"Organization"},{"@type":["Article"],"headline":"H one","datePublished":"2024-07-22"}]',
            ("H one", "2024-07-22"),
        ),
        (
            '{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"H one","datePublished":"2024-07-22"}]}',
            ("H one", "2024-07-22"),
        ),
        ('<!-- {"@type":"NewsArticle","headline":"H one","datePublished":"2024-07-22",} -->', ("H one", "2024-07-22")),
        (
            '{"@type":"NewsArticle","headline":"H &quot;one&quot;","datePublished":"2024-07-22"}',
            ('H "one"', "2024-07-22"),
        ),
        ('{"@type":"NewsArticle","headline":"H one", oops "datePublished": "2024-07-22"', ("H one", "2024-07-22")),
        ('{"@type":"NewsArticle","headline":"H\none","datePublished":"2024-07-22"}', ("H one", "2024-07-22")),
        (
            '{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"H one","datePublished":"2024-07-22"}}',
            ("H one", "2024-07-22"),
        ),
    ],
    ids=["object", "list", "graph", "comment and comma", "entities", "broken", "line end in a string", "nested"],
)
def test_json_ld_is_read_in_every_form(script: str, expected: tuple[str, str]) -> None:
    """Lists, graphs, and JSON that no parser takes."""
    page = f'<script type="application/ld+json">{script}</script><body><p>{TEXT}</p><p>{TEXT}</p></body>'
    fields = first_fields(read(page))
    assert (fields["title"], fields["published"]) == expected


def test_references_inside_json_ld_are_followed() -> None:
    """Publishing systems name author and publisher by id."""
    script = (
        '{"@graph":[{"@type":"Article","headline":"H","author":{"@id":"#a"},"publisher":{"@id":"#o"}},'
        '{"@type":"Person","@id":"#a","name":"Ada Wren"},{"@type":"Organization","@id":"#o","name":"The Quay"}]}'
    )
    fields = first_fields(read(f'<script type="application/ld+json">{script}</script><p>{TEXT}</p><p>{TEXT}</p>'))
    assert (fields["author"], fields["outlet"]) == ("Ada Wren", "The Quay")


def test_a_time_in_the_pages_own_zone_comes_before_the_same_in_utc() -> None:
    """Readers saw the 23rd: the day is the page's, not Greenwich's."""
    page = (
        '<meta property="article:published_time" content="2024-07-22T18:30:00Z"><body><h1>Ministers meet in Geneva</h1>'
        f'<time datetime="2024-07-23T01:30:00+07:00">23 July</time><p>{TEXT}</p><p>{TEXT}</p></body>'
    )
    assert first_fields(read(page))["published"] == "2024-07-23T01:30:00+07:00"


@pytest.mark.parametrize(
    "line",
    [
        "Giriş: 12.04.2025 22:47", "2023年03月10日 22:15", "۳۰ فروردین ۱۴۰۴ - ۱۹:۱۲", "Kamis, 05 Jun 2025 23:14 WIB",
        "Publié le 26 mai 2025 à 14h32", "الإثنين 02 سبتمبر 2024", "सोमवार, 19 अगस्त 2024", "9/4/2024, 15:20 (GMT+7)",
    ],
)  # fmt: skip
def test_a_visible_date_is_passed_on_as_it_stands(line: str) -> None:
    """In any script and calendar: a field for the reader of dates, and no paragraph."""
    article = read(f"<body><h1>Ministers meet in Geneva</h1><div>{line}</div><p>{TEXT}</p><p>{TEXT}</p></body>")
    assert first_fields(article)["published-text"] == line
    assert line not in texts(article)


def test_the_date_of_today_in_the_masthead_is_no_date_of_the_article() -> None:
    """A page saved later shows the day of saving at its top."""
    page = (
        '<body><div class="wrap"><div class="top-bar">Wednesday 31 December 2025</div>'
        '<ul class="menu"><li>World</li></ul>'
        f"<div><h1>Ministers meet in Geneva</h1><p>{TEXT}</p><p>{TEXT}</p></div></div></body>"
    )
    assert "published-text" not in first_fields(read(page))


def test_the_day_in_the_address_is_the_last_resort() -> None:
    """Where the page shows none."""
    page = f'<link rel="canonical" href="https://quay.example/world/2024/07/22/geneva"><p>{TEXT}</p><p>{TEXT}</p>'
    assert first_fields(read(page))["published"] == "2024-07-22"


def test_blocks_keep_their_kind() -> None:
    """Standfirst, sub-heading by tag and by bold type, quotation, list, caption."""
    page = (
        '<h1>Ministers meet in Geneva</h1><p class="standfirst">Talks resume after a pause of six years.</p>'
        f'<figure><img src="a"><figcaption>The room.</figcaption></figure><p>{TEXT}</p><h2>Water</h2><p>{TEXT}</p>'
        f"<p><b>Fish</b></p><p>{TEXT}</p><blockquote>We are not done.</blockquote>"
        f"<ul><li>A round in spring</li></ul><p>{TEXT}</p>"
    )
    assert [block.kind.value for block in read(page).blocks] == [
        "standfirst", "caption", "text", "heading", "text", "heading", "text", "quote", "text", "text",
    ]  # fmt: skip


def test_breaks_part_paragraphs_only_where_one_ends() -> None:
    """Two breaks always, one after a full stop or a heading, none inside a sentence."""
    body = f"{TEXT}<br>{TEXT}<br><br><b>Fish</b><br>{TEXT}and then<br>they left."
    page = f"<h1>Ministers meet in Geneva</h1><div>{body}</div>"
    assert texts(read(page)) == [TEXT.strip(), TEXT.strip(), "Fish", f"{TEXT}and then they left."]


def test_white_space_is_what_a_browser_shows() -> None:
    """Soft hyphens and line ends between Chinese characters are nothing; ZWNJ and no-break spaces stay."""
    page = (
        "<p>"
        + "首相は月曜日、外相と\n   会談し、両国の協力について意見を交わした。" * 3
        + "</p><p>Minis\u00adters   met\n in Geneva\u00a0: می\u200cگوید. "
        + TEXT
        + "</p>"
    )
    first, second = texts(read(page))
    assert "外相と会談し" in first
    assert second.startswith("Ministers met in Geneva\u00a0: می\u200cگوید. The")


def test_layouts_that_call_themselves_noise_are_kept() -> None:
    """What holds most of the page's prose is the page, whatever its class says."""
    body = f"<h1>Ministers meet</h1><p>{TEXT}</p><p>{TEXT}</p>"
    page = f'<body class="has-cookie-banner"><div class="with-sidebar share-enabled related">{body}</div></body>'
    assert texts(read(page)) == [TEXT.strip()] * 2


@pytest.mark.parametrize("mark", ['class="subscribers-only"', 'style="display: none"', 'class="ad-free"'])
def test_paragraphs_in_a_box_for_a_sentence_are_kept(mark: str) -> None:
    """The half of an article behind a click or for subscribers, if it is there, is read."""
    half = f"<p>{TEXT}</p>" * 8
    page = f"<h1>Ministers meet in Geneva</h1><div>{half}{half}<div {mark}>{half}</div></div>"
    assert len(texts(read(page))) == 24


def test_a_sentence_with_a_link_is_no_teaser() -> None:
    """A paragraph that is a link without a full stop is; both are told apart by what surrounds the link."""
    page = (
        f'<h1>Ministers meet in Geneva</h1><p>{TEXT}</p><p>They had met <a href="/x">in Oslo in January</a> before.</p>'
        f'<p><a href="/y">Five charts that explain the talks</a></p><p>{TEXT}</p>'
    )
    found = texts(read(page))
    assert "They had met in Oslo in January before." in found
    assert "Five charts that explain the talks" not in found


def test_an_article_in_two_containers_is_whole() -> None:
    """An advertisement in the middle cuts the container, not the article."""
    page = (
        f'<h1>Ministers meet</h1><div class="c"><p>{TEXT}</p></div><div id="x9"></div><div class="c"><p>{TEXT}</p>'
        "<p>They left in the evening.</p></div>"
    )
    assert texts(read(page))[-1] == "They left in the evening."


def test_text_that_only_json_ld_carries_is_read() -> None:
    """A page saved before its scripts ran."""
    body = f"{TEXT}\\n\\n{TEXT * 6}"
    script = f'{{"@type":"NewsArticle","headline":"H","articleBody":"{body}"}}'
    page = f'<script type="application/ld+json">{script}</script><h1>H</h1><p>Loading…</p>'
    assert texts(read(page)) == [TEXT.strip(), (TEXT * 6).strip()]


# ---------------------------------------------------------------- bad pages


def test_a_page_that_breaks_off_is_read_with_a_warning() -> None:
    """The text up to the break is there."""
    page = f"<html><body><div><h1>Ministers meet in Geneva</h1><p>{TEXT}</p><p>{TEXT}</p><p>They left in the ev"
    article = read(page)
    assert texts(article)[:2] == [TEXT.strip()] * 2
    assert "breaks off" in article.problems[0].message
    assert article.problems[0].hint


def test_a_whole_page_has_no_warning() -> None:
    """End tags that may be left out are not missed."""
    page = f"<!doctype html><html><body><h1>Ministers meet in Geneva<p>{TEXT}<p>{TEXT}</body></html>"
    assert read(page).problems == ()


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("<html></html>", "no article text"),
        ("<html><body><ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul></body></html>", "no article text"),
        ("<html><body><nav>Home</nav><footer>© The Quay</footer></body></html>", "no article text"),
        ("<p>" + "a" * MAX_PAGE, "larger than 10 MB"),
    ],
)
def test_a_page_without_an_article_says_so(page: str, says: str) -> None:
    """Each refusal names what is wrong and what to do."""
    with pytest.raises(UnreadableSource, match=says) as caught:
        read(page)
    assert caught.value.hint


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "font", "ul"])
def test_tags_10000_deep_cost_no_text(tag: str) -> None:
    """Neither the parser nor a recursion gives up: what stands in and after the deep part is read."""
    deep = f"<{tag}>" * 10_000 + f"<p>{TEXT}</p>" + f"</{tag}>" * 10_000
    article = read(
        f"<html><body><h1>Ministers meet in Geneva</h1><p>{TEXT}</p>{deep}<p>The end of it.</p></body></html>"
    )
    assert texts(article).count(TEXT.strip()) == 2
    assert "The end of it." in texts(article)


@pytest.mark.parametrize(
    "unit",
    [
        "<div class='a'><p>" + TEXT + "</p></div>",
        "<a href=x>link</a> ",
        "<b>",
        "<p>a<br>",
        "<table><tr><th>x",
        "&amp;<",
        "- ",
    ],
    ids=["paragraphs", "links", "open tags", "breaks", "tables", "signs", "dashes"],
)
def test_time_grows_with_the_size_of_the_page(unit: str) -> None:
    """Eight times the page takes about eight times as long, in the best of three runs: a busy machine adds its own."""

    def seconds(count: int) -> float:
        page = f"<title>{'a - ' * 50}</title><h1>Ministers meet</h1><p>{TEXT * 3}</p><div>{unit * count}</div>"
        spent = []
        for _ in range(3):
            started = time.process_time()
            read(page)
            spent.append(time.process_time() - started)
        return min(spent)

    assert seconds(4000) < 24 * max(seconds(500), 0.02)


def test_markup_never_reaches_the_text() -> None:
    """Blocks are plain text: neither elements nor scripts come through, and what was escaped stays text."""
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> 3 &lt; 5 &amp; more."
    page = f"<h1>Ministers meet in Geneva</h1><p>{TEXT}{hostile}</p><p>{TEXT}</p>"
    assert texts(read(page))[0] == f"{TEXT}3 < 5 & more."


def test_the_masthead_names_the_outlet_in_the_script_of_the_page() -> None:
    """A masthead in the page's own script goes before a Latin og:site_name."""
    text = "दोनों मंत्रियों ने सोमवार को जिनेवा में मुलाकात की और वसंत में दूसरे दौर की बातचीत करने पर सहमति जताई। " * 2
    page = (
        "<html lang='hi'><head><title>जिनेवा में मिले दोनों विदेश मंत्री - Him Darpan</title>"
        "<meta property='og:site_name' content='Him Darpan'></head><body><header><h2>हिम दर्पण</h2></header><main>"
        f"<h1>जिनेवा में मिले दोनों विदेश मंत्री</h1><p>{text}</p><p>{text}</p></main>"
        "<footer>© हिम दर्पण प्रकाशन समूह</footer></body></html>"
    )
    assert first_fields(read(page))["outlet"] == "हिम दर्पण"
