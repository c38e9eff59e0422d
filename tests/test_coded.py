"""`hustings add file.dna`: the document, what people have coded in it, and what the machine finds, all in one database."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from ingest import read_source
from store import Store
from tests.ingest.dna_sample import DnaFile
from workspace import Workspace

TEXT = "Marta Quill criticised Peter Grange. Then everybody went home along the shore of the bay."
GERMAN = "Der Minister hat die Vorsitzende am Montag scharf kritisiert, sagte sie. " * 5
TAX = "The harbour tax is needed."

pytestmark = pytest.mark.model


@pytest.fixture
def path(tmp_path: Path) -> Path:
    dna = DnaFile(tmp_path / "coded.dna")
    for text in (TEXT, GERMAN):
        start, stop = (37, 77) if text == TEXT else (0, 40)
        dna.code(
            dna.document(text),
            start,
            stop,
            person="Marta Quill",
            organization="Reed Union",
            concept=TAX,
            agreement=1,
        )
    return dna.path


def test_coded_statements_stand_beside_those_found_and_outlive_a_text_that_cannot_be_read(path, tmp_path):
    with Workspace(f"sqlite:///{tmp_path}/h.db") as workspace:
        result = workspace.add(read_source(str(path)))
        assert (result.added, result.known, result.refused) == (2, 0, [])
        assert (result.coded, len(result.coders), result.coded_in) == (2, 1, 2)
        said = [
            (s.document, f"{s.actor} {s.relation} {s.target}", s.method.split(":")[0])
            for s in workspace.statements()
        ]
        assert said == [
            ("coded-1", "Marta Quill criticised Peter Grange", "rule"),
            ("coded-1", f"Marta Quill backed {TAX}", "import"),
            ("coded-2", f"Marta Quill backed {TAX}", "import"),
        ]
        assert workspace.entities()["marta-quill"].roles == ("Reed Union",)
        assert workspace.graph().has_edge("marta-quill", "issue--the-harbour-tax-is-needed")
        assert workspace.add(read_source(str(path))).known == 2


def test_the_command(path, tmp_path):
    for added, codings in ((2, ["2 coded statements by 1 coder in 2 documents"]), (0, [])):
        result = CliRunner().invoke(app, ["add", str(path), "--database", f"sqlite:///{tmp_path}/c.db"])
        assert result.exit_code == 0
        assert [line for line in result.output.splitlines() if "coded statement" in line] == codings
        assert f"{added} added, {2 - added} known already" in result.output
    with Store(f"sqlite:///{tmp_path}/c.db") as store:
        assert len(store.reading("coded-2").remarks) == 1  # why the machine did not read it


def test_extract_prints_both(path):
    result = CliRunner().invoke(app, ["extract", str(path), "--format", "table"])
    assert result.exit_code == 0
    assert "criticised" in result.output and "backed" in result.output
