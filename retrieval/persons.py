"""Whose name a question asks for, and whose names a claim tells."""

import re
from collections.abc import Iterator, Sequence

from knowledge.schema import Text
from retrieval.places import Places
from retrieval.tokens import words
from retrieval.translit import name_stem

# What has a name and is nobody.
_BODY_RU = r"(?:профсоюз|профцентр|конфедерац|федерац|организац|компан|фирм|преми|закон|кампан|суда\b|сайт)"
_BODY_EN = (
    r"(?:union|\w*federation|congress|organi[sz]ation|company|firm|court|law|prize|award|campaign|\w*site|city|town)\b"
)
# Who in a trial is asked for by name, apart from the judge in Russian, whose forms differ.
_TRIAL_RU = r"адвокат\w*|прокурор\w*|следовател\w+"
_TRIAL_EN = r"judges?|lawyers?|attorneys?|prosecutors?|investigators?"
_WANTED = re.compile(
    r"\b(?:зовут|звали|звать|фамили\w+|фио|поименно"
    rf"|(?<!свое )(?<!честное )(?<!доброе )(?:имя|имена)(?! (?:\w+ )?{_BODY_RU})"
    r"|кто (?:(?:был\w*|именно|по|у|его|ее|их|там|из) )*"
    rf"(?:судь\w+|судей|{_TRIAL_RU}|защитник\w*|директор\w*|владел\w+|хозяин\w*)"
    r"|кто из (?:судей|прокуроров|адвокатов|следователей|депутатов|министров|чиновников|полицейских|начальников)"
    rf"|как(?:ой|ая|ие) (?:судья|судьи|{_TRIAL_RU})"
    rf"|surnames?|(?<!clear (?:his|her) )(?<!in the )names?(?! of (?:\w+ ){{0,2}}{_BODY_EN})"
    r"|who (?:(?:was|is|were|are|exactly|the|his|her|their|defen[cs]e|state|general) )+"
    rf"(?:{_TRIAL_EN}|directors?|owners?)"
    rf"|(?:which|what) (?:of the )?(?:{_TRIAL_EN}|mps|deputies|ministers?|officials?))\b"
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


def persons(text: Text, places: Places) -> frozenset[str]:
    """The names, as stems by sound, of the people whom a claim names.

    In Russian a person has a given name, an initial or an office before the surname, and is no place; names sound alike
    in both languages, a title is translated.
    """
    return frozenset(_names(text.ru, places)) & frozenset(map(name_stem, words(text.en)))


def _names(russian: str, places: Places) -> Iterator[str]:
    for found in _PERSON.findall(_QUOTED.sub("«»", russian)):
        parts = words(found)
        if len(parts) > 1 and not any(map(places.has, parts)):
            yield from map(name_stem, parts)
