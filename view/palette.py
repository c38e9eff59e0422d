"""The one visual design: what each party, type and family looks like, on light and on dark.

Every colour stands at least 3:1 against its surface (WCAG 2.2, 1.4.11), families stay apart for colour-blind
readers, and no colour is the only code: families differ in dash and arrow head too, types in shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from records import digest
from view.oklch import oklch


@dataclass(frozen=True, slots=True)
class Tone:
    """One colour in its two variants, as #RRGGBB."""

    light: str
    dark: str

    def on(self, dark: bool) -> str:
        """The variant for a dark or a light surface."""
        return self.dark if dark else self.light


@dataclass(frozen=True, slots=True)
class Family:
    """How the relations of one family are drawn."""

    label: str
    tone: Tone
    dash: tuple[int, ...]  # pixels on, off, ...; empty for a solid line
    head: str  # arrow type of vis-network


SURFACE = Tone("#FFFFFF", "#14171D")
RAISED = Tone("#F6F7F9", "#1D2129")
INK = Tone("#1A1F29", "#ECEFF4")
MUTED = Tone("#5A6372", "#A4ADBB")
LINE = Tone("#DDE1E7", "#333A46")

FAMILIES = {
    "support": Family("supports", Tone("#007A70", "#35C9B4"), (), "arrow"),
    "opposition": Family("opposes", Tone("#D1410C", "#FF7148"), (9, 5), "bar"),
    "demand": Family("calls for", Tone("#7447D1", "#A98BFF"), (2, 4), "vee"),
    "action": Family("acts on", Tone("#2B3A55", "#E3E9F5"), (12, 4, 2, 4), "diamond"),
    "affiliation": Family("belongs to", Tone("#8A929E", "#7F8896"), (), "circle"),
}
"""Family of relation -> its line. The bar is the sign for inhibition in biology's pathway maps."""

SHAPES = {
    "person": "dot",
    "party": "hexagon",
    "organization": "square",
    "inquiry": "diamond",
    "demand": "triangle",
    "issue": "triangleDown",
    "place": "star",
}
"""Type of entity -> shape, by its name in vis-network."""

NEUTRAL = Tone("#6B7482", "#A3ABB8")
"""People and parties of whom no party is known."""

TYPES = {
    "organization": Tone("#44597A", "#9DB2D3"),
    "inquiry": Tone("#8A4B2D", "#DDA27F"),
    "demand": FAMILIES["demand"].tone,
    "issue": Tone("#75680A", "#D6C65A"),
    "place": Tone("#4F6B57", "#A6BFAD"),
}
"""Colour of an entity that is neither person nor party."""

_LABOUR = Tone("#D50032", "#FF5C77")
_CONSERVATIVE = Tone("#0A6EBD", "#4BA8F0")
_LIBERAL_DEMOCRAT = Tone("#C77700", "#FFB43B")
_GREEN = Tone("#00873E", "#3ECF7A")
_SNP = Tone("#9A8200", "#FFE75C")
_REFORM = Tone("#0B8CA3", "#35CFE6")
_DUP = Tone("#B4552F", "#E58B6C")
_UUP = Tone("#2A7DBF", "#6CB9F5")
_ALLIANCE = Tone("#967500", "#F6CB2F")
_DEMOCRAT = Tone("#2450B8", "#7C9DF2")
_REPUBLICAN = Tone("#B3202C", "#F07A80")
_SDLP = Tone("#1F8A3B", "#58C96F")
_PLAID = Tone("#005B54", "#5FB8A8")

PARTIES = {
    "labour": _LABOUR,
    "labour and co-operative": _LABOUR,
    "co-operative": _LABOUR,
    "scottish labour": _LABOUR,
    "welsh labour": _LABOUR,
    "conservative": _CONSERVATIVE,
    "conservatives": _CONSERVATIVE,
    "conservative and unionist": _CONSERVATIVE,
    "scottish conservatives": _CONSERVATIVE,
    "tories": _CONSERVATIVE,
    "liberal democrat": _LIBERAL_DEMOCRAT,
    "liberal democrats": _LIBERAL_DEMOCRAT,
    "lib dem": _LIBERAL_DEMOCRAT,
    "lib dems": _LIBERAL_DEMOCRAT,
    "green": _GREEN,
    "greens": _GREEN,
    "green party of england and wales": _GREEN,
    "scottish greens": _GREEN,
    "scottish green": _GREEN,
    "scottish national": _SNP,
    "snp": _SNP,
    "reform uk": _REFORM,
    "reform": _REFORM,
    "brexit": _REFORM,
    "plaid cymru": _PLAID,
    "democratic unionist": _DUP,
    "dup": _DUP,
    "sinn féin": Tone("#326760", "#74B5A8"),
    "sinn fein": Tone("#326760", "#74B5A8"),
    "social democratic and labour": _SDLP,
    "sdlp": _SDLP,
    "alliance": _ALLIANCE,
    "alliance party of northern ireland": _ALLIANCE,
    "ulster unionist": _UUP,
    "uup": _UUP,
    "traditional unionist voice": Tone("#0C3A6A", "#7FA6D6"),
    "tuv": Tone("#0C3A6A", "#7FA6D6"),
    "uk independence": Tone("#70147A", "#C77BD1"),
    "ukip": Tone("#70147A", "#C77BD1"),
    "alba": Tone("#00549E", "#69A8E6"),
    "workers party of britain": Tone("#8C1A3B", "#E27D9B"),
    "democratic": _DEMOCRAT,
    "democrats": _DEMOCRAT,
    "republican": _REPUBLICAN,
    "republicans": _REPUBLICAN,
    "fianna fáil": Tone("#2F7D32", "#7CC77F"),
    "fine gael": Tone("#4A51B8", "#9AA0F0"),
    "alternative for germany": Tone("#007FA8", "#4FC1E9"),
    "afd": Tone("#007FA8", "#4FC1E9"),
    "independent": NEUTRAL,
}
"""Party, lower case and without "the" or "Party" -> colour: the customary one, moved until it can be read."""

SHADES = ((0.38, 0.58), (0.50, 0.70), (0.62, 0.82))  # lightness on light and on dark
HUES, FIRST_HUE, CHROMA = 10, 9, 0.12
CATEGORICAL = tuple(
    Tone(*(oklch(lightness, CHROMA, FIRST_HUE + place * 360 / HUES) for lightness in shade))
    for shade in SHADES
    for place in range(HUES)
)
"""For parties the table lacks: 30 that a look tells apart, with 3:1 on each surface."""


def family(name: str) -> Family:
    """How that family is drawn; a family unknown here is drawn as the quietest."""
    return FAMILIES.get(name, FAMILIES["affiliation"])


def party_tone(party: str) -> Tone:
    """The party's colour; the same for a party unknown to the table in every run and on every machine."""
    name = " ".join(party.casefold().split()).removeprefix("the ").removesuffix(" party").strip()
    if not name:
        return NEUTRAL
    return PARTIES.get(name) or CATEGORICAL[int(digest(name)[:8], 16) % len(CATEGORICAL)]


def party_of(data: Mapping[str, Any]) -> str:
    """The party that colours a node, from its attributes; a party is coloured by its own name."""
    return str(data.get("party") or (data.get("name", "") if data.get("type") == "party" else ""))


def node_colour(kind: str, party: str, dark: bool = False) -> str:
    """People and parties by party, everything else by its type, as #RRGGBB."""
    tone = TYPES.get(kind) or party_tone(party)
    return tone.on(dark)


def node_shape(kind: str) -> str:
    """The shape's name in vis-network."""
    return SHAPES.get(kind, "dot")


def blend(colour: str, surface: str, share: float) -> str:
    """`share` of the colour over the surface, as one opaque #RRGGBB."""
    pairs = ((int(colour[i : i + 2], 16), int(surface[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(share * above + (1 - share) * below):02X}" for above, below in pairs)
