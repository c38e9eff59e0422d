"""The words by which a text is looked over before it is parsed: forms of verbs, names, words that are no names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.language import Language

from nlp.inflections import dictionary, forms_of
from nlp.knowledge import Knowledge
from nlp.lexicon import Lexicon

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Word lists of one lexicon and knowledge base, lower case but for the names."""

    cues: Words  # every form of the verbs that report speech
    verbs: Words  # every form of the lexicon's verbs
    undergone: Words  # their past forms, of those that take an object: "accused", "backed"
    past_of: Mapping[str, str]  # of those, the third person -> the past: "accuses" -> "accused"
    urged: Words  # of those whose object then acts: "urged to quit"
    judging: Words  # words that judge: "disgrace", "shameful"
    small: Words  # words that are never names: "over", "after"
    common: Words  # words that are rarely names: the lexicon's, and what titles are about
    dictionary: Words  # base forms of ordinary words
    names: Words  # the words of names, as they are written

    @classmethod
    def of(cls, model: Language, lexicon: Lexicon, knowledge: Knowledge) -> Wording:
        """The word lists for a model's lemmatizer."""
        frames = lexicon.verb_frames
        taking = [verb for verb, found in frames.items() if any(not frame.words for frame in found)]
        verbs = frozenset(forms_of(model, {*frames, *lexicon.speech["verbs"]}))
        known = dictionary(model)
        judges = (lexicon.negative, lexicon.positive)
        own = (lexicon.noun_frames, lexicon.adjective_frames, lexicon.role_nouns)
        return cls(
            cues=frozenset(forms_of(model, lexicon.speech["verbs"])),
            verbs=verbs,
            undergone=_past_forms(model, taking),
            past_of=_pasts(model, taking),
            urged=_past_forms(model, lexicon.governors["controlling"].intersection(frames)),
            judging=frozenset(word for each in judges for word in each.adjectives | each.nouns),
            small=lexicon.speech["small"],
            common=lexicon.speech["common"].union(verbs, *own),
            dictionary=known,
            names=_name_words(knowledge, known | verbs),
        )


def _past_forms(model: Language, verbs: Iterable[str]) -> Words:
    forms = forms_of(model, verbs)
    return frozenset(form for form, verb in forms.items() if form != verb and not form.endswith(("ing", "s")))


def _pasts(model: Language, verbs: Iterable[str]) -> Mapping[str, str]:
    """The third person of some verbs -> their past; of two forms not the participle ("forgave", "forgiven")."""
    third: dict[str, str] = {}
    past: dict[str, str] = {}
    for form, verb in sorted(forms_of(model, verbs).items(), key=lambda pair: pair[0].endswith("n")):
        if form != verb and not form.endswith("ing"):
            (third if form.endswith("s") else past).setdefault(verb, form)
    return {form: past[verb] for verb, form in third.items() if verb in past}


def _name_words(knowledge: Knowledge, ordinary: Words) -> Words:
    """The words of people's names, single names, and what is no ordinary word in longer ones ("Harbour *Inquiry*")."""
    words = set(knowledge.surnames)
    for name, ids in knowledge.names.items():
        person = any(knowledge.entities[entity_id].type == "person" for entity_id in ids)
        parts = [part for part in name.split() if part[:1].isupper()]
        words.update(part for part in parts if person or len(parts) == 1 or part.lower() not in ordinary)
    return frozenset(words)
