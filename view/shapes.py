"""Outlines of nodes and arrow heads as vis-network draws them, for pictures and legends; y downwards."""

from __future__ import annotations

import math

Point = tuple[float, float]
Outline = tuple[Point, ...]


def _ngon(corners: int, radius: float = 1.0, turn: float = 0.0) -> Outline:
    angles = (turn + math.tau * corner / corners for corner in range(corners))
    return tuple((round(radius * math.cos(a), 4), round(radius * math.sin(a), 4)) for a in angles)


def _star() -> Outline:
    outer, inner = _ngon(5, 1.2, -math.pi / 2), _ngon(5, 0.5, -math.pi / 2 + math.pi / 5)
    return tuple(point for pair in zip(outer, inner, strict=True) for point in pair)


OUTLINES: dict[str, Outline] = {
    "dot": _ngon(40),
    "hexagon": _ngon(6, 1.08),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": _ngon(4, 1.2),
    "triangle": ((0.0, -1.1), (1.1, 0.8), (-1.1, 0.8)),
    "triangleDown": ((0.0, 1.1), (1.1, -0.8), (-1.1, -0.8)),
    "star": _star(),
}
"""Shape of a node -> its outline around (0, 0) for radius 1."""

HEADS: dict[str, Outline] = {
    "arrow": ((0.0, 0.0), (-1.0, 0.42), (-0.8, 0.0), (-1.0, -0.42)),
    "bar": ((0.0, 0.6), (-0.28, 0.6), (-0.28, -0.6), (0.0, -0.6)),
    "vee": ((0.0, 0.0), (-0.95, 0.55), (-1.1, 0.38), (-0.5, 0.0), (-1.1, -0.38), (-0.95, -0.55)),
    "diamond": ((0.0, 0.0), (-0.5, 0.36), (-1.0, 0.0), (-0.5, -0.36)),
    "circle": tuple((round(x * 0.36 - 0.36, 4), round(y * 0.36, 4)) for x, y in _ngon(20)),
}
"""Head of an edge -> its outline for length 1, tip at (0, 0), pointing along +x."""


def placed(outline: Outline, at: Point, scale: float, direction: Point = (1.0, 0.0)) -> list[Point]:
    """The outline scaled, turned towards the unit vector `direction` and moved to `at`."""
    cos, sin = direction
    return [(at[0] + scale * (x * cos - y * sin), at[1] + scale * (x * sin + y * cos)) for x, y in outline]
