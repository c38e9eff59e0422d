"""The whole way from a document to its statements."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from spacy.tokens import Doc

from errors import HustingsError
from nlp.attribution import attributions
from nlp.coreference import resolve_pronouns
from nlp.draft import Draft
from nlp.explain import Silence, silences
from nlp.inflections import teach_inflections
from nlp.knowledge import load_knowledge
from nlp.leanings import Leaning, find_leanings
from nlp.leanings.scale import load_scale
from nlp.lexicon import load_lexicon
from nlp.mentions import find_mentions
from nlp.names import Names
from nlp.parsing import Parser, load_model, model_version
from nlp.quotes import find_quotes, find_speakers, settle_topics
from nlp.readable import check_readable
from nlp.rules import RULES, TRIGGERS, Dispatch
from nlp.stance import load_stance
from nlp.stance.opinions import Told, agreement, second_opinion, told
from nlp.stance.pairs import Pair, meetings
from nlp.stance.traits import traits
from nlp.statements import find_statements
from records import Document, Mention, Reading, Span, Statement

VERSION = "0.1.0"

# Documents in one turn at the model: several of the parser's batches, so that one of them is parsed while the learned
# model thinks about another.
AT_ONCE = 32


class Extractor:
    """Reads documents; loads model, lexicon and knowledge once and may be shared by threads.

    Args:
        model: Name of a spaCy pipeline with a parser; default: HUSTINGS_SPACY_MODEL, else the small English one.
        knowledge: Folder of Popolo files; default: the project's own.
        stance: Whether the learned model is asked too, where its files are there; `self.stance` is None if not.

    Raises:
        InputError: If the model is missing, or lexicon or knowledge have faults.
    """

    def __init__(self, model: str | None = None, knowledge: Path | None = None, stance: bool = True) -> None:
        self.model = load_model(model)
        self.lexicon = load_lexicon()
        self.knowledge = load_knowledge(knowledge)
        teach_inflections(self.model, {*self.lexicon.verb_frames, *self.lexicon.speech["verbs"]})
        self.stance = load_stance() if stance else None
        self._turn = Lock()
        self.names = Names.of(self.model, self.knowledge)
        self.rules = Dispatch.of(RULES, TRIGGERS, self.lexicon)
        self.parse = Parser.of(self.model, self.lexicon, self.knowledge).parse

    @property
    def versions(self) -> dict[str, str]:
        """What a result depends on besides the text."""
        return {
            "extractor": VERSION,
            "model": model_version(self.model),
            "lexicon": self.lexicon.version,
            "knowledge": self.knowledge.version,
            "stance": self.stance.version if self.stance else "none",
        }

    def read(self, document: Document) -> Reading:
        """Everything found in one document.

        Raises:
            InputError: If the document is in another language than the lexicon's, or too long to parse.
        """
        check_readable(document)
        with self._zone():
            return self._finished(self._drafted(document, next(self.parse([document.text]))))

    def readings(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading for each document, in order, streaming; one that cannot be read has only remarks."""
        source = iter(documents)
        while batch := list(itertools.islice(source, AT_ONCE)):
            yield from self._batch(batch)

    def pipe(self, documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Statement, ...]]]:
        """Each document with its statements, streaming."""
        for reading in self.readings(documents):
            yield reading.document, reading.statements

    def explain(self, document: Document) -> tuple[Reading, tuple[Silence, ...]]:
        """The reading of one document, and for each cue that gave no statement the reason.

        Raises:
            InputError: As `read` does.
        """
        check_readable(document)
        with self._zone():
            draft = self._drafted(document, next(self.parse([document.text])))
            reading = self._finished(draft)
            return reading, tuple(silences(draft, reading.statements))

    def circumstances(self, document: Document) -> list[tuple[Statement, tuple[str, ...]]]:
        """Each statement of a document with what its confidence was added up from; see `nlp.confidence`."""
        with self._zone():
            draft = self._drafted(document, next(self.parse([document.text])))
            return [(s, draft.circumstances[s.id]) for s in self._finished(draft).statements]

    def told(self, document: Document) -> tuple[tuple[Statement, ...], tuple[Told, ...]]:
        """The statements of the rules, and the opinions that the learned model adds; none where it is absent."""
        with self._zone():
            draft = self._drafted(document, next(self.parse([document.text])))
            statements = find_statements(draft, self.rules)
            return statements, () if self.stance is None else told(draft, statements, self.stance)

    def agreement(self, document: Document) -> list[tuple[Statement, float | None]]:
        """The statements of the rules, each with the learned model's chance of the same opinion; None for no word."""
        if self.stance is None:
            return []
        with self._zone():
            draft = self._drafted(document, next(self.parse([document.text])))
            return list(agreement(draft, find_statements(draft, self.rules), self.stance))

    def between(self, document: Document, spans: Sequence[Span]) -> Iterator[tuple[int, int, Statement]]:
        """Statements among given stretches of a text, whoever they name: (actor's number, target's number, statement).

        Args:
            document: The text to read.
            spans: Characters [start, end) of each stretch; it is taken for an actor, not looked up.
        """
        doc = next(self.parse([document.text]))
        draft = Draft(document, doc, self.lexicon, self.knowledge)
        numbers = {draft.mark(span, f"span-{number}"): number for number, span in enumerate(spans)}
        for statement in find_statements(self._filled(draft), self.rules):
            if statement.actor_id in numbers and statement.target_id in numbers:
                yield numbers[statement.actor_id], numbers[statement.target_id], statement

    def leanings(self, document: Document, spans: Sequence[Span]) -> list[Leaning]:
        """How given stretches of a text seem to feel about each other: guesses, much weaker than statements.

        Args:
            document: The text to read.
            spans: Characters [start, end) of each stretch.
        """
        with self._zone():
            return list(find_leanings(next(self.parse([document.text])), spans, load_scale()))

    def pairs(self, document: Document) -> list[tuple[Pair, frozenset[str]]]:
        """Every two actors that meet in a sentence or a quotation, as the learned model and its gate see them."""
        with self._zone():
            draft = self._drafted(document, next(self.parse([document.text])))
            return [(met.pair, traits(draft, met)) for met in meetings(draft)]

    def _batch(self, documents: Sequence[Document]) -> list[Reading]:
        remarks = [_remark(document) for document in documents]
        good = [document.text for document, remark in zip(documents, remarks, strict=True) if not remark]
        with self._zone(), _second_thread() as beside:
            parsed = self.parse(good)
            begun = [
                None if remark else self._begun(document, next(parsed), beside)
                for document, remark in zip(documents, remarks, strict=True)
            ]
            return [
                Reading(document=document, remarks=(remark,))
                if found is None
                else _reading_of(found[0], found[1].result())
                for found, document, remark in zip(begun, documents, remarks, strict=True)
            ]

    def _begun(
        self, document: Document, doc: Doc, beside: Executor
    ) -> tuple[Draft, Future[tuple[Statement, ...]]]:
        """What rules find; the learned model thinks about it beside, while the next document is read."""
        draft = self._drafted(document, doc)
        return draft, beside.submit(self._thought_over, draft, find_statements(draft, self.rules))

    @contextmanager
    def _zone(self) -> Iterator[None]:
        """One thread's turn at the model, which forgets the words of the turn afterwards.

        spaCy would keep every word it ever met: no token may outlive the zone, only records do.
        """
        with self._turn, self.model.memory_zone():
            yield

    def _drafted(self, document: Document, doc: Doc) -> Draft:
        return self._filled(Draft(document, doc, self.lexicon, self.knowledge))

    def _filled(self, draft: Draft) -> Draft:
        """Mentions, pronouns and speakers found."""
        find_quotes(draft)
        find_mentions(draft, self.names)
        find_speakers(draft)  # by name, so that pronouns between quotations know who spoke last
        resolve_pronouns(draft, in_quotes=False)
        find_speakers(draft)
        resolve_pronouns(draft, in_quotes=True)
        settle_topics(draft)
        return draft

    def _finished(self, draft: Draft) -> Reading:
        return _reading_of(draft, self._thought_over(draft, find_statements(draft, self.rules)))

    def _thought_over(self, draft: Draft, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return statements if self.stance is None else second_opinion(draft, statements, self.stance)


@contextmanager
def _second_thread() -> Iterator[Executor]:
    """A thread for what can go on beside; where something fails, what it has not begun is left undone."""
    executor = ThreadPoolExecutor(1)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _reading_of(draft: Draft, statements: tuple[Statement, ...]) -> Reading:
    return Reading(
        document=draft.document,
        statements=statements,
        entities=tuple(sorted(draft.entities.values(), key=lambda entity: entity.id)),
        mentions=tuple(_mentions(draft)),
        attributions=tuple(attributions(draft)),
    )


def _remark(document: Document) -> str:
    try:
        check_readable(document)
    except HustingsError as error:
        return str(error)
    return ""


def _mentions(draft: Draft) -> Iterator[Mention]:
    """Mentions as characters: names first noted by the reader, then pronouns, in text order."""
    rows = [(m.start, m.end, m.entity_id, m.kind) for m in draft.found_in_order()]
    rows += [(i, i + 1, entity_id, "pronoun") for i, entity_id in draft.pronouns.items()]
    rows += [(i, i + 1, entity_id, "pronoun") for i, ids in draft.plural.items() for entity_id in ids]
    for start, end, entity_id, kind in sorted(rows):
        begin, stop = draft.chars(start, end)
        yield Mention(start=begin, end=stop, entity_id=entity_id, kind=kind)
