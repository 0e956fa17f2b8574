"""Take the picture of the README, an event page of the demonstration: .venv/bin/python scripts/take_picture.py [ID]."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
PICTURE = REPOSITORY / "docs" / "images" / "event.png"
EVENT = "2024-07-22-call-ir-kz"


def main() -> None:
    """Open the page of public/ from disk, as a reader would, and save what is seen of it."""
    event = sys.argv[1] if len(sys.argv) > 1 else EVENT
    page_file = REPOSITORY / "public" / "en" / "events" / f"{event}.html"
    if not page_file.is_file():
        sys.exit(f"{page_file} is not there: run make site first, or name another event.")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1100})
        page.goto(page_file.as_uri())
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
