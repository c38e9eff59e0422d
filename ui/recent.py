"""What was worked out last, as much as there is room for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """Answers by their questions; those asked for longest ago make room for new ones. Threads may share it.

    Args:
        room: What all that is kept may weigh together; the last answer is kept whatever it weighs.
        weight: What an answer weighs.
    """

    def __init__(self, room: int, weight: Callable[[Value], int]) -> None:
        self._room, self._weight = room, weight
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = RLock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What is kept under the key, made if there is nothing."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = make()
                self._drop()
            self._kept.move_to_end(key)
            return self._kept[key]

    def _drop(self) -> None:
        used = sum(map(self._weight, self._kept.values()))
        while used > self._room and len(self._kept) > 1:
            used -= self._weight(self._kept.popitem(last=False)[1])
