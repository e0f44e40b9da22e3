"""Function words as chats spell them, read as everybody else spells them: «скока», «чо», "wich", "skolko"."""

from retrieval.tokens import is_cyrillic
from retrieval.translit import sound_key
from retrieval.words import RUSSIAN

# Shorter ones sound alike by chance.
_MIN_LETTERS = 4
_RUSSIAN = {
    "скока": "сколько",
    "скоко": "сколько",
    "сколко": "сколько",
    "сколка": "сколько",
    "скок": "сколько",
    "када": "когда",
    "кагда": "когда",
    "че": "что",
    "чо": "что",
    "шо": "что",
    "зачто": "за что",
    "щас": "сейчас",
    "ща": "сейчас",
    "счас": "сейчас",
    "седня": "сегодня",
    "седни": "сегодня",
    "пачему": "почему",
    "почиму": "почему",
    "пачиму": "почему",
    "хто": "кто",
    "каво": "кого",
    "ково": "кого",
    "откудова": "откуда",
}
_ENGLISH = {
    "wich": "which",
    "wat": "what",
    "wot": "what",
    "wen": "when",
    "wer": "where",
    "wheres": "where is",
    "whats": "what is",
    "whos": "who is",
    "hows": "how is",
    "whens": "when is",
    "whys": "why is",
    "y": "why",
    "u": "you",
    "ur": "your",
    "cuz": "because",
    "coz": "because",
    "bc": "because",
}
_BY_SOUND = {sound_key(word): word for word in sorted(RUSSIAN, reverse=True) if len(word) >= _MIN_LETTERS}


def plain(word: str) -> str:
    """The usual spelling of a function word of chats; any other word as it is."""
    return (_RUSSIAN if is_cyrillic(word) else _ENGLISH).get(word, word)


def sounding_like(word: str) -> str:
    """The Russian function word that a misspelt one sounds like; any other word as it is."""
    is_misspelt = is_cyrillic(word) and word not in RUSSIAN and len(word) >= _MIN_LETTERS
    return _BY_SOUND.get(sound_key(word), word) if is_misspelt else word
