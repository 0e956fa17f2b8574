"""TopoJSON of Natural Earth (npm package world-atlas, land-110m.json; public domain) → static/world.svg.

    python scripts/make-world.py path/to/land-110m.json static/world.svg

Run by hand when the coastline is to be renewed; the result is part of the repository.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

from sitegen.plan.maps import HEIGHT, SOUTH, WIDTH, project

SMALLEST = 1.2  # square units: islands below it would be a speck


def decode(topology: dict) -> list[list[list[tuple[float, float]]]]:
    """Return polygons as rings of longitude and latitude (TopoJSON 1.0, delta-encoded and quantised arcs)."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(indices: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for index in indices:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    return [
        [ring(indices) for indices in polygon]
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in (geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]])
    ]


def unwrap(ring: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """Return a ring that crosses the 180th meridian twice, once beyond each edge of the picture; others as they are."""
    points, turn = [ring[0]], 0
    for (before, _), (lon, lat) in pairwise(ring):
        turn += 360 if before - lon > 180 else -360 if lon - before > 180 else 0
        points.append((lon + turn, lat))
    if all(-180 <= lon <= 180 for lon, _ in points):
        return [points]
    shift = -360 if max(lon for lon, _ in points) > 180 else 360
    return [points, [(lon + shift, lat) for lon, lat in points]]


def area(points: list[tuple[float, float]]) -> float:
    """Return the area of a ring (shoelace formula)."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def main(source: Path, target: Path) -> None:
    """Write the picture."""
    paths = []
    for polygon in decode(json.loads(source.read_text(encoding="utf-8"))):
        for ring in polygon:
            if max(lat for _, lat in ring) < SOUTH:
                continue
            for shifted in unwrap(ring):
                points = [project(lat, lon) for lon, lat in shifted]
                if area(points) >= SMALLEST:
                    steps = [f"{x:.1f} {y:.1f}" for x, y in points]
                    paths.append("M" + "L".join(dict.fromkeys(steps)) + "Z")
    style = ".l{fill:#d9dedd}@media (prefers-color-scheme:dark){.l{fill:#31383e}}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><style>{style}</style>'
        f'<path class="l" d="{"".join(paths)}"/></svg>\n'
    )
    target.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
