"""Small files of every kind, made on the spot."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import matplotlib
from matplotlib.figure import Figure
from pypdf import PdfReader, PdfWriter

SENTENCES = (
    "Marta Quill criticised the harbour plan on Tuesday.",
    "She said the council had ignored the people who live beside the docks, and called for a new survey.",
    "Owen Tarrow, who leads the council, defended the plan and said the survey had been thorough.",
)
ARTICLE = f"""<!DOCTYPE html><html><head><title>Harbour plan criticised</title>
<meta property="og:site_name" content="The Tidewater Post">
<meta property="article:published_time" content="2024-03-12T09:00:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour plan criticised</h1>{"".join(f"<p>{s}</p>" for s in SENTENCES * 2)}</article>
<footer>Buy our calendar</footer></body></html>"""


def pdf_of(*lines: str) -> Figure:
    """One page with these lines of text; without any, a page with a picture only."""
    figure = Figure(figsize=(8, 11))
    for number, line in enumerate(lines):
        figure.text(0.05, 0.95 - number * 0.03, line, fontsize=9)
    if not lines:
        figure.add_subplot().imshow([[0.0, 1.0], [1.0, 0.0]])
        figure.axes[0].axis("off")
    return figure


def save_pdf(path: Path, *lines: str, password: str = "") -> None:
    with matplotlib.rc_context({"pdf.fonttype": 42}):
        pdf_of(*lines).savefig(path, format="pdf", metadata={"Title": "Minutes"})
    if password:
        writer = PdfWriter(clone_from=PdfReader(path))
        writer.encrypt(password, algorithm="RC4-128")
        writer.write(path)


def save_parts(path: Path, body: str) -> None:
    """A Word file of no more parts than it must have, with this in its body."""
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "application/vnd.openxmlformats"
    main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "[Content_Types].xml": f"""<Types xmlns="{package}/content-types">
            <Default Extension="rels" ContentType="{office}-package.relationships+xml"/>
            <Override PartName="/word/document.xml"
             ContentType="{office}-officedocument.wordprocessingml.document.main+xml"/></Types>""",
        "_rels/.rels": f"""<Relationships xmlns="{package}/relationships">
            <Relationship Id="r1" Type="{main}" Target="word/document.xml"/></Relationships>""",
        "word/document.xml": f'<w:document xmlns:w="{words}"><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def save_docx(path: Path, *paragraphs: str) -> None:
    document = docx.Document()
    document.core_properties.title = "Letter"
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Votes", "17"
    document.save(str(path))
