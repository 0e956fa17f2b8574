"""`sitegen import`: polite to servers, safe against them, never a file written over. The server runs on loopback."""

from __future__ import annotations

import gzip
import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from sitegen.errors import SitegenError
from sitegen.ingest.importer import Kept, Options, Written, import_source, import_sources
from sitegen.ingest.web import fetch
from sitegen.ingest.web.fetch import FetchError, Limits, check_address, is_public
from sitegen.ingest.web.polite import Visitor
from sitegen.model import Problem, Severity

PARAGRAPHS = (
    "Les ministres des Affaires étrangères des deux pays se sont rencontrés lundi à Genève pour parler de commerce.",
    "Ils ont décidé de reprendre les négociations en septembre, a indiqué la présidence dans un communiqué mardi.",
    "Une première rencontre avait eu lieu au printemps, sans résultat, dans la capitale du plus petit des deux pays.",
)
PAGE = f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Rencontre à Genève - Le Cap du Soir</title>
<meta property="article:published_time" content="2024-07-23T08:00:00+02:00">
<meta property="og:site_name" content="Le Cap du Soir"></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Rencontre à Genève</h1>
{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article></body></html>""".encode()
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Le Cap du Soir</title><link>http://HOST/</link>
<item><title>Rencontre à Genève</title><link>http://HOST/article</link>
<description>Résumé : {PARAGRAPHS[0]}</description></item>
<item><title>Autre sujet</title><link>http://HOST/autre</link><description>{PARAGRAPHS[1]}</description></item>
</channel></rss>"""

Answer = tuple[int, dict[str, str], bytes]


class Server:
    """A site: answers by path, and the requests that came."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Callable[[http.server.BaseHTTPRequestHandler], None]] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                answer = site.answers.get(self.path, (404, {}, b"nothing here"))
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def put(self, path: str, body: bytes, content_type: str = "text/html", status: int = 200, **headers: str) -> str:
        """Answer a path so from now on, and return its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {"Content-Type": content_type, **named}, body)
        return f"http://{self.host}{path}"


@pytest.fixture
def server() -> Iterator[Server]:
    site = Server()
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.fixture
def visitor() -> Visitor:
    """One who may visit loopback, and does not wait."""
    return Visitor(Limits(allow_private=True), sleep=lambda _: None)


def read_front(file: Path) -> tuple[dict, str]:
    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def only(outcomes: Iterator) -> Written:
    (outcome,) = outcomes
    assert isinstance(outcome, Written), outcome
    return outcome


def test_a_page_becomes_a_file_that_a_person_can_edit(server: Server, visitor: Visitor, tmp_path: Path) -> None:
    """Front matter with what the page declares, then the paragraphs; the name says day and headline."""
    address = server.put("/article", PAGE)
    written = only(import_source(address, Options(tmp_path / "content"), visitor))
    assert written.file == tmp_path / "content" / "2024-07-23-rencontre-a-geneve.md"
    front, body = read_front(written.file)
    assert front == {
        "title": "Rencontre à Genève", "outlet": "Le Cap du Soir", "published": "2024-07-23T08:00:00+02:00",
        "lang": "fr", "url": address,
    }  # fmt: skip
    assert tuple(body.strip().split("\n\n")) == PARAGRAPHS


def test_nothing_is_ever_written_over(server: Server, visitor: Visitor, tmp_path: Path) -> None:
    """The same article again is left as it was edited; another of the same name gets a number."""
    address = server.put("/article", PAGE)
    first = only(import_source(address, Options(tmp_path), visitor))
    edited = first.file.read_text(encoding="utf-8").replace("lundi", "mardi")
    first.file.write_text(edited, encoding="utf-8")
    assert list(import_source(address, Options(tmp_path), visitor)) == [Kept(first.file, "Rencontre à Genève")]
    assert first.file.read_text(encoding="utf-8") == edited
    other = server.put("/other", PAGE.replace(b"commerce", "pêche".encode()))
    assert only(import_source(other, Options(tmp_path), visitor)).file.name == "2024-07-23-rencontre-a-geneve-2.md"


def test_a_feed_becomes_one_file_an_entry(server: Server, visitor: Visitor, tmp_path: Path) -> None:
    """In the order of the feed, up to the limit."""
    address = server.put("/feed", FEED.replace("HOST", server.host).encode(), "text/plain")
    outcomes = [o for o in import_source(address, Options(tmp_path), visitor) if isinstance(o, Written)]
    assert [o.title for o in outcomes] == ["Rencontre à Genève", "Autre sujet"]
    assert len(list(import_source(address, Options(tmp_path / "one", limit=1), visitor))) == 1


def test_pages_of_summaries_are_fetched_when_asked_for(server: Server, visitor: Visitor, tmp_path: Path) -> None:
    """Where a page cannot be had, the summary is taken with a warning."""
    server.put("/article", PAGE)
    address = server.put("/feed", FEED.replace("HOST", server.host).encode(), "application/rss+xml")
    outcomes = list(import_source(address, Options(tmp_path, fetch_pages=True), visitor))
    assert PARAGRAPHS[2] in outcomes[0].file.read_text(encoding="utf-8")
    assert isinstance(outcomes[1], Problem)
    assert "404" in outcomes[1].message
    assert isinstance(outcomes[2], Written)


def test_a_file_is_imported_without_the_network(tmp_path: Path) -> None:
    """A saved page on disk becomes the same Markdown."""
    page = tmp_path / "saved.html"
    page.write_bytes(PAGE)
    written = only(import_source(str(page), Options(tmp_path / "content"), Visitor()))
    assert PARAGRAPHS[0] in written.file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rules", "is_allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /art", False),
        ("User-agent: *\nDisallow: /*le$", False),
        ("User-agent: *\nDisallow: /autre", True),
        ("User-agent: *\nDisallow: /\nAllow: /article", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Sitegen\nDisallow: /x", True),
        ("User-agent: other\nUser-agent: sitegen\nDisallow: /", False),
        ("User-agent: other\nDisallow: /", True),
        ("nonsense\n\x00", True),
    ],
)
def test_robots_txt_is_followed(
    server: Server, visitor: Visitor, tmp_path: Path, rules: str, *, is_allowed: bool
) -> None:
    """The group that names us, else the one for all; the longest rule decides (RFC 9309)."""
    server.put("/robots.txt", rules.encode(), "text/plain")
    address = server.put("/article", PAGE)
    if is_allowed:
        only(import_source(address, Options(tmp_path), visitor))
    else:
        with pytest.raises(FetchError, match=r"robots\.txt") as caught:
            list(import_source(address, Options(tmp_path), visitor))
        assert "Save the page in a browser" in caught.value.hint
        assert "/article" not in server.asked


@pytest.mark.parametrize(("status", "is_allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_robots_txt_that_cannot_be_had(server: Server, visitor: Visitor, status: int, *, is_allowed: bool) -> None:
    """None allows everything; a server that is out of order allows nothing."""
    server.put("/robots.txt", b"", "text/plain", status)
    address = server.put("/article", PAGE)
    if is_allowed:
        assert visitor.fetch(address).data == PAGE
    else:
        with pytest.raises(FetchError, match=r"robots\.txt"):
            visitor.fetch(address)


def test_it_says_who_it_is_and_asks_for_robots_once(server: Server, visitor: Visitor) -> None:
    """One name for all requests; robots.txt is read once a site."""
    address = server.put("/article", PAGE)
    visitor.fetch(address)
    visitor.fetch(address)
    assert server.asked == ["/robots.txt", "/article", "/article"]
    assert len(server.agents) == 1
    assert next(iter(server.agents)).startswith("sitegen/")


def test_it_pauses_between_two_requests(server: Server) -> None:
    """At least a second, or what robots.txt asks for."""
    waits: list[float] = []
    visitor = Visitor(Limits(allow_private=True), sleep=waits.append)
    server.put("/robots.txt", b"User-agent: *\nCrawl-delay: 7", "text/plain")
    address = server.put("/article", PAGE)
    visitor.fetch(address)
    visitor.fetch(address)
    assert [round(wait) for wait in waits] == [7, 7]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("192.168.0.1", False), ("172.16.0.1", False), ("169.254.169.254", False), ("0.1.2.3", False), ("::1", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:10.0.0.1", False), ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False), ("2002:a00:1::", False), ("224.0.0.1", False), ("100.64.0.1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(place: str, *, expected: bool) -> None:
    """Loopback, private, link-local, shared and multicast addresses are not, nor IPv4 ones wrapped in IPv6."""
    assert is_public(place) is expected


def test_private_addresses_are_refused(server: Server) -> None:
    """Unless they are allowed: a page on the web must not reach into the user's network."""
    address = server.put("/article", PAGE)
    with pytest.raises(FetchError, match="private address") as caught:
        Visitor().fetch(address)
    assert "--allow-private" in caught.value.hint
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public site that points inwards gets no further; 127.0.0.1 plays the public one here."""
    monkeypatch.setattr(fetch, "is_public", lambda place: place == "127.0.0.1")
    inside = f"http://127.0.0.2:{server.server.server_address[1]}/secret"
    address = server.put("/article", b"", status=302, Location=inside)
    with pytest.raises(FetchError, match=r"private address \(127\.0\.0\.2\)"):
        Visitor(sleep=lambda _: None).fetch(address)
    assert "/secret" not in server.asked


def test_redirects_are_followed_and_their_rules_read(server: Server, visitor: Visitor) -> None:
    """The address in the end is the article's; what robots.txt forbids is not reached through a detour."""
    final = server.put("/article", PAGE)
    address = server.put("/short", b"", status=301, Location="/article")
    assert visitor.fetch(address).address == final
    server.put("/robots.txt", b"User-agent: *\nDisallow: /article", "text/plain")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        Visitor(Limits(allow_private=True), sleep=lambda _: None).fetch(address)


def test_a_circle_of_redirects_ends(server: Server, visitor: Visitor) -> None:
    """Six hops are too many."""
    address = server.put("/a", b"", status=302, Location="/a")
    with pytest.raises(FetchError, match="redirects more than"):
        visitor.fetch(address)


def test_what_is_too_large_is_not_read(server: Server) -> None:
    """By the announced length, by what comes, and by what it unpacks to."""
    visitor = Visitor(Limits(most_bytes=10_000, allow_private=True), sleep=lambda _: None)
    bomb = gzip.compress(b"a" * 5_000_000)
    assert len(bomb) < 10_000

    def endless(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"a" * 20_000)

    server.answers["/endless"] = endless
    for address in (
        server.put("/announced", b"a" * 20_000),
        f"http://{server.host}/endless",
        server.put("/bomb", bomb, Content_Encoding="gzip"),
    ):
        with pytest.raises(FetchError, match=r"larger than 0\.01 MB"):
            visitor.fetch(address)


def test_a_packed_answer_is_unpacked(server: Server, visitor: Visitor) -> None:
    """Servers may send gzip."""
    assert visitor.fetch(server.put("/article", gzip.compress(PAGE), Content_Encoding="gzip")).data == PAGE


def test_a_slow_server_does_not_hold_us(server: Server) -> None:
    """The limit is for the whole answer: a byte now and then does not prolong it."""

    def drip(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(10_000):  # longer than a test may take
            try:
                handler.wfile.write(b"a")
                time.sleep(0.05)
            except OSError:
                return

    server.answers["/slow"] = drip
    with pytest.raises(FetchError, match=r"longer than|broke off"):
        Visitor(Limits(seconds=0.5, allow_private=True), sleep=lambda _: None).fetch(f"http://{server.host}/slow")


def test_an_answer_that_breaks_off_is_no_article(server: Server, visitor: Visitor) -> None:
    """Half a page must not pass for a whole one."""
    with pytest.raises(FetchError, match="broke off"):
        visitor.fetch(server.put("/article", PAGE[:500], Content_Length="5000"))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("ftp://example.org/", "only http"), ("http://", "only http"), ("http://user:pw@example.org/", "user name"),
        ("http://[::1", "no address"), ("https://x:99999/", "no address"),
    ],
)  # fmt: skip
def test_bad_addresses_say_why(address: str, says: str) -> None:
    """Each is refused before anything is sent."""
    with pytest.raises(FetchError, match=says):
        Visitor().fetch(address)


def test_a_host_that_does_not_exist_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual typing error."""

    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(FetchError, match="host was not found") as caught:
        Visitor().fetch("https://www.lecapdusior.example/")
    assert "Is the address right?" in caught.value.hint


def test_letters_of_every_script_are_quoted() -> None:
    """Addresses are copied from the browser's bar as people read them."""
    assert check_address("http://пример.example/мир?q=да b#x") == (
        "http://xn--e1afmkfd.example/%D0%BC%D0%B8%D1%80?q=%D0%B4%D0%B0%20b"
    )


def test_what_holds_no_article_says_so(server: Server, visitor: Visitor, tmp_path: Path) -> None:
    """A picture, a page of links, a folder, a text file, nothing at all: each with a message, the others brought."""
    (tmp_path / "note.txt").write_text("words", encoding="utf-8")
    names = [
        server.put("/a.png", b"\x89PNG", "image/png"),
        server.put("/front", b"<html><body><a href='/1'>One</a></body></html>"),
        str(tmp_path),
        str(tmp_path / "note.txt"),
        str(tmp_path / "gone.html"),
        f"http://{server.host}/gone",
        server.put("/article", PAGE),
    ]
    outcomes = list(import_sources(names, Options(tmp_path / "content"), visitor))
    assert [type(outcome) for outcome in outcomes] == [Problem] * 6 + [Written]
    assert all(outcome.severity is Severity.ERROR and outcome.message for outcome in outcomes[:6])


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    """Said once, with the file's name."""
    (tmp_path / "saved.html").write_bytes(PAGE)
    (tmp_path / "content").write_text("a file, no folder", encoding="utf-8")
    with pytest.raises((SitegenError, FileExistsError)):
        list(import_source(str(tmp_path / "saved.html"), Options(tmp_path / "content"), Visitor()))


def test_the_command_says_what_it_wrote_and_what_it_kept(server: Server, tmp_path: Path) -> None:
    """And ends with status 1 where a source could not be had; --allow-private is the only way to this machine."""
    from click.testing import CliRunner

    from sitegen.cli import main

    address = server.put("/article", PAGE)
    base = ["import", "--site", str(tmp_path), "--content", str(tmp_path / "content")]
    refused = CliRunner().invoke(main, [*base, address])
    assert refused.exit_code == 1
    assert "private address" in refused.output
    assert not (tmp_path / "content").exists()
    written = CliRunner().invoke(main, [*base, "--allow-private", address])
    assert written.exit_code == 0, written.output
    assert "wrote" in written.output
    assert "2024-07-23-rencontre-a-geneve.md: Rencontre à Genève" in written.output
    assert "kept" in CliRunner().invoke(main, [*base, "--allow-private", address]).output
