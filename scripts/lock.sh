#!/bin/sh
# Pin the dependencies: uv resolves pyproject.toml for every platform at once (uv.lock), and exports the result with
# hashes for pip. Usage: lock.sh UV_VERSION [--upgrade]. uv goes into a throwaway folder.
set -eu

uv_version=$1
shift
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"${PYTHON:-python3}" -m venv "$place"
"$place/bin/python" -m pip --disable-pip-version-check install --quiet "uv==$uv_version"

# --no-config: a mirror set up on this machine must not get into the lock.
"$place/bin/uv" lock --no-config --quiet "$@"
export_to() {
    file=$1
    shift
    "$place/bin/uv" export --no-config --quiet --frozen --no-emit-project --no-header --no-default-groups \
        --extra vectors --extra cards --format requirements-txt --output-file "$file" "$@"
}
export_to requirements.txt --group build
export_to requirements-dev.txt --group build --group dev
