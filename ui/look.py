"""How the graph is drawn, as the address holds it: what beyond the filter a link takes along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from errors import InputError
from graph.groups import GROUPINGS
from graph.measures import METRICS
from ui.address import AT, Parameters, get, get_all

SIZES = {"statements": "statements", **{key: metric.label.lower() for key, metric in METRICS.items()}}
"""Name in the address -> what the size of a dot shows."""
DETAILS = {
    "top": "the most named",
    "backbone": "what stands out",
    "parties": "parties",
    "communities": "communities",
}
"""Name in the address -> what is drawn."""
LIMITS = (300, 600, 1000)  # names drawn; beyond, a canvas is neither smooth nor legible
FARTHEST = 10_000_000  # pixels from the middle that a pin may be
SMALLEST, LARGEST = 1e-4, 1e3  # scales at which something may be seen
WHOLE = "all"  # in the address: all of the graph is seen, whatever a saved view says

Place = tuple[int, int]
Sight = tuple[int, int, float]  # the middle of what is seen, and the scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the graph is drawn."""

    size: str = "statements"  # key of SIZES
    detail: str = "top"  # key of DETAILS
    names: int = LIMITS[0]  # drawn at most
    also: tuple[str, ...] = ()  # ids drawn beyond these, because somebody looked for them
    opened: tuple[str, ...] = ()  # ids of groups that show their members
    pins: Mapping[str, Place]  # id -> where the reader put it
    trail: tuple[str, ...] = ()  # centres before the present one, names or ids
    chain: int = 0  # which of the ways between two names is shown, from 1 on
    sight: Sight | None = None  # the part that is seen; all of it if None

    @property
    def grouped(self) -> bool:
        """Whether groups are drawn."""
        return self.detail in GROUPINGS


def read_look() -> tuple[Look, list[InputError]]:
    """What the address says, and what in it cannot be meant, which the look leaves out."""
    faults: list[InputError] = []
    look = Look(
        size=_one_of("size", SIZES, faults),
        detail=_one_of("detail", DETAILS, faults),
        names=int(_one_of("names", {str(limit): "" for limit in LIMITS}, faults)),
        also=tuple(get_all("also")),
        opened=tuple(get_all("open")),
        pins=_pins(faults),
        trail=tuple(get_all("trail")) if get("centre") else (),
        chain=int(_one_of("chain", {str(number): "" for number in range(6)}, faults)),
        sight=_sight(faults),
    )
    return look, faults


def pinned(places: Mapping[str, Sequence[float]]) -> Parameters:
    """Pins as a part of the address: "id~x~y" each, in whole pixels."""
    return {"pins": [f"{id}~{round(x)}~{round(y)}" for id, (x, y) in sorted(places.items())]}


def _one_of(name: str, options: Mapping[str, str], faults: list[InputError]) -> str:
    default = next(iter(options))
    said = get(name) or default
    if said in options:
        return said
    faults.append(InputError(f"unknown {name}: {said}", where="address", mend=f"Use: {', '.join(options)}"))
    return default


def _pins(faults: list[InputError]) -> dict[str, Place]:
    pins: dict[str, Place] = {}
    for text in get_all("pins"):
        id, x, y = [*text.rsplit("~", 2), "", ""][:3]
        try:
            pins[id] = _pixel(x), _pixel(y)
        except ValueError:
            faults.append(InputError(f"'{text}' pins nothing", where="address", mend="Use: id~x~y"))
    return pins


def _sight(faults: list[InputError]) -> Sight | None:
    text = get(AT)
    if text in {"", WHOLE}:
        return None
    try:
        x, y, scale = text.split("_")
        return _pixel(x), _pixel(y), _scale(scale)
    except ValueError:
        faults.append(InputError(f"'{text}' is no part of the graph", where="address", mend="Use: x_y_scale"))
        return None


def _scale(text: str) -> float:
    if not SMALLEST <= (value := float(text)) <= LARGEST:
        raise ValueError(text)
    return value


def _pixel(text: str) -> int:
    if abs(value := int(text)) > FARTHEST:
        raise ValueError(text)
    return value
