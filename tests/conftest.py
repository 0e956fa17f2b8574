"""What tests share: tiny sites written inline, the command, the built demonstration, and a browser to look at it."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parent.parent

# The same cases on every run, so that a red test is red for the next person, too; `make soak` looks further.
settings.register_profile("default", derandomize=True, deadline=None, database=None, max_examples=50)
settings.register_profile("soak", derandomize=False, deadline=None, max_examples=5000)
settings.load_profile("default")

Run = Callable[..., Result]
WriteSite = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch with which a test that compares whole files writes them instead."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files anew; look at the diff")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the measurements of speed to `make soak`, which asks for every mark with -m ''."""
    if config.option.markexpr or "-m" in config.invocation_params.args:
        return
    skip = pytest.mark.skip(reason="a measurement of speed: make soak")
    for item in items:
        if item.get_closest_marker("bench"):
            item.add_marker(skip)


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def write_site(tmp_path: Path) -> WriteSite:
    """Give a function that writes files (text or bytes, by path) into a new site folder and returns it."""

    def write(files: Mapping[str, str | bytes], name: str = "site") -> Path:
        site = tmp_path / name
        site.mkdir(exist_ok=True)
        for path, data in files.items():
            file = site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return site

    return write


@pytest.fixture
def run() -> Run:
    """Give a function that runs `sitegen` with these arguments in this process."""
    from sitegen.cli import main

    def call(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return call


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration of content/ once, and return its folder. Read it only."""
    from sitegen import pipeline
    from sitegen.config import read_config

    output = tmp_path_factory.mktemp("demo") / "public"
    pipeline.build(read_config(REPOSITORY, output=output))
    return output


@pytest.fixture
def free_port() -> int:
    """A port on 127.0.0.1 that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def demo_address(demo_site: Path) -> Iterator[str]:
    """Serve the demonstration on a free port of 127.0.0.1, as a plain web server would, and return its address."""
    handler = functools.partial(_QuietHandler, directory=str(demo_site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def find_chromium() -> str | None:
    """Return the browser to test with."""
    named = os.environ.get("SITEGEN_CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless chromium through playwright: skipped with a word where there is none, but never on CI."""
    chromium = find_chromium()
    if chromium is None:
        if os.environ.get("CI"):
            pytest.fail("CI must run the browser tests: install chromium (scripts/install-chromium.sh).")
        pytest.skip("no chromium here: install it, or name it in SITEGEN_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Root and containers cannot have the sandbox; the pages are our own.
        engine = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield engine
        engine.close()
