"""The forms of the lexicon's verbs: for the lemmatizer, and for recognising a verb before anything is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language


def teach_inflections(model: Language, verbs: Iterable[str]) -> None:
    """Let the lemmatizer know the regular forms of verbs it may not have met ("retweeted" is "retweet").

    Where it would rather see another verb in a form, it forgets that one: "hates" is "hate", not "hat". Of verbs with
    a hyphen the past and the participle are one token ("co-sponsored"); other forms may be nouns ("co-chairs").
    """
    exceptions, index = _exceptions(model), _table(model, "lemma_index")
    tokenizer: Any = model.tokenizer
    known = set(verbs)
    rivals = {verb[:-1] for verb in known if verb.endswith("e")}
    if "verb" in index:
        joined = [verb for verb in sorted(known) if "-" in verb]
        index["verb"] = [*(verb for verb in index["verb"] if verb not in rivals), *joined]
    for verb in _nearest_first(known):
        for form in _regular(verb):
            if form not in known:
                exceptions.setdefault(form, [verb])
            if "-" in verb and form.endswith(("ed", "ing")):
                for written in (form, form.capitalize()):
                    tokenizer.add_special_case(written, [{"ORTH": written}])


def forms_of(model: Language, verbs: Iterable[str]) -> dict[str, str]:
    """Every form of some verbs, irregular ones as the lemmatizer knows them -> the verb."""
    known = set(verbs)
    forms = {form: verb for verb in reversed(_nearest_first(known)) for form in (verb, *_regular(verb))}
    irregular = {form: lemmas[0] for form, lemmas in _exceptions(model).items() if lemmas[0] in known}
    return forms | irregular


def dictionary(model: Language) -> frozenset[str]:
    """The base forms of the ordinary words that the lemmatizer knows; none where it has no list."""
    return frozenset(word for words in _table(model, "lemma_index").values() for word in words)


def _exceptions(model: Language) -> Any:
    """The lemmatizer's verb forms that its rules do not reach."""
    return _table(model, "lemma_exc").get("verb", {})


def _table(model: Language, name: str) -> Any:
    """A table of the lemmatizer's; an empty one where it has none."""
    lemmatizer = model.get_pipe("lemmatizer") if model.has_pipe("lemmatizer") else None
    tables = getattr(lemmatizer, "lookups", None)
    return tables.get_table(name) if tables is not None and tables.has_table(name) else {}


def _nearest_first(verbs: Iterable[str]) -> list[str]:
    """Verbs in the order in which they claim a form: "noted" is of "note", not of "not"."""
    return sorted(verbs, key=lambda verb: (not verb.endswith("e"), verb))


def _regular(verb: str) -> Iterator[str]:
    """The regular forms: -s, -ed, -ing."""
    if verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        yield from (verb + "es", verb + "ed", verb + "ing")
    else:
        yield from (verb + "s", verb + "ed", verb + "ing")
