"""Cutting the vocabulary of a hundred languages down to the pieces that two of them use."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from retrieval.training.compact.fourbit import Checkpoint
from retrieval.training.tokenizer import WORD_START

# 99.9 % of all pieces of the training texts; the next would come up three times in them.
PIECES = 42_000
START, END, UNKNOWN = 0, 2, 3
SPECIAL = 4
# Every letter, digit and sign that the two languages and Kazakh use must be there: what is not becomes unknown.
SINGLE = re.compile(rf"{WORD_START}?[a-z0-9À-ɏЀ-ӿ!-/:-@\[-`{{-~«»—–№…“”„’‘°•§€£₽₸]|{WORD_START}")
FAMILIAR = re.compile(rf"[\x00-ɏЀ-ӿ{WORD_START}‐-‧€₸₽№…]+")
SPACES = r"[\t\n\f\r\x{1680}\x{200b}-\x{200f}\x{2028}\x{2029}\x{2581}\x{feff}]"
CHUNK = 20_000


def tokenizer_of(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """The model's own way of cutting texts, but without capitals and with ё read as е: chats have neither."""
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(SPACES), " "),
            normalizers.Replace(Regex(r"\p{Cc}"), ""),
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace("ё", "е"),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=WORD_START, prepend_scheme="always")
    start, end = pieces[START][0], pieces[END][0]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}", special_tokens=[(start, START), (end, END)]
    )
    return tokenizer


def kept_pieces(checkpoint: Checkpoint, texts: Iterable[str], count: int = PIECES) -> list[int]:
    """The numbers of the pieces to keep: the special ones, single letters and signs, and those that come up most."""
    tokenizer = tokenizer_of(list(zip(checkpoint.pieces, checkpoint.scores, strict=True)))
    uses: Counter[int] = Counter()
    for chunk in _chunks(texts):
        for encoding in tokenizer.encode_batch(chunk):
            uses.update(encoding.ids)
    kept = {place for place, piece in enumerate(checkpoint.pieces) if place < SPECIAL or SINGLE.fullmatch(piece)}
    # Equally frequent ones in their own order, so that the same texts give the same vocabulary.
    ranked = sorted(uses, key=lambda place: (-uses[place], place))
    wanted = [place for place in ranked if place not in kept and FAMILIAR.fullmatch(checkpoint.pieces[place])]
    return sorted(kept | set(wanted[: max(0, count - len(kept))]))


def _chunks(texts: Iterable[str]) -> Iterable[list[str]]:
    chunk: list[str] = []
    for text in texts:
        chunk.append(text)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    yield chunk
