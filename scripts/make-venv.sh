#!/bin/sh
# Make .venv and install the locked dependencies of the file named, then sitegen itself from this checkout.
set -eu

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    echo "sitegen needs Python 3.11 or later and found none. Install it, or name it: make PYTHON=/path/to/python3" >&2
    return 1
}

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        # Debian keeps this part of Python in a package of its own.
        apt-get update -qq && apt-get install -y -qq python3-venv
    fi
    if ! "$python" -m venv --clear .venv; then
        echo "Python cannot make a virtual environment here. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
        return 1
    fi
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    make_venv
fi
pip=".venv/bin/python -m pip --disable-pip-version-check"
$pip install -qq --require-hashes --requirement "$1"
# Without isolation and dependencies: hatchling and everything else is locked, too.
$pip install --quiet --no-deps --no-build-isolation --editable .
