"""Text -> vectors: what every encoder promises, and the choice between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from retrieval.cross import CrossEncoder
from retrieval.lens import Lens
from retrieval.prospect import Prospect
from retrieval.vectors import Vectors
from retrieval.weights import COMPACT_WEIGHTS, OTHER_WEIGHTS, STATIC_WEIGHTS, Weights

# The names of the two encoders that travel with the package.
STATIC, COMPACT = "static", "compact"


class Encoder(Protocol):
    """Turns texts into vectors; `fingerprint` changes whenever the vectors would."""

    @property
    def fingerprint(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Passages as float32 (n, dim), L2-normalised; a text without any known token is a zero vector."""

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Questions, likewise: some models embed them differently from passages."""


class WordEncoder(Protocol):
    """Turns single words into vectors, as `Encoder` does texts."""

    @property
    def fingerprint(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> Vectors: ...

    def knows(self, word: str) -> bool:
        """Whether the vocabulary has the word as a whole: then it is a word, not a typing error."""


@dataclass(frozen=True, slots=True)
class Encoders:
    """The encoder that was chosen for whole texts, the one for single words, and how much what they see counts.

    Words are always left to the static one: a transformer needs a sentence around a word, and costs as much for it.
    """

    texts: Encoder
    words: WordEncoder
    weights: Weights
    # A file with vectors of the case files that travel with the package, for an encoder that takes minutes for them.
    remembered: Path | None = None
    # What its vectors of texts without names are seen through.
    lens: Lens = field(default_factory=Lens)
    # How its vectors sound of questions that case files answer; where there is a cross-encoder it adds nothing.
    prospect: Prospect = field(default_factory=Prospect)
    # Reads a question and a claim together.
    cross: CrossEncoder | None = None

    @property
    def fingerprint(self) -> str:
        return f"{self.texts.fingerprint} {self.words.fingerprint} {self.lens.fingerprint}"


@dataclass(frozen=True, slots=True)
class Model:
    """Which encoder to load: "static" or "compact", a sentence-transformers model by hub name or path, or, for an empty
    name, the better one of those that travel with the package and can run here.

    The prompts stand before every question and passage, as E5 wants ("query: ", "passage: "); without them the
    model's own are used.
    """

    name: str = ""
    question_prompt: str | None = None
    passage_prompt: str | None = None


def load_encoders(model: Model | None = None) -> Encoders:
    """The encoders of that name; EncoderError says what is missing and what to do."""
    from retrieval.static import STATIC_LENS, STATIC_PROSPECT, StaticEncoder

    words = StaticEncoder.load()
    model = model or Model()
    # Only the one chosen is imported: each takes longer than everything else at start.
    name = model.name or (COMPACT if find_spec("onnxruntime") else STATIC)
    if name == STATIC:
        lens, prospect = Lens.load(STATIC_LENS), Prospect.load(STATIC_PROSPECT)
        return Encoders(words, words, STATIC_WEIGHTS, lens=lens, prospect=prospect)
    if name == COMPACT:
        from retrieval.compact import COMPACT_CROSS, COMPACT_LENS, VECTORS, CompactEncoder

        encoder = CompactEncoder.load()
        cross = CrossEncoder.load(COMPACT_CROSS, encoder.half_read)
        return Encoders(encoder, words, COMPACT_WEIGHTS, VECTORS, Lens.load(COMPACT_LENS), cross=cross)
    from retrieval.transformer import TransformerEncoder

    return Encoders(TransformerEncoder.load(model), words, OTHER_WEIGHTS)
