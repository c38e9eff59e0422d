"""Corrections: a journal of entries, replayed over what the machine found; agreement, trust and what to look at next.

May import records and errors, and no other room.
"""

from review.anchors import anchor_of
from review.force import Unapplied, effective
from review.replay import Corrected, replay

__all__ = ["Corrected", "Unapplied", "anchor_of", "effective", "replay"]
