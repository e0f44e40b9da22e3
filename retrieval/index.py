"""What is kept on disk of the knowledge: vectors of passages and words; rebuilt when anything it came from changes."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.base import Knowledge
from knowledge.schema import LANGUAGES, Language
from retrieval.background import background
from retrieval.closeness import CloseIndex
from retrieval.concepts import Flags, concepts_of, vocabulary_mark
from retrieval.dense import DenseIndex, Scores, stack
from retrieval.encoders import Encoder, Encoders
from retrieval.kinds import Asks, kind_shares
from retrieval.lexical import LexicalIndex
from retrieval.lexicon import Lexicon
from retrieval.names import NameMatcher
from retrieval.passages import Passage, passages
from retrieval.remembered import Marks, Remembered, encoded, marks_of
from retrieval.unanswered import InVain, spans, unanswered, unanswered_mark
from retrieval.vectors import Vectors

log = logging.getLogger(__name__)

# Raise when the files or what goes into the vectors change: older indexes are then rebuilt.
FORMAT = 10
# Large enough for the encoder to work in bulk, small enough for the progress bar to move.
_BATCH = 256

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Index:
    """Passages and words of the knowledge with their vectors, row by row.

    `kinds`: for each claim which share of its example questions is of each kind, in the order of `Asks`. `concepts`:
    which of `Concept` it answers. `in_vain`: the questions that no case file answers; in `close` their rows come after
    those of the passages. `levels`: the background of the encoders' cosines, for passages, for words, and for passages
    without names seen through the lens. `marks`: of the texts in `close`, as they are written and then without names.
    """

    passages: tuple[Passage, ...]
    in_vain: tuple[InVain, ...]
    lexicon: Lexicon
    dense: DenseIndex
    close: CloseIndex
    word_vectors: Vectors
    lexical: Mapping[Language, LexicalIndex]
    kinds: Scores
    concepts: Flags
    levels: Scores
    marks: Marks

    @classmethod
    def open(
        cls,
        folder: Path | None,
        knowledge: Knowledge,
        names: NameMatcher,
        encoders: Encoders,
        progress: Progress | None = None,
    ) -> "Index":
        """The stored index of this knowledge and encoders; built, and stored where that can be, when there is none.

        `progress` is called with (done, total) texts while building. Without a folder nothing is stored.
        """
        pieces, in_vain = tuple(passages(knowledge)), unanswered(knowledge)
        lexicon = Lexicon.from_passages(pieces)
        origin = {
            "format": FORMAT,
            "knowledge": knowledge.fingerprint,
            "encoders": encoders.fingerprint,
            "vocabulary": vocabulary_mark(),
            "unanswered": unanswered_mark(),
        }
        stored = _read(folder, origin) if folder else None
        if stored is not None and stored.fits(pieces, in_vain, lexicon):
            return cls(pieces, in_vain, lexicon, **vars(stored))
        remembered = _remembered(folder, origin) if folder else Remembered()
        if encoders.remembered:
            remembered |= Remembered.load(encoders.remembered, encoders.texts.fingerprint)
        written = [*(piece.text for piece in pieces), *(asked.question for asked in in_vain)]
        texts = _Encoded.of([*written, *map(names.without, written)], encoders.texts, remembered, progress)
        built = cls(pieces, in_vain, lexicon, **vars(_build(pieces, lexicon, knowledge, encoders, texts)))
        if folder:
            _write(folder, origin, built)
        return built

    def places_in_vain(self) -> dict[str | None, NDArray[np.intp]]:
        """Where in `close` the questions asked of each case in vain stand; under None, of any case."""
        return spans(self.in_vain, start=len(self.passages))

    def remembered(self) -> Remembered:
        """The vectors of all its texts."""
        return Remembered.from_marks(self.marks, self.close.by_text())


@dataclass(frozen=True)
class _Stored:
    """What the files of an index hold."""

    dense: DenseIndex
    close: CloseIndex
    word_vectors: Vectors
    lexical: Mapping[Language, LexicalIndex]
    kinds: Scores
    concepts: Flags
    levels: Scores
    marks: Marks

    def fits(self, pieces: Sequence[Passage], in_vain: Sequence[InVain], lexicon: Lexicon) -> bool:
        """Whether nothing is cut off."""
        rows = len(self.dense), len(self.close.steps), len(self.word_vectors)
        return rows == (len(pieces), len(pieces) + len(in_vain), len(lexicon.stems))


@dataclass(frozen=True)
class _Encoded:
    """The vectors of texts as they are written, of the same without names, and the marks of both."""

    written: Vectors
    nameless: Vectors
    marks: Marks

    @classmethod
    def of(
        cls, texts: Sequence[str], encoder: Encoder, remembered: Remembered, progress: Progress | None
    ) -> "_Encoded":
        """From all the texts, and then all without names."""
        written, nameless = np.split(_encode(encoder, texts, remembered, progress), 2)
        return cls(written, nameless, marks_of(texts))


def _build(
    pieces: Sequence[Passage],
    lexicon: Lexicon,
    knowledge: Knowledge,
    encoders: Encoders,
    texts: _Encoded,
) -> _Stored:
    as_written, without_names = texts.written[: len(pieces)], texts.nameless[: len(pieces)]
    word_vectors = encoders.words.encode(lexicon.surfaces)
    lexical = {
        language: LexicalIndex.build([piece.text for piece in pieces if piece.language == language], language)
        for language in LANGUAGES
    }
    close = CloseIndex.build(texts.written, texts.nameless, encoders.lens)
    concepts = np.array([concepts_of(claim) for claim in knowledge.claims.values()])
    alike = [background(each) for each in (as_written, word_vectors, encoders.lens.seen(without_names))]
    levels = np.array(alike, dtype=np.float32)
    dense = DenseIndex.build(as_written)
    return _Stored(dense, close, word_vectors, lexical, _kinds(knowledge), concepts, levels, texts.marks)


def _kinds(knowledge: Knowledge) -> Scores:
    shares = [kind_shares(claim.questions.every) for claim in knowledge.claims.values()]
    return np.array([[share.get(kind, 0) for kind in Asks] for share in shares], dtype=np.float32)


def _encode(encoder: Encoder, texts: Sequence[str], remembered: Remembered, progress: Progress | None) -> Vectors:
    """A row for each text; what is remembered, or comes again without a name, is not encoded anew."""
    vectors = remembered.vectors(texts)
    new = list(dict.fromkeys(text for text in texts if text not in vectors))
    for start in range(0, len(new), _BATCH):
        batch = new[start : start + _BATCH]
        vectors |= zip(batch, encoded(encoder, batch), strict=True)
        if progress:
            progress(min(start + _BATCH, len(new)), len(new))
    return stack([vectors[text] for text in texts])


def _read(folder: Path, origin: dict[str, object]) -> _Stored | None:
    """The stored files, or None when they are missing, damaged or of another origin."""
    try:
        if json.loads((folder / "origin.json").read_text(encoding="utf-8")) != origin:
            return None
        return _Stored(
            DenseIndex.load(folder / "passages.faiss"),
            CloseIndex.load(folder),
            np.load(folder / "words.npy", allow_pickle=False),
            {language: LexicalIndex.load(folder / f"bm25-{language}", language) for language in LANGUAGES},
            np.load(folder / "kinds.npy", allow_pickle=False),
            np.load(folder / "concepts.npy", allow_pickle=False),
            np.load(folder / "levels.npy", allow_pickle=False),
            np.load(folder / "marks.npy", allow_pickle=False),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RuntimeError, EOFError, KeyError, TypeError) as error:
        log.warning("The index in %s is damaged (%s) and is built anew.", folder, type(error).__name__)
        return None


def _remembered(folder: Path, origin: dict[str, object]) -> Remembered:
    """The vectors of an index of other case files by the same encoders; none when there is no such index."""
    try:
        of_stored = json.loads((folder / "origin.json").read_text(encoding="utf-8"))
        if any(of_stored[name] != origin[name] for name in ("format", "encoders")):
            return Remembered()
        return Remembered.from_marks(np.load(folder / "marks.npy"), CloseIndex.load(folder).by_text())
    except (OSError, ValueError, EOFError, KeyError, TypeError):
        return Remembered()


def _write(folder: Path, origin: dict[str, object], index: Index) -> None:
    """Store the parts first and their origin last: an interrupted write is then seen as no index."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "origin.json").unlink(missing_ok=True)
        index.dense.save(folder / "passages.faiss")
        index.close.save(folder)
        np.save(folder / "words.npy", index.word_vectors)
        np.save(folder / "kinds.npy", index.kinds)
        np.save(folder / "concepts.npy", index.concepts)
        np.save(folder / "levels.npy", index.levels)
        np.save(folder / "marks.npy", index.marks)
        for language, lexical in index.lexical.items():
            lexical.save(folder / f"bm25-{language}")
        (folder / "origin.json").write_text(json.dumps(origin), encoding="utf-8")
    except (OSError, RuntimeError) as error:
        log.warning("The index cannot be stored in %s (%s); it is built again at the next start.", folder, error)
