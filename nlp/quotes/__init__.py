"""Who speaks: quotations and their speakers, the turns of transcripts, and the clauses that report speech."""

from nlp.quotes.cues import is_cue
from nlp.quotes.speakers import find_speakers
from nlp.quotes.topics import settle_topics
from nlp.quotes.turns import find_quotes
from nlp.quotes.voices import asserters

__all__ = ["asserters", "find_quotes", "find_speakers", "is_cue", "settle_topics"]
