"""Text on the theme's primary colour can be read, in both themes (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

THEME = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))[
    "theme"
]


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_white_on_primary(name):
    assert contrast("#FFFFFF", THEME[name]["primaryColor"]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_primary_as_a_border_on_the_page(name):
    assert contrast(THEME[name]["backgroundColor"], THEME[name]["primaryColor"]) >= 3
    assert contrast(THEME[name]["secondaryBackgroundColor"], THEME[name]["primaryColor"]) >= 3
