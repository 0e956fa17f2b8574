"""Feeds: every dialect gives the same articles; broken and hostile ones give what they can."""

from __future__ import annotations

import json
import time

import feedparser
import pytest

from sitegen.ingest.read_feed import MAX_FEED, read_feed
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import BlockKind, RawArticle, Source

PARAGRAPHS = (
    "Menteri Luar Negeri menerima tamunya di Jakarta pada Senin pagi dan membahas perdagangan kedua negara.",
    "Keduanya sepakat melanjutkan perundingan pada bulan depan, kata juru bicara kementerian.",
)
HTML = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
ESCAPED = HTML.replace("<", "&lt;").replace(">", "&gt;")

RSS2 = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Teluk Pagi &#187; Dunia</title><link>https://www.telukpagi.example/dunia</link><language>id-ID</language>
<item><title>Menlu terima tamu &amp;#8220;penting&amp;#8221;</title><link>https://www.telukpagi.example/dunia/1</link>
<guid isPermaLink="false">telukpagi-1</guid><dc:creator><![CDATA[Sari Wulandari]]></dc:creator>
<pubDate>Mon, 22 Jul 2024 18:30:00 +0700</pubDate><category>Dunia</category>
<description><![CDATA[Pertemuan di Jakarta itu berlangsung dua jam dan tertutup bagi pers.]]></description>
<content:encoded><![CDATA[{HTML}<p>The post <a href="https://www.telukpagi.example/dunia/1">Menlu</a> appeared first on
<a href="https://www.telukpagi.example">Teluk Pagi</a>.</p>]]></content:encoded></item>
</channel></rss>"""

RSS1 = f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://www.telukpagi.example/"><title>Teluk Pagi</title><link>https://www.telukpagi.example/</link>
<dc:language>id</dc:language></channel>
<item rdf:about="https://www.telukpagi.example/dunia/1"><title>Menlu terima tamu</title>
<link>https://www.telukpagi.example/dunia/1</link><description>{ESCAPED}</description>
<dc:date>2024-07-22T18:30:00+07:00</dc:date><dc:creator>Sari Wulandari</dc:creator></item></rdf:RDF>"""

RSS091 = f"""<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Teluk Pagi</title><link>https://www.telukpagi.example/</link><language>id</language>
<item><title>Menlu terima tamu</title><link>https://www.telukpagi.example/dunia/1</link>
<description>{ESCAPED}</description></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><title>Teluk Pagi</title>
<link rel="self" href="https://www.telukpagi.example/feed"/><link href="https://www.telukpagi.example/"/>
<entry><id>tag:telukpagi.example,2024:1</id><title type="text">Menlu terima tamu</title>
<link rel="alternate" href="https://www.telukpagi.example/dunia/1"/><author><name>Sari Wulandari</name></author>
<published>2024-07-22T18:30:00+07:00</published><updated>2024-07-22T20:00:00+07:00</updated>
<category term="dunia" label="Dunia"/><content type="html">{ESCAPED}</content></entry></feed>"""

ATOM_XHTML = ATOM.replace(
    f'<content type="html">{ESCAPED}</content>',
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div></content>',
)

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Teluk Pagi",
        "home_page_url": "https://www.telukpagi.example/",
        "language": "id",
        "items": [
            {
                "id": "1",
                "url": "https://www.telukpagi.example/dunia/1",
                "title": "Menlu terima tamu",
                "content_html": HTML,
                "date_published": "2024-07-22T18:30:00+07:00",
                "authors": [{"name": "Sari Wulandari"}],
            }
        ],
    }
)


def read(text: str) -> tuple[RawArticle, ...]:
    return read_feed(Source("dunia.xml", text.encode()), text)


def field(article: RawArticle, name: str) -> str | None:
    return next((found.value for found in article.fields if found.name == name), None)


def texts(article: RawArticle) -> tuple[str, ...]:
    return tuple(block.text for block in article.blocks if block.kind is BlockKind.TEXT)


@pytest.mark.parametrize("feed", [RSS2, RSS1, RSS091, ATOM, ATOM_XHTML, JSON_FEED])
def test_every_dialect_gives_the_same_article(feed: str) -> None:
    """Text, outlet and address are read alike from all of them."""
    (article,) = read(feed)
    assert texts(article) == PARAGRAPHS
    assert field(article, "outlet") == "Teluk Pagi"
    assert field(article, "url") == "https://www.telukpagi.example/dunia/1"
    assert (field(article, "language") or "")[:2] == "id"
    assert article.format == "feed"
    assert article.problems == ()


@pytest.mark.parametrize("feed", [RSS2, RSS1, ATOM, JSON_FEED])
def test_the_time_keeps_its_zone(feed: str) -> None:
    """A time of RFC 822 becomes ISO 8601 in the zone it was written in: its day is the day that readers saw."""
    (article,) = read(feed)
    assert field(article, "published") == "2024-07-22T18:30:00+07:00"
    assert field(article, "author") == "Sari Wulandari"


def test_a_summary_of_its_own_becomes_the_standfirst() -> None:
    """Where a feed carries both, the summary stands before the text; where it repeats the text, it is left out."""
    (article,) = read(RSS2)
    assert [b.text for b in article.blocks if b.kind is BlockKind.STANDFIRST] == [
        "Pertemuan di Jakarta itu berlangsung dua jam dan tertutup bagi pers."
    ]
    repeating = RSS2.replace(
        "Pertemuan di Jakarta itu berlangsung dua jam dan tertutup bagi pers.", PARAGRAPHS[0][:70] + "…"
    )
    assert all(b.kind is not BlockKind.STANDFIRST for b in read(repeating)[0].blocks)


def test_the_line_that_links_back_is_left_out_and_kept_as_dropped() -> None:
    """WordPress ends every entry with a line about itself, in the words of its language."""
    (article,) = read(RSS2)
    assert not any("appeared first" in block.text for block in article.blocks)
    assert any("appeared first" in dropped.text for dropped in article.dropped)


def test_titles_are_plain_text() -> None:
    """A title may be escaped twice."""
    assert field(read(RSS2)[0], "title") == "Menlu terima tamu “penting”"


def test_an_aggregator_names_the_outlet_of_each_entry() -> None:
    """The entry's own source comes before the title of the feed, and leaves the headline."""
    feed = RSS2.replace(
        "<category>", '<source url="https://kabarutara.example">Kabar Utara</source><category>'
    ).replace("&amp;#8220;penting&amp;#8221;", "- Kabar Utara")
    (article,) = read(feed)
    assert field(article, "outlet") == "Kabar Utara"
    assert field(article, "title") == "Menlu terima tamu"


def test_the_same_entries_as_feedparser() -> None:
    """A peer that has read feeds for twenty years sees the same titles and addresses."""
    feed = RSS2.replace("</channel>", "".join(_item(n) for n in range(2, 30)) + "</channel>")
    ours = [(field(a, "title"), field(a, "url")) for a in read(feed)]
    theirs = [
        (entry.title.replace("&#8220;", "“").replace("&#8221;", "”"), entry.link)
        for entry in feedparser.parse(feed).entries
    ]
    assert ours == theirs


def _item(number: int) -> str:
    return (
        f"<item><title>Berita {number}</title><link>https://www.telukpagi.example/{number}</link>"
        f"<description>{ESCAPED}</description></item>"
    )


@pytest.mark.parametrize(
    "break_it",
    [
        lambda feed: (
            feed.replace("dua jam dan", "dua jam & dan").replace("<![CDATA[Pert", "Pert").replace("pers.]]>", "pers.")
        ),
        lambda feed: feed.replace("</item>\n</channel></rss>", _item(2) + "<item><title>Potong"),
        lambda feed: feed.replace("<category>", "<kategori>"),
        lambda feed: feed.replace(' xmlns:dc="http://purl.org/dc/elements/1.1/"', ""),
    ],
    ids=["bare ampersand", "cut off", "tags that do not match", "prefix not declared"],
)
def test_a_feed_that_is_not_well_formed_is_read_with_a_warning(break_it) -> None:
    """What can be recovered is, and the user is told."""
    articles = read(break_it(RSS2))
    assert texts(articles[0]) == PARAGRAPHS
    assert "not well formed" in articles[0].problems[0].message


def test_entities_of_html_are_no_fault() -> None:
    """Feeds are written by people who know HTML: &nbsp; and &eacute; are read without a word."""
    (article,) = read(RSS2.replace("Teluk Pagi &#187; Dunia", "Caf&eacute;&nbsp;Dunia"))
    assert field(article, "outlet") == "Café Dunia"
    assert article.problems == ()


def test_entities_are_never_expanded(tmp_path) -> None:
    """Neither a bomb of entities (10^19 letters: it would never end) nor a file of the machine gets into the text."""
    secret = tmp_path / "secret.txt"
    secret.write_text("rahasia", encoding="utf-8")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    doctype = f'<!DOCTYPE rss [<!ENTITY a0 "ha"><!ENTITY file SYSTEM "{secret.as_uri()}">{bomb}]>'
    feed = RSS2.replace('encoding="UTF-8"?>', f'encoding="UTF-8"?>{doctype}').replace(
        "Teluk Pagi &#187;", "&a19; &file; Teluk"
    )
    (article,) = read(feed)
    assert "rahasia" not in repr(article)
    assert "haha" not in repr(article)


@pytest.mark.bench
def test_a_feed_of_5000_entries_is_read_in_linear_time() -> None:
    """Ten times the entries take about ten times as long, not a hundred."""

    def seconds(count: int) -> float:
        feed = RSS2.replace("</channel>", "".join(_item(n) for n in range(2, count + 1)) + "</channel>")
        started = time.process_time()
        assert len(read(feed)) == count
        return time.process_time() - started

    assert seconds(5000) < 30 * max(seconds(500), 0.05)


def test_the_last_state_of_an_entry_counts() -> None:
    """An entry that is there twice is one article: the one updated last."""
    newer = (
        ATOM[ATOM.index("<entry>") : ATOM.index("</feed>")].replace("20:00:00", "23:00:00").replace("terima", "lepas")
    )
    (article,) = read(ATOM.replace("</feed>", newer + "</feed>"))
    assert field(article, "title") == "Menlu lepas tamu"


def test_entries_without_text_are_counted() -> None:
    """Headlines alone are no articles; the user learns how many there were."""
    feed = RSS2.replace("</channel>", "<item><title>Hanya judul</title></item></channel>")
    (article,) = read(feed)
    assert "1 of 2 entries hold no text" in article.problems[0].message


def test_plain_text_with_a_sign_of_markup_stays() -> None:
    """`content_text` is text: a < in it is a <."""
    feed = json.loads(JSON_FEED)
    feed["items"][0] = {
        "id": 7,
        "content_text": "Neraca dagang: ekspor < impor, kata menteri pada hari Senin.\n\nItu saja katanya.",
    }
    (article,) = read(json.dumps(feed))
    assert texts(article)[0].startswith("Neraca dagang: ekspor < impor")
    assert article.entry == "7"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("{", "not the JSON"),
        ('{"items": 3}', "no feed"),
        ("<sitemap><url/></sitemap>", "begins with <sitemap>"),
        ("<rss><channel><title>x</title></channel></rss>", "no entries"),
        ("<rss><channel><item><title>x</title></item></channel></rss>", "no entry of the feed holds any text"),
        ("plain words", "not XML"),
        ("x" * (MAX_FEED + 1), "larger than"),
    ],
)
def test_what_is_no_feed_says_why(text: str, says: str) -> None:
    """Each refusal names what is wrong and what to do."""
    with pytest.raises(UnreadableSource, match=says) as caught:
        read(text)
    assert caught.value.hint
