"""`hustings version`: what exactly runs here."""

from __future__ import annotations

import importlib.util
import json
import os
from importlib import metadata
from pathlib import Path

from commands.options import Json
from commands.project import program_version
from commands.screen import print_json, print_table
from errors import InputError


def version(as_json: Json = False) -> None:
    """Print the versions of the program, the language model, the lexicon, the knowledge base and the learned model.

    Example: hustings version --json
    """
    from nlp.knowledge import load_knowledge
    from nlp.lexicon import load_lexicon
    from nlp.stance import load_stance

    stance = load_stance()
    found = {
        "hustings": program_version(),
        "model": _model(),
        "lexicon": load_lexicon().version,
        "knowledge": load_knowledge().version,
        "stance": stance.version if stance else "none",
    }
    if as_json:
        print_json(found)
    else:
        print_table(("part", "version"), found.items())


def _model() -> str:
    """As `Extractor.versions` has it, read from the model's own description: loading it takes seconds."""
    from nlp.parsing import DEFAULT_MODEL, MODEL_VARIABLE

    name = os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise InputError(
            "this language model is not installed", where=name, mend=f"Install it or unset {MODEL_VARIABLE}"
        )
    meta = json.loads((Path(spec.origin).parent / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']} (spaCy {metadata.version('spacy')})"
