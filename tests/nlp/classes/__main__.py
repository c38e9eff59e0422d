"""Classes and their counts: `python -m tests.nlp.classes [--mark] [--verbose]`.

With --mark the list of known failures and the table in docs/extraction.md are written anew: look at the difference, what
is new in the list got worse.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

from nlp import Extractor
from records import Document, Reading
from tests.nlp.cases import write_knowledge
from tests.nlp.classes import table

PAGE = Path(__file__).parents[3] / "docs" / "extraction.md"
TABLE = re.compile(r"^\| class \| rows \|.*?(?=\n\n|\Z)", re.DOTALL | re.MULTILINE)


def main() -> int:
    """Read every row, print the table, and with --mark keep what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--mark", action="store_true", help="rewrite the known failures and the docs")
    parser.add_argument("--verbose", action="store_true", help="list every failing row")
    options = parser.parse_args()
    rows, known = table.load_rows(), table.load_known()
    failing = _failing(rows)
    if options.verbose:
        print("\n".join(f"{f.key} {f.kind}: {'; '.join(f.edges)}\n    {f.text}" for f in failing))
    print(table.to_markdown(rows, failing), table.summary(rows, failing), sep="\n")
    if options.mark:
        table.KNOWN.write_text(table.to_toml(failing, known), encoding="utf-8")
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(TABLE.sub(lambda _: table.to_markdown(rows, failing), page), encoding="utf-8")
    return 0


def _failing(rows: list[table.Row]) -> list[table.Failure]:
    with tempfile.TemporaryDirectory() as folder:
        write_knowledge(Path(folder))
        extractor = Extractor(knowledge=Path(folder), stance=False)

    def read(text: str) -> Reading:
        return extractor.read(Document(id="case", text=text))

    return list(table.failures(rows, read))


if __name__ == "__main__":
    sys.exit(main())
