"""Reading the pair files."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

Pair = tuple[str, str]

OWN_CORPUS = Path(__file__).parent / "corpus"
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ])")


class Sentence(NamedTuple):
    """A sentence in both languages; neighbours in a list are neighbours in their document."""

    source: str
    english: str
    russian: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything the encoder learns from, by kind of pair."""

    sentences: list[Sentence]
    verses: list[Sentence]
    words: list[Pair]
    titles: list[Pair]
    names: list[Pair]
    passages: list[Pair]
    questions: list[Pair]
    own_sentences: list[Pair]
    own_passages: list[Pair]
    own_rewordings: list[Pair]


class DataError(Exception):
    """A pair file is absent or malformed; the message names the remedy."""


def read_corpus(folder: Path, own: Path = OWN_CORPUS) -> Corpus:
    """Read the outside pair files in `folder` and our own ones in `own`."""
    return Corpus(
        sentences=[Sentence(*row) for row in _rows(folder / "docs_sentences.en-ru.tsv.gz", columns=3)],
        verses=[Sentence("bible", *row) for row in _rows(folder / "bible_synodal.en-ru.tsv.gz")],
        words=_pairs(folder / "wiktionary_words.en-ru.tsv.gz") + _pairs(folder / "wiktionary_glosses.en-ru.tsv.gz"),
        titles=_pairs(folder / "wikidata_titles.en-ru.tsv.gz"),
        names=_pairs(folder / "wikidata_names.en-ru.tsv.gz"),
        passages=_passages(folder / "wiki_title_passage.en.tsv.gz"),
        questions=_passages(folder / "medquad_question_answer.en.tsv.gz"),
        own_sentences=own_pairs(own, "parallel"),
        own_passages=own_pairs(own, "question_passage"),
        own_rewordings=own_pairs(own, "rewording"),
    )


def own_pairs(folder: Path, kind: str) -> list[Pair]:
    """The pairs of every file of ours of one kind; DataError names a malformed line."""
    return [pair for path in sorted(folder.glob(f"*.{kind}.tsv")) for pair in _pairs(path)]


def _passages(path: Path) -> list[Pair]:
    """Titles or questions with their passage cut into lines, a sentence each."""
    return [(left, SENTENCE_END.sub("\n", right)) for left, right in _rows(path)]


def _pairs(path: Path) -> list[Pair]:
    return [(left, right) for left, right in _rows(path)]


def _rows(path: Path, columns: int = 2) -> Iterator[list[str]]:
    if not path.is_file():
        raise DataError(f"{path} is absent: give the folder with the pair files as --data")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            row = line.rstrip("\n").split("\t")
            if len(row) != columns or not all(cell.strip() for cell in row):
                raise DataError(f"{path}, line {number}: needs {columns} non-empty cells separated by tabs")
            yield row
