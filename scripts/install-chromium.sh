#!/bin/sh
# Install chromium for the browser tests where that can be done without asking; say what to do where it cannot.
set -eu

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
if [ -n "${SITEGEN_CHROMIUM:-}" ]; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium for the browser tests."
    export DEBIAN_FRONTEND=noninteractive
    # The fonts: the tests look at pages in every script of the site.
    apt-get update -qq && apt-get install -y -qq --no-install-recommends \
        chromium fonts-noto-core fonts-noto-cjk >/dev/null && exit 0
fi
echo "No chromium: the browser tests will be skipped. On Debian or Ubuntu: sudo apt-get install chromium;" >&2
echo "elsewhere install Chromium or Chrome and name it: SITEGEN_CHROMIUM=/path/to/chrome make test" >&2
