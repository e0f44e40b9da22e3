"""One Unigram tokenizer for both languages."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from retrieval.training.data import Corpus, Pair
from retrieval.training.kinds import tempered

# 46,000 rows of 384 bytes and the pieces themselves stay under 20 MB.
PIECES = 46_000
# Of a piece's log probability: more only tells one run from the next.
SCORE_DIGITS = 5
UNKNOWN = "[UNK]"
WORD_START = "▁"
# The Bible, dictionary and titles are read whole; the rest in these amounts, so that half is Russian.
SENTENCES = 60_000
PASSAGES = 30_000
NAMES = 40_000
# Pieces kept in each round of pruning; the usual 0.75 takes twice as long.
SHRINKING = 0.5
# Letters of Kazakh, Ukrainian and Belarusian, read as the Russian ones that transliterations use.
# No training text has them, so unmapped they would fall out of a name.
NEIGHBOURS = dict(zip("әғқңөұүһіґєў", "агкноуухигеу", strict=True))
# Stress marks and diacritics go, ё becomes е; the breve stays on и, since й is another letter.
MARKS = r"(?<!и)\x{0306}|[\p{Mn}&&[^\x{0306}]]"
# Punctuation and emoji say nothing about the topic, and every token dilutes the mean.
NO_WORD = r"[^\p{L}\p{N}]+"
FOREIGN = re.compile(r"[^a-zа-я0-9]+")


def train_tokenizer(corpus: Corpus, rng: np.random.Generator, pieces: int = PIECES) -> Tokenizer:
    """Learn the pieces of both languages from the training texts."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = _normalizer()
    # Words are cut apart first, so that no piece spans two.
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=WORD_START, prepend_scheme="always")
    trainer = trainers.UnigramTrainer(
        vocab_size=pieces, unk_token=UNKNOWN, special_tokens=[UNKNOWN], shrinking_factor=SHRINKING
    )
    tokenizer.train_from_iterator(_familiar(tokenizer.normalizer, _texts(corpus, rng)), trainer)
    return _settled(tokenizer)


def _settled(tokenizer: Tokenizer) -> Tokenizer:
    """The same with shorter scores and equal ones in order of their pieces.

    The trainer adds up in the order of a hash table, which is another one each time: that moves last digits and ties.
    """
    state = json.loads(tokenizer.to_str())
    unknown, *pieces = [[piece, round(score, SCORE_DIGITS)] for piece, score in state["model"]["vocab"]]
    state["model"]["vocab"] = [unknown, *sorted(pieces, key=lambda one: (-one[1], one[0]))]
    return Tokenizer.from_str(json.dumps(state))


def silent_pieces(tokenizer: Tokenizer) -> list[int]:
    """Pieces without meaning: the unknown one, and the bare word start that is left when a word is unknown."""
    vocabulary = tokenizer.get_vocab()
    return [vocabulary[piece] for piece in (UNKNOWN, WORD_START) if piece in vocabulary]


def _normalizer() -> normalizers.Normalizer:
    letters = [normalizers.Replace(letter, neighbour) for letter, neighbour in NEIGHBOURS.items()]
    return normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Replace(Regex(r"\p{Cf}"), ""),
            normalizers.Lowercase(),
            normalizers.NFD(),
            normalizers.Replace(Regex(MARKS), ""),
            normalizers.NFC(),
            *letters,
            normalizers.Replace(Regex(NO_WORD), " "),
            normalizers.Strip(),
        ]
    )


def _familiar(normalizer: normalizers.Normalizer, texts: Iterable[str]) -> Iterator[str]:
    """Texts without letters of other scripts, each of which would take a piece."""
    for text in texts:
        yield FOREIGN.sub(" ", normalizer.normalize_str(text))


def _texts(corpus: Corpus, rng: np.random.Generator) -> Iterator[str]:
    chances = tempered([row.source for row in corpus.sentences])
    for index in rng.choice(len(corpus.sentences), min(SENTENCES, len(corpus.sentences)), replace=False, p=chances):
        yield from corpus.sentences[index][1:]
    for verse in corpus.verses:
        yield from verse[1:]
    yield from _flat(corpus.words + corpus.titles)
    yield from _flat(corpus.own_sentences + corpus.own_passages + corpus.own_rewordings)
    yield from _flat(_sample(corpus.names, NAMES, rng))
    yield from _flat(_sample(corpus.passages + corpus.questions, PASSAGES, rng))


def _sample(pairs: Sequence[Pair], count: int, rng: np.random.Generator) -> list[Pair]:
    return [pairs[index] for index in rng.choice(len(pairs), min(count, len(pairs)), replace=False)]


def _flat(pairs: Iterable[Pair]) -> Iterator[str]:
    for pair in pairs:
        yield from pair
