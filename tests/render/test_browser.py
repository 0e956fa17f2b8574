"""The site in a browser: search, language switch, right to left, narrow screens, keyboard, no script, print."""

from __future__ import annotations

import functools
import http.server
import threading
from dataclasses import replace

import pytest

from sitegen.plan import plan_site
from sitegen.render import render_site, write_site
from tests.plan.sample import BASE_URL, make_person, sample_config, sample_library

pytestmark = pytest.mark.browser
CALL = "en/events/2024-07-22-call-ir-kz.html"
LONG_NAME = "Alexandros-Konstantinos Papadimitropoulos-Christodoulopoulos III"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Write the sample with a name of sixty letters in it."""
    library = sample_library()
    long = make_person("fumio-kishida", LONG_NAME, "JP", {}, is_known=False)
    library = replace(library, people={**library.people, "fumio-kishida": long})
    output = tmp_path_factory.mktemp("site") / "public"
    config = sample_config(base_url="")
    write_site(render_site(plan_site(library, config), config), output)
    return output


@pytest.fixture(scope="module")
def address(folder):
    """Serve the sample on a free port of 127.0.0.1."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(browser):
    """Give a page of a desk's width."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("query", ["Putin", "Poutine", "普京", "پوتین", "PUTIN", "vladímir"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_search_finds_a_person_under_every_spelling(page, address, lang, query):
    """In any edition, in any script, whatever the accents and case."""
    page.goto(f"{address}{lang}/search.html")
    page.get_by_role("searchbox").fill(query)
    page.locator("#results a[href$='people/vladimir-putin.html']").wait_for(timeout=10_000)


def test_search_works_from_disk(page, folder):
    """Where modules cannot load, a list of all records serves, and the page says so."""
    page.goto(f"{(folder / 'en/search.html').as_uri()}")
    page.get_by_role("searchbox").fill("普京")
    page.locator("#results a[href$='people/vladimir-putin.html']").wait_for(timeout=10_000)

    assert "from disk" in page.locator("#status").inner_text()


def test_search_keeps_its_query_in_the_address(page, address):
    """A result list can be sent to a colleague; facets narrow it."""
    page.goto(f"{address}en/search.html?q=phone&year=2025")
    page.locator("#results li").first.wait_for(timeout=10_000)

    assert page.get_by_role("searchbox").input_value() == "phone"
    assert page.locator("#results a[href*='events/2024']").count() == 0


def test_a_hostile_query_stays_text(page, address):
    """Neither the box nor the address makes markup."""
    page.goto(f"{address}en/search.html?q=%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D1%3E")
    page.locator("#status:not(:empty)").wait_for(timeout=10_000)

    assert page.evaluate("window.hit") is None
    assert page.locator("main img").count() == 0


def test_the_switch_stays_on_the_thing(page, address):
    """From the English event to the Indonesian one and to the French."""
    page.goto(address + CALL)
    page.get_by_role("link", name="Bahasa Indonesia").click()
    assert page.url.endswith("id/events/2024-07-22-call-ir-kz.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Percakapan telepon Pezeshkian–Tokayev"


def test_persian_words_run_from_right_to_left(page, address):
    """On an English page, too."""
    page.goto(address + "fa/articles/negah-putin.html")

    assert page.evaluate("getComputedStyle(document.querySelector('.prose')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"


PAGES = (
    "index.html", "en/index.html", CALL, "en/events/2024-07-22-call-ir-jp.html", "en/people/fumio-kishida.html",
    "en/people/index.html", "en/network.html", "en/parallel/2024-07-22-call-ir-kz.html", "en/search.html",
    "id/articles/warta-tokayev.html", "en/languages/index.html", "en/about.html", "en/outlets/index.html",
    "en/outlets/warta-samudra.html", "en/languages/only-en.html", "en/events/index.html",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_at_320_pixels(browser, address, path):
    """A name of sixty letters breaks; a wide table scrolls within itself."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_keyboard_reaches_the_content_first(page, address):
    """The first stop is the skip link, and it works."""
    page.goto(address + CALL)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_picture_is_skipped_by_keyboard(page, address):
    """The way round it is unseen until it has the focus, and leads behind its links."""
    page.goto(address + CALL)
    hop = page.locator("a.hop").first
    assert hop.bounding_box()["height"] <= 1
    hop.focus()
    assert hop.bounding_box()["height"] > 16
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "map-end"


def test_the_reader_jumps_to_a_language(page, address):
    """One press from the title to its reports."""
    page.goto(address + CALL)
    page.get_by_role("link", name="Indonesian (1)").click()

    assert page.evaluate("document.querySelector(':target').textContent") == "Indonesian"


def test_enter_does_not_begin_the_search_anew(page, address):
    """The same question is asked once, however often Enter is pressed while the answer comes."""
    page.goto(f"{address}en/search.html")
    page.evaluate("window.asked = 0; new MutationObserver(() => { window.asked += 1; }).observe("
                  "document.getElementById('results'), { childList: true })")  # fmt: skip
    page.get_by_role("searchbox").fill("Putin")
    for _ in range(3):
        page.get_by_role("searchbox").press("Enter")
        page.wait_for_timeout(150)
    page.locator("#results a").first.wait_for(timeout=10_000)
    page.wait_for_timeout(500)

    assert page.evaluate("window.asked") <= 2  # the first few results, then all of them


def test_print_shows_what_is_folded(page, address):
    """Paper has nothing to press."""
    page.goto(address + CALL)
    folded = page.locator("details li").first
    assert not folded.is_visible()
    page.emulate_media(media="print")

    assert folded.bounding_box()["height"] > 0


def test_everything_is_there_without_a_script(browser, address):
    """The search page names the other ways."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "en/search.html")

    assert "The search needs a script" in page.locator("main").inner_text()
    assert page.get_by_role("link", name="All events").count() >= 1
    context.close()


def test_print_drops_what_only_a_screen_needs(page, address):
    """And shows where outside links lead."""
    page.goto(address + CALL)
    page.emulate_media(media="print", color_scheme="dark")

    assert not page.locator("nav.sections").is_visible()
    assert not page.locator("nav.switch").is_visible()
    content = page.evaluate("getComputedStyle(document.querySelector('main a[href^=http]'), '::after').content")
    assert "warta-samudra.example" in content
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_no_page_breaks_its_own_policy(page, address):
    """Nothing is refused, and nothing comes from elsewhere."""
    refused, foreign = [], []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: foreign.append(request.url) if not request.url.startswith(address) else None)
    for path in PAGES:
        page.goto(address + path)

    assert refused == []
    assert foreign == []
    assert BASE_URL not in page.content()
