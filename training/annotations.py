"""Pairs of actors in news, annotated by readers of our own: where they stand in public articles, and who is for whom.

`annotations.tsv` holds no word of the articles, which nobody has licensed: an article's id, characters [start, end) of
the sentence and of both actors, and the labels of `nlp.stance.model.CLASSES`, two where each holds an opinion of the
other. The articles are those of PolNeAR (Newell, Margolin and Ruths 2018), one JSON object with "id" and "text" a line,
and single sentences: "directed_sentiment/7" is the eighth row of Park, Pan and Joo 2021, "target_sentiment/7" that of
NewsMTSC (Hamborg and Donnay 2021).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.directed_sentiment import read_rows
from nlp.parsing import PLAIN_MARKS
from nlp.stance.pairs import COLON, Pair
from records import Span

ANNOTATIONS = Path(__file__).with_name("annotations.tsv")
TRAIN, VALID = "train", "valid"  # by article: what is chosen is chosen on articles that taught nothing


@dataclass(frozen=True, slots=True)
class Annotated:
    """Two actors who meet in a sentence of an article, and what a reader says of them; spans are the article's."""

    part: str
    article: str
    sentence: Span
    speaker: str  # name of the first, where the sentence is quoted and does not name its speaker
    first: Span | None  # None for a speaker
    second: Span
    labels: frozenset[int]
    sure: bool  # careful readers would agree
    words: str  # of the sentence

    @property
    def pair(self) -> Pair:
        """The sentence with its two as the program asks the network; a speaker is put before it."""
        before = self.speaker + COLON if self.first is None else ""
        moved = len(before) - self.sentence[0]
        first = (0, len(self.speaker)) if self.first is None else _moved(self.first, moved)
        return Pair(before + self.words, first, _moved(self.second, moved))


def annotated(data: Path, annotations: Path = ANNOTATIONS) -> Iterator[Annotated]:
    """Every annotated pair with its words.

    Args:
        data: Folder of the public data.
        annotations: A file of annotations.

    Raises:
        KeyError: If an article is not there.
    """
    texts = articles_of(data) | sentences_of(data)
    with annotations.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield _annotated(texts[row["article"]].translate(PLAIN_MARKS), row)


def articles_of(data: Path) -> dict[str, str]:
    """Id -> text of each article."""
    lines = (data / "attribution" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row["text"] for row in map(json.loads, lines)}


def parts_of_articles(annotations: Path = ANNOTATIONS) -> dict[str, str]:
    """Id -> part of each annotated article; not of sentences that stand alone."""
    with annotations.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return {row["article"]: row["part"] for row in rows if "/" not in row["article"]}


def sentences_of(data: Path) -> dict[str, str]:
    """Id -> text of each sentence that stands alone."""
    opinions = read_rows(data / "directed_sentiment" / "train.txt")
    tones = (data / "target_sentiment" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {
        "directed_sentiment": [row.text for row in opinions],
        "target_sentiment": [json.loads(line)["sentence_normalized"] for line in tones],
    }
    return {f"{source}/{number}": text for source, rows in texts.items() for number, text in enumerate(rows)}


def _annotated(text: str, row: Mapping[str, str]) -> Annotated:
    start, end = int(row["start"]), int(row["end"])
    return Annotated(
        part=row["part"],
        article=row["article"],
        sentence=(start, end),
        speaker=row["speaker"],
        first=None if row["speaker"] else (int(row["first"]), int(row["first_end"])),
        second=(int(row["second"]), int(row["second_end"])),
        labels=frozenset(int(label) for label in row["labels"].split(",")),
        sure=row["sure"] == "yes",
        words=text[start:end],
    )


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
