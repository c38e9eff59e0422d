"""Files, addresses, feeds and pastes become documents; may import records and errors, and no other room."""

from ingest.failures import Failure
from ingest.inputs import MAX_BYTES
from ingest.readers import CODED, READERS, Item, read_bytes
from ingest.sources import read_places, read_source

__all__ = ["CODED", "MAX_BYTES", "READERS", "Failure", "Item", "read_bytes", "read_places", "read_source"]
