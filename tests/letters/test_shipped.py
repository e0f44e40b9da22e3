"""The letters that are shipped: what they ask, their grammar, their page."""

import datetime as dt
from functools import cache

import pymorphy3
import pytest

from knowledge.letter import Forms
from knowledge.letters import Letters
from knowledge.loader import load
from knowledge.rendering import RenderedLetter, Renderer
from knowledge.schema import LANGUAGES, Language
from knowledge.sender import LIMITS, Sender
from knowledge.staleness import stale
from knowledge.typesetting.page import pictures

KNOWLEDGE = load()
LETTERS = Letters(KNOWLEDGE)
TODAY = KNOWLEDGE.as_of
NAMES = sorted(KNOWLEDGE.correspondence.names)
FULL = Sender(
    "Анна Петрова",
    "Рига, Латвия",
    "Профсоюз докеров Рижского порта",
    ("Я сама работаю в порту и знаю, чего стоит право голоса. " * 20)[: LIMITS["own"]],
)


def letter(name: str, language: Language, seed: str, sender: Sender = FULL) -> RenderedLetter:
    standing = LETTERS.standing(name, TODAY)
    assert standing is not None
    return Renderer(KNOWLEDGE).render(standing, standing.letter.addressees[0], language, sender, TODAY, seed)


def test_at_least_eight_may_be_sent_on_the_day_of_the_content() -> None:
    names = {standing.letter.id for standing in LETTERS.open_on(TODAY)}
    assert len(names) >= 8
    assert names >= {
        "review-convictions",
        "register-ksprk",
        "restore-energy-union",
        "union-law",
        "report-to-ilo",
        "investigate-senyavsky",
        "zhanaozen-inquiry",
        "solidarity-message",
    }
    assert list(stale(KNOWLEDGE, TODAY)) == []


def test_none_is_open_for_ever() -> None:
    assert LETTERS.open_on(dt.date(2029, 1, 1)) == []


def test_no_demand_of_solidarity_goes_to_the_state() -> None:
    letter = KNOWLEDGE.letters["solidarity-message"]
    assert letter.addressees == ("independent-unions",)
    others = [one for one in KNOWLEDGE.letters.values() if one.id != letter.id]
    assert [one.id for one in others if "independent-unions" in (*one.addressees, *one.copies)] == []


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.letters))
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fits_one_page_with_a_long_paragraph_of_the_sender(name: str, language: Language) -> None:
    for seed in ("a", "b", "c"):
        assert len(pictures(letter(name, language, seed))) == 1


@pytest.mark.parametrize("name", sorted(KNOWLEDGE.letters))
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_brace_is_left_in_any_wording(name: str, language: Language) -> None:
    curated = KNOWLEDGE.letters[name]
    renderer = Renderer(KNOWLEDGE)
    told = [
        renderer.filled(curated, wording, language)
        for paragraph in curated.body[language].paragraphs
        for wording in paragraph.wordings
    ]
    told += [renderer.filled(curated, ask.text.in_language(language), language) for ask in curated.asks]
    assert [text for text in told if "{" in text or "  " in text or "None" in text] == []


# pymorphy guesses at surnames that it does not know, and guesses wrong: a known one that ends alike stands for them.
LIKE = {"ова": "иванова", "ев": "васильев", "ов": "иванов", "ский": "достоевский", "ай": "николай", "ан": "иван"}


@cache
def analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def inflected(word: str, gender: str, case: str) -> set[str]:
    """The forms of a person's name in a case, by the dictionary."""
    parses = [one for one in analyser().parse(word) if gender in one.tag and {"Name", "Surn"} & one.tag.grammemes]
    forms = (parse.inflect({case, "sing"}) for parse in parses if parse.is_known)
    return {form.word for form in forms if form is not None}


def declined(word: str, gender: str, case: str) -> set[str]:
    """The same, by a name that ends alike where the dictionary has not this one."""
    if known := inflected(word, gender, case):
        return known
    ending, like = next((ending, like) for ending, like in LIKE.items() if word.endswith(ending))
    stem, model_stem = word.removesuffix(ending), like.removesuffix(ending)
    return {stem + form.removeprefix(model_stem) for form in inflected(like, gender, case)}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("case", ["nomn", "gent", "datv", "accs", "ablt", "loct"])
def test_names_are_declined_as_the_dictionary_does(name: str, case: str) -> None:
    forms: Forms = KNOWLEDGE.correspondence.names[name]
    gender = "femn" if forms.nomn.split()[0].endswith("а") else "masc"
    for word, curated in zip(forms.nomn.lower().split(), getattr(forms, case).lower().split(), strict=True):
        assert curated in declined(word, gender, case)
