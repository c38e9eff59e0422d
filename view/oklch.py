"""Colours by lightness, strength and hue as the eye takes them, rather than by the lamps of a screen."""

from __future__ import annotations

import math

TO_CONES = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
TO_LAMPS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour as #RRGGBB; what a screen cannot show is cut off.

    Args:
        lightness: 0 is black, 1 is white.
        chroma: 0 is grey, 0.1 is plainly coloured.
        hue: Degrees; 30 is red, 145 green, 265 blue.

    Source:
        Ottosson 2020, "A perceptual color space for image processing".
    """
    angle = math.radians(hue)
    lab = (lightness, chroma * math.cos(angle), chroma * math.sin(angle))
    cones = [sum(map(math.prod, zip(row, lab, strict=True))) ** 3 for row in TO_CONES]
    lamps = [sum(map(math.prod, zip(row, cones, strict=True))) for row in TO_LAMPS]
    return "#" + "".join(f"{round(255 * _encoded(min(max(lamp, 0.0), 1.0))):02X}" for lamp in lamps)


def _encoded(light: float) -> float:
    """sRGB's transfer curve."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
