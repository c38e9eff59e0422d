"""Files, addresses, feeds and pastes become documents; may import records and errors, and no other room."""

from ingest.failures import Failure
from ingest.inputs import MAX_BYTES
from ingest.readers import READERS, read_bytes
from ingest.sources import read_places, read_source

__all__ = ["MAX_BYTES", "READERS", "Failure", "read_bytes", "read_places", "read_source"]
