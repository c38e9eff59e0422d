"""What is known of one document while it is being read: its parse, its mentions, who speaks where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from nlp.knowledge import Knowledge
from nlp.lexicon import Lexicon
from records import Document, Entity, Span

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})  # behind a surname


@dataclass(slots=True)
class Found:
    """A mention while reading: token span [start, end), the entity, and how it was recognised."""

    start: int
    end: int
    entity_id: str
    kind: str


@dataclass(slots=True)
class Quote:
    """Tokens [start, end) between quotation marks, the marks left out, and who speaks them."""

    start: int
    end: int
    open_ended: bool = False  # no closing mark before the paragraph ends: the next paragraph goes on
    speaker: str | None = None
    speaker_span: tuple[int, int] | None = None  # tokens
    cue: int | None = None  # token
    turn: bool = False  # a speaker's turn in a transcript, without marks


@dataclass(slots=True)
class Draft:
    """The state that the steps of reading build up, each adding to what the earlier ones left."""

    document: Document
    doc: Doc
    lexicon: Lexicon
    knowledge: Knowledge
    tokens: list[Token] = field(default_factory=list)  # of doc, listed once: indexing a Doc is dear
    words: list[str] = field(default_factory=list)  # token -> its lower case
    sentence_at: list[int] = field(default_factory=list)  # token -> number of its sentence
    words_in: dict[int, frozenset[str]] = field(default_factory=dict)  # sentence -> its words, once asked for
    country: str = "GB"
    entities: dict[str, Entity] = field(default_factory=dict)
    found: list[Found] = field(default_factory=list)
    mention_at: dict[int, Found] = field(default_factory=dict)  # token -> the mention it belongs to
    surnames: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    given: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    roles: list[tuple[int, tuple[str, ...], str]] = field(
        default_factory=list
    )  # token, words, person: the text's own
    past_roles: list[tuple[int, tuple[str, ...], str]] = field(default_factory=list)  # "the former …"
    party_of_head: dict[int, str] = field(default_factory=dict)  # token -> party that a word before it names
    pronouns: dict[int, str] = field(default_factory=dict)  # token -> entity
    plural: dict[int, list[str]] = field(default_factory=dict)  # token of "they" -> entities
    same_as: dict[int, int] = field(default_factory=dict)  # token of "them" -> token of the noun it repeats
    things: list[tuple[int, str, Entity]] = field(default_factory=list)  # token, lemma, what it was named
    quotes: list[Quote] = field(default_factory=list)
    quote_at: dict[int, Quote] = field(default_factory=dict)  # token -> quotation
    paragraph_at: list[int] = field(default_factory=list)  # token -> number of its paragraph
    circumstances: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # statement -> what it is trusted by

    def __post_init__(self) -> None:
        self.tokens = list(self.doc)
        self.words = [token.lower_ for token in self.tokens]
        number = -1
        for token in self.tokens:
            number += token.is_sent_start is True or number < 0
            self.sentence_at.append(number)

    def words_beside(self, index: int) -> frozenset[str]:
        """The words of a token's sentence and their lemmas, in lower case."""
        number = self.sentence_at[index]
        if number not in self.words_in:
            sentence = self.tokens[index].sent
            self.words_in[number] = frozenset(
                word
                for i in range(sentence.start, sentence.end)
                for word in (self.words[i], self.lemma_at(i))
            )
        return self.words_in[number]

    def lemma_at(self, index: int) -> str:
        """The lemma of a token in lower case."""
        return self.tokens[index].lemma_.lower()

    def add(self, start: int, end: int, entity_id: str, kind: str) -> Found:
        """Note a mention; tokens that already belong to one keep theirs."""
        mention = Found(start, end, entity_id, kind)
        self.found.append(mention)
        for index in range(start, end):
            self.mention_at.setdefault(index, mention)
        return mention

    def mark(self, span: Span, entity_id: str) -> str:
        """Take the tokens that a span of characters touches for the name of an actor of its own; its id."""
        covered = [
            t.i for t in self.tokens if t.idx < span[1] and t.idx + len(t) > span[0] and not t.is_space
        ]
        if covered:
            name = self.document.text[slice(*span)]
            self.introduce(Entity(id=entity_id, name=name, type="organization"))
            self.add(covered[0], covered[-1] + 1, entity_id, "name")
        return entity_id

    def free(self, start: int, end: int) -> bool:
        """Whether no token of the span belongs to a mention yet."""
        return not any(index in self.mention_at for index in range(start, end))

    def found_in_order(self) -> list[Found]:
        """The mentions in text order, without party words that only modify a noun."""
        live = [mention for mention in self.found if self.mention_at.get(mention.start) is mention]
        return sorted(live, key=lambda mention: mention.start)

    def entity_of(self, token: Token) -> str | None:
        """The entity that a token names or, being a pronoun, refers to."""
        mention = self.mention_at.get(token.i)
        return mention.entity_id if mention is not None else self.pronouns.get(token.i)

    def know(self, entity_id: str) -> Entity:
        """The entity of the knowledge base as of the document's date, noted as present in this text."""
        if entity_id not in self.entities:
            base = self.knowledge.entities[entity_id]
            date = self.document.date
            self.entities[entity_id] = Entity(
                id=base.id,
                name=base.name,
                type=base.type,
                party=self.knowledge.party_of(entity_id, date),
                roles=self.knowledge.roles_of(entity_id, date) if base.type == "person" else (),
                gender=base.gender,
                wikidata=base.wikidata,
                other_names=base.other_names,
            )
            if base.type == "person":
                self.index_person(base.id, base.name)
        return self.entities[entity_id]

    def introduce(self, entity: Entity) -> Entity:
        """Note an entity that the knowledge base does not have."""
        if entity.id not in self.entities:
            self.entities[entity.id] = entity
            if entity.type == "person":
                self.index_person(entity.id, entity.name)
        return self.entities[entity.id]

    def index_person(self, entity_id: str, name: str) -> None:
        """Let the person be found by surname and given name."""
        words = [word for word in name.split() if word.rstrip(".") not in SUFFIXES]
        if len(words) > 1:
            self.surnames[words[-1]].append(entity_id)
            self.given[words[0]].append(entity_id)
            if len(words) > 2:
                self.surnames[" ".join(words[1:])].append(entity_id)

    def span_text(self, start: int, end: int) -> str:
        """The document's own characters of a token span."""
        begin, stop = self.chars(start, end)
        return self.document.text[begin:stop]

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Character span of a token span."""
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last)
