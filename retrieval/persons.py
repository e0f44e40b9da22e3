"""Whose name a question asks for, and whose names a claim tells."""

import re
from collections.abc import Iterator, Sequence

from knowledge.schema import Text
from retrieval.places import is_place
from retrieval.tokens import words
from retrieval.translit import name_stem

# What has a name and is nobody.
_BODY_RU = r"(?:профсоюз|профцентр|конфедерац|федерац|организац|компан|фирм|преми|закон|кампан|суда\b|сайт)"
_BODY_EN = (
    r"(?:union|\w*federation|congress|organi[sz]ation|company|firm|court|law|prize|award|campaign|\w*site|city|town)\b"
)
_WANTED = re.compile(
    r"\b(?:зовут|звали|звать|фамили\w+|фио|поименно"
    rf"|(?<!свое )(?<!честное )(?<!доброе )(?:имя|имена)(?! (?:\w+ )?{_BODY_RU})"
    r"|кто (?:(?:был\w*|именно|по|у|его|ее|их|там|из) )*"
    r"(?:судь\w+|судей|адвокат\w*|защитник\w*|прокурор\w*|следовател\w+|директор\w*|владел\w+|хозяин\w*)"
    r"|кто из (?:судей|прокуроров|адвокатов|следователей|депутатов|министров|чиновников|полицейских|начальников)"
    r"|как(?:ой|ая|ие) (?:судья|судьи|адвокат\w*|прокурор\w*|следовател\w+)"
    rf"|surnames?|(?<!clear (?:his|her) )(?<!in the )names?(?! of (?:\w+ ){{0,2}}{_BODY_EN})"
    r"|who (?:(?:was|is|were|are|exactly|the|his|her|their|defen[cs]e|state|general) )+"
    r"(?:judges?|lawyers?|attorneys?|prosecutors?|investigators?|directors?|owners?)"
    r"|(?:which|what) (?:of the )?"
    r"(?:judges?|lawyers?|attorneys?|prosecutors?|investigators?|mps|deputies|ministers?|officials?))\b"
)
_QUOTED = re.compile(r"«[^»]*»")
# Capitalised words side by side, or one after an initial or an office.
_PERSON = re.compile(
    r"\b(?:(?:[А-ЯЁ]\.|(?:судь|прокурор|адвокат|следовател|директор|министр|президент)\w*) ?)?"
    r"[А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)*"
)


def wants_name(typed: Sequence[str]) -> bool:
    """Whether a question, in normalised words, asks what somebody is called."""
    return _WANTED.search(" ".join(typed)) is not None


def persons(text: Text) -> frozenset[str]:
    """The names, as stems by sound, of the people whom a claim names.

    In Russian a person has a given name, an initial or an office before the surname, and is no place; names sound alike
    in both languages, a title is translated.
    """
    return frozenset(_names(text.ru)) & frozenset(map(name_stem, words(text.en)))


def _names(russian: str) -> Iterator[str]:
    for found in _PERSON.findall(_QUOTED.sub("«»", russian)):
        parts = words(found)
        if len(parts) > 1 and not any(map(is_place, parts)):
            yield from map(name_stem, parts)
