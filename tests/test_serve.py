"""The preview serves the site under its own path, rebuilds on a change, and survives a failed build."""

from __future__ import annotations

import http.client
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sitegen.errors import SitegenError
from sitegen.serve import HOST, Preview, Rebuilder, find_base, respond, serve, take_snapshot

POLICY = "default-src 'none'; script-src 'self' 'sha256-abc='; style-src 'self'; img-src 'self'"
PAGE = (
    f'<html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}"></head><body><p>Salam</p></body></html>'
)


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A site of a page, a 404 page, and a file beside it that is none of it."""
    output = tmp_path / "public"
    (output / "en").mkdir(parents=True)
    for path in ("index.html", "en/index.html", "404.html"):
        (output / path).write_text(PAGE.replace("Salam", path), encoding="utf-8")
    (output / "en" / "a.ics").write_text("BEGIN:VCALENDAR", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return Preview((sys.executable, "-c", ""), output, "/", (tmp_path / "in",), 1)


def on_repo(preview: Preview) -> Preview:
    return Preview(preview.command, preview.output, "/repo/", preview.watched, preview.port)


def test_a_folder_is_its_index_page(preview):
    """A path that names a folder shows the index page in it."""
    answer = respond("/en/", preview, "")

    assert answer.status == "200 OK"
    assert b"en/index.html" in answer.body


def test_a_file_has_its_type(preview):
    """Types come from sitegen's own table, never from that of the machine."""
    answer = respond("/en/a.ics", preview, "")

    assert ("Content-Type", "text/calendar; charset=utf-8") in answer.headers
    assert answer.body == b"BEGIN:VCALENDAR"


def test_a_missing_page_is_the_404_page(preview):
    """What is not there is answered by the site's own page."""
    answer = respond("/en/none.html", preview, "")

    assert answer.status == "404 Not Found"
    assert b"404.html" in answer.body


@pytest.mark.parametrize("path", ["/../secret.txt", "/en/../../secret.txt", "//etc/passwd", "/%2e%2e/secret.txt"])
def test_nothing_outside_the_site_is_served(preview, path):
    """A path with dots in it does not lead out of the output folder."""
    answer = respond(path, preview, "")

    assert answer.status == "404 Not Found"
    assert b"secret" not in answer.body


def test_a_link_out_of_the_site_is_not_followed(preview):
    """Nor does a symbolic link."""
    (preview.output / "out.txt").symlink_to(preview.output.parent / "secret.txt")

    assert respond("/out.txt", preview, "").status == "404 Not Found"


def test_the_site_stands_under_its_base_path(preview):
    """A site made for /repo/ is previewed under /repo/, and the root leads there."""
    root = respond("/", on_repo(preview), "")

    assert root.status == "302 Found"
    assert ("Location", "/repo/") in root.headers
    assert respond("/repo/en/", on_repo(preview), "").status == "200 OK"
    assert respond("/en/", on_repo(preview), "").status == "404 Not Found"


@pytest.mark.parametrize(
    ("base_url", "base"),
    [
        ("", "/"),
        ("https://example.org/", "/"),
        ("https://name.github.io/repo/", "/repo/"),
        ("https://a.example/b/c/", "/b/c/"),
    ],
)
def test_the_base_path_is_that_of_the_address(base_url, base):
    """The preview stands where the published site will."""
    assert find_base(base_url) == base


def test_the_policy_lets_livereload_in_and_nothing_else(preview):
    """The rest of the site's policy stays in force in the preview; a hash would switch 'unsafe-inline' off."""
    body = respond("/", preview, "").body.decode("utf-8")

    assert "script-src &#x27;self&#x27; &#x27;unsafe-inline&#x27;;" in body
    assert "default-src &#x27;none&#x27;;" in body
    assert "img-src &#x27;self&#x27;" in body
    assert "connect-src &#x27;self&#x27; ws:" in body
    assert "sha256" not in body


def test_an_error_lies_over_the_last_good_page(preview):
    """The page of the last good build stays, with the message as text on it."""
    body = respond("/", preview, 'Error: <b>"x"</b>').body.decode("utf-8")

    assert "index.html" in body
    assert '<pre role="alert"' in body
    assert "&lt;b&gt;" in body
    assert body.index("role=") < body.index("</body>")


def test_before_the_first_build_there_is_a_page_that_says_so(preview, tmp_path):
    """Without a site the browser shows the message, or that the build is under way, with status 503."""
    empty = Preview(preview.command, tmp_path / "none", "/", (), 1)

    assert b"being built" in respond("/", empty, "").body
    assert b"no such key" in respond("/", empty, "no such key").body
    assert respond("/", empty, "").status.startswith("503")


def test_a_snapshot_sees_new_changed_and_removed_files(tmp_path):
    """A file moved in with an old date counts as new; bytecode counts for nothing."""
    folder = tmp_path / "in"
    folder.mkdir()
    first = take_snapshot([folder, tmp_path / "site.toml"])
    (folder / "a.txt").write_text("a", encoding="utf-8")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "x.pyc").write_bytes(b"x")
    second = take_snapshot([folder, tmp_path / "site.toml"])
    (folder / "a.txt").write_text("ab", encoding="utf-8")
    third = take_snapshot([folder, tmp_path / "site.toml"])
    (folder / "a.txt").unlink()

    assert [len(first), len(second), len(third)] == [0, 1, 1]
    assert second != third
    assert take_snapshot([folder, tmp_path / "site.toml"]) == first


def finish(rebuilder: Rebuilder) -> None:
    """Ask as livereload does until it is told to reload."""
    until = time.monotonic() + 60
    while rebuilder.examine()[0] is None:
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_failed_rebuild_is_shown_and_a_good_one_clears_it(tmp_path):
    """The message of a failed build stays until a build succeeds; nothing is built while nothing changes."""
    source = tmp_path / "in.txt"
    source.write_text("bad", encoding="utf-8")
    code = "import sys; t = open(sys.argv[1], encoding='utf-8').read(); print('read', t); sys.exit(t == 'bad')"
    told: list[str] = []
    rebuilder = Rebuilder(Preview((sys.executable, "-c", code, str(source)), tmp_path, "/", (source,), 1), told.append)

    finish(rebuilder)
    assert rebuilder.error == "read bad"
    assert [rebuilder.examine(), rebuilder.examine()] == [(None, None)] * 2
    source.write_text("good!", encoding="utf-8")
    finish(rebuilder)

    assert rebuilder.error == ""
    assert told == ["read bad", "read good!"]
    rebuilder.stop()


def test_a_silent_failure_has_a_message(tmp_path):
    """A build that ends without a word is still shown as failed."""
    rebuilder = Rebuilder(Preview((sys.executable, "-c", "raise SystemExit(3)"), tmp_path, "/", (), 1), lambda _: None)
    rebuilder._built = {"x": (1, 1)}

    finish(rebuilder)

    assert "status 3" in rebuilder.error
    rebuilder.stop()


def test_a_taken_port_is_said(preview, free_port):
    """A port that something else listens on is an error with a remedy."""
    import socket

    with socket.socket() as taken:
        taken.bind((HOST, free_port))
        taken.listen()
        busy = Preview(preview.command, preview.output, "/", preview.watched, free_port)

        with pytest.raises(SitegenError, match="--port"):
            serve(busy, lambda _: None)


class Server:
    """`sitegen serve` in a process of its own, asked over HTTP."""

    def __init__(self, site: Path, port: int) -> None:
        self.port = port
        command = [sys.executable, "-m", "sitegen", "serve", "--site", str(site), "--port", str(port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def get(self, path: str) -> str:
        """Return the body of the answer, "" while nobody answers."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode("utf-8")
        except ConnectionError:
            return ""
        finally:
            connection.close()

    def wait_for(self, path: str, *words: str, without: str | None = None) -> str:
        """Return the answer once it holds all these words and not that other one."""
        until = time.monotonic() + 100
        while True:
            body = self.get(path)
            if all(word in body for word in words) and not (without and without in body):
                return body
            assert time.monotonic() < until, body
            assert self.process.poll() is None, "serve has ended"
            time.sleep(0.1)

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait()


ARTICLE = """---
title: {title}
lang: en
date: 2024-07-23
---
Iranian President Masoud Pezeshkian spoke by telephone with Kazakh President Kassym-Jomart Tokayev
on Monday, 22 July 2024.
"""


def test_serve_rebuilds_on_a_change_and_keeps_the_last_good_site(write_site, free_port):
    """A real server: a change shows up, a broken site.toml is shown over the old page, mending it clears that."""
    toml = 'title = "{}"\nlanguages = ["en"]\n'
    site = write_site({"site.toml": toml.format("First"), "content/a.md": ARTICLE.format(title="Two presidents speak")})
    server = Server(site, free_port)
    try:
        first = server.wait_for("/en/", "First", "livereload.js")
        assert 'role="alert"' not in first
        (site / "site.toml").write_text(toml.format("Second"), encoding="utf-8")
        server.wait_for("/en/", "Second")
        (site / "site.toml").write_text("titel = 'Third'\n", encoding="utf-8")
        server.wait_for("/en/", "Second", 'role="alert"', "titel", "“title”")
        (site / "site.toml").write_text(toml.format("Fourth"), encoding="utf-8")
        # The new page may be there a moment before its build has ended and the message of the last one goes.
        server.wait_for("/en/", "Fourth", without='role="alert"')
        assert "tiny-lr" in server.get("/livereload.js") or "livereload" in server.get("/livereload.js").lower()
    finally:
        server.stop()


BUILD = """
import pathlib, sys
text = pathlib.Path("in.txt").read_text(encoding="utf-8")
if "bad" in text:
    sys.exit("Error: a broken article")
page = pathlib.Path("public/index.html")
page.parent.mkdir(exist_ok=True)
page.write_text({page!r}.replace("Salam", text), encoding="utf-8")
"""
SERVE = """
import pathlib, sys
from sitegen.serve import Preview, serve
here = pathlib.Path.cwd()
command = (sys.executable, "build.py")
serve(Preview(command, here / "public", "/", (here / "in.txt",), int(sys.argv[1])), lambda text: None)
"""


@pytest.mark.browser
def test_the_browser_reloads_by_itself(browser, tmp_path, free_port):
    """An open page follows each build under the site's strict policy, and shows and loses the message of a bad one."""
    (tmp_path / "build.py").write_text(BUILD.format(page=PAGE), encoding="utf-8")
    (tmp_path / "in.txt").write_text("first words", encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(free_port)], cwd=tmp_path, stderr=subprocess.DEVNULL)
    page = browser.new_page()
    try:
        until = time.monotonic() + 60
        while _is_closed(free_port):
            assert time.monotonic() < until
            time.sleep(0.05)
        page.goto(f"http://{HOST}:{free_port}/")
        page.get_by_text("first words").wait_for()
        (tmp_path / "in.txt").write_text("second words", encoding="utf-8")
        page.get_by_text("second words").wait_for()
        (tmp_path / "in.txt").write_text("bad", encoding="utf-8")
        page.get_by_role("alert").wait_for()
        assert "a broken article" in page.get_by_role("alert").inner_text()
        assert page.get_by_text("second words").is_visible()
        (tmp_path / "in.txt").write_text("third words", encoding="utf-8")
        page.get_by_text("third words").wait_for()
        assert page.get_by_role("alert").count() == 0
    finally:
        page.close()
        process.terminate()
        process.wait()


def _is_closed(port: int) -> bool:
    import socket

    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) != 0
