"""Every name of the shipped case files, however it is typed: cases, scripts, capitals, typing errors."""

import string
from functools import cache

import pymorphy3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.loader import load
from knowledge.schema import Kind
from retrieval.names import NameMatcher
from retrieval.tokens import words
from retrieval.translit import name_stem

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
LATIN = {
    **dict(zip("абвгдезийклмнопрстуфхц", "abvgdeziyklmnoprstufhc", strict=True)),
    **{
        "ж": "zh",
        "ч": "ch",
        "ш": "sh",
        "щ": "sch",
        "ы": "y",
        "ь": "",
        "ъ": "",
        "э": "e",
        "ю": "yu",
        "я": "ya",
        "ё": "e",
    },
}
KAZAKH = str.maketrans({"к": "қ", "у": "ұ", "а": "ә", "н": "ң"})

PEOPLE = {case.id: case.name for case in load().cases.values() if case.kind is Kind.PERSON}
SURNAMES = {case_id: (words(name.ru)[-1], words(name.en)[-1]) for case_id, name in PEOPLE.items()}
people = st.sampled_from(sorted(SURNAMES))


@cache
def matcher() -> NameMatcher:
    return NameMatcher.from_knowledge(load())


@cache
def inflected(surname: str, gender: str) -> tuple[str, ...]:
    """The surname in the six cases, by pymorphy3."""
    analyser = pymorphy3.MorphAnalyzer(lang="ru")
    parses = [parse for parse in analyser.parse(surname) if gender in parse.tag and "sing" in parse.tag]
    surnames = [parse for parse in parses if "Surn" in parse.tag]
    parse = (surnames or parses or analyser.parse(surname))[0]
    forms = [parse.inflect({case, "sing"}) for case in CASES]
    return tuple(form.word if form else surname for form in forms)


def forms(case_id: str) -> tuple[str, ...]:
    given_name = words(PEOPLE[case_id].ru)[0]
    return inflected(SURNAMES[case_id][0], "femn" if given_name.endswith(("а", "я")) else "masc")


def found(text: str) -> list[str]:
    return [mention.entity.case_id for mention in matcher().find(text)]


@pytest.mark.parametrize("case_id", sorted(SURNAMES))
@pytest.mark.parametrize("number", range(len(CASES)), ids=CASES)
def test_all_six_cases(case_id: str, number: int) -> None:
    form = forms(case_id)[number]
    assert found(f"что с {form} сейчас") == [case_id], form
    assert found(f"ЧТО С {form.upper()} СЕЙЧАС") == [case_id]


@pytest.mark.parametrize("case_id", sorted(SURNAMES))
@pytest.mark.parametrize("number", range(len(CASES)), ids=CASES)
def test_all_six_cases_in_latin_letters(case_id: str, number: int) -> None:
    typed = "".join(LATIN[letter] for letter in forms(case_id)[number])
    assert found(f"chto s {typed} seychas") == [case_id], typed


@pytest.mark.parametrize("case_id", sorted(SURNAMES))
def test_kazakh_letters_and_english_around_a_russian_name(case_id: str) -> None:
    russian, english = SURNAMES[case_id]
    assert found(russian.translate(KAZAKH)) == [case_id]
    assert found(f"when was {russian} arrested") == [case_id]
    assert found(f"когда арестовали {english.title()}") == [case_id]


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[str, str]:
    """A surname with as many typing errors as its length forgives; the first letter stays."""
    case_id = draw(people)
    word = draw(st.sampled_from(SURNAMES[case_id]))
    stem = name_stem(word)
    errors = 2 if len(stem) >= 8 else 1 if len(stem) >= 5 else 0
    for _ in range(errors):
        place = draw(st.integers(1, len(word) - 2))
        letter = draw(st.sampled_from("аоеинтсрвл" if "а" <= word[0] <= "я" else string.ascii_lowercase[:20]))
        edit = draw(st.sampled_from(["leave", "double", "swap", "change"]))
        word = {
            "leave": word[:place] + word[place + 1 :],
            "double": word[:place] + word[place] + word[place:],
            "swap": word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            "change": word[:place] + letter + word[place + 1 :],
        }[edit]
    return case_id, word


@given(mistyped())
@settings(max_examples=400, deadline=None)
def test_typing_errors_by_length(sample: tuple[str, str]) -> None:
    case_id, typed = sample
    assert case_id in found(f"что с {typed}"), typed


@given(people, st.sampled_from(["когда", "где", "why", "сколько"]), st.booleans())
@settings(max_examples=100, deadline=None)
def test_without_spaces_before_punctuation(case_id: str, word: str, first: bool) -> None:
    surname = SURNAMES[case_id][0]
    assert found(f"{surname},{word}?" if first else f"{word}-{surname}!!!") == [case_id]
