"""Rules for letters: each is a function from Knowledge to the problems it sees."""

from collections.abc import Iterable, Iterator

from knowledge.base import Knowledge
from knowledge.body import literal
from knowledge.errors import Problem
from knowledge.letter import Letter
from knowledge.never import NeverRules
from knowledge.references import unknown
from knowledge.rendering import MissingValue, Renderer
from knowledge.schema import LANGUAGES, Language, Text
from knowledge.texts import is_in


def letter_references(knowledge: Knowledge) -> Iterator[Problem]:
    """Whatever a letter or an addressee refers to exists."""
    correspondence = knowledge.correspondence
    known = {
        "claim": set(knowledge.claims),
        "case": set(knowledge.cases),
        "addressee": set(correspondence.addressees),
        "name": set(correspondence.names),
        "source": set(knowledge.sources),
    }
    for letter in knowledge.letters.values():
        for field, kind, wanted in _references(letter):
            if wanted not in known[kind]:
                yield unknown(path(letter), field, kind, wanted)
    for name, addressee in correspondence.addressees.items():
        for contact in addressee.contacts:
            if contact.source not in known["source"]:
                yield unknown("letters/addressees.yaml", f"{name}.contacts", "source", contact.source)


def letter_dates(knowledge: Knowledge) -> Iterator[Problem]:
    """An ask begins before it ends, and a letter is verified before it expires."""
    for letter in knowledge.letters.values():
        if letter.verified_on > letter.expires:
            yield Problem(path(letter), "expires", f"{letter.expires} lies before verified_on: correct one of them")
        for ask in letter.asks:
            if ask.begins > ask.until:
                yield Problem(path(letter), f"asks.{ask.id}", f"ends on {ask.until}, before it begins: correct one")


def framed(knowledge: Knowledge) -> Iterator[Problem]:
    """Letters have the words that stand around them."""
    if knowledge.letters and knowledge.correspondence.frame is None:
        remedy = "is missing or wrong: write copy_to, close and anonymous"
        yield Problem("letters/frame.yaml", "file", remedy, lacks="letters/frame.yaml")


def slots_have_values(knowledge: Knowledge) -> Iterator[Problem]:
    """A body uses declared slots only, each in a form that its value has, and no value stands idle."""
    renderer = Renderer(knowledge)
    for letter in knowledge.letters.values():
        used = {slot.name for body in letter.body.values() for _, slot in body.slots()}
        for language in LANGUAGES:
            for field, wording in _wordings(letter, language):
                try:
                    renderer.filled(letter, wording, language)
                except (MissingValue, ValueError) as error:
                    yield Problem(_body(letter, language), field, str(error), lacks="letters/names.yaml")
        for idle in letter.values.keys() - used:
            yield Problem(path(letter), f"values.{idle}", "no body uses it: use it or remove it")


def curated_names(knowledge: Knowledge) -> Iterator[Problem]:
    """The forms of a name belong to the name of the case."""
    for name, forms in knowledge.correspondence.names.items():
        case = knowledge.cases.get(name)
        if case is not None and (forms.nomn, forms.en) != (case.name.ru, case.name.en):
            yield Problem("letters/names.yaml", name, f"the case is called {case.name.ru}, {case.name.en}: write it so")


def letter_languages(knowledge: Knowledge) -> Iterator[Problem]:
    """A text in the Russian field is Russian, one in the English field English."""
    for where, field, language, text in _told(knowledge):
        if not is_in(language, literal(text)):
            yield Problem(where, field, f"{text[:40]!r} is not in this language: translate it")


def letters_say_nothing_unsayable(knowledge: Knowledge) -> Iterator[Problem]:
    """No letter says what never.yaml forbids."""
    rules = NeverRules(knowledge.never)
    for where, field, _, text in _told(knowledge):
        for rule in rules.broken_by(text):
            yield Problem(where, field, f"{rule.reason} ({rule.id}): {rule.remedy}")


LETTER_RULES = (
    letter_references,
    letter_dates,
    framed,
    slots_have_values,
    curated_names,
    letter_languages,
    letters_say_nothing_unsayable,
)


def path(letter: Letter) -> str:
    """A letter's file as problems name it."""
    return f"letters/{letter.id}/letter.yaml"


def _body(letter: Letter, language: Language) -> str:
    return f"letters/{letter.id}/body.{language}.txt"


def _references(letter: Letter) -> Iterator[tuple[str, str, str]]:
    """Everything a letter refers to: field, kind of thing, id."""
    yield "case", "case", letter.case
    yield from (("also", "case", wanted) for wanted in letter.also)
    yield from (("facts", "claim", wanted) for wanted in letter.facts)
    yield from (("addressees", "addressee", wanted) for wanted in letter.addressees)
    yield from (("copies", "addressee", wanted) for wanted in letter.copies)
    for slot, value in letter.values.items():
        if value.name is not None:
            yield f"values.{slot}", "name", value.name
    for ask in letter.asks:
        yield f"asks.{ask.id}.case", "case", ask.case
        yield from ((f"asks.{ask.id}.evidence", "claim", wanted) for wanted in ask.evidence)


def _wordings(letter: Letter, language: Language) -> Iterator[tuple[str, str]]:
    yield from ((f"asks.{ask.id}", ask.text.in_language(language)) for ask in letter.asks)
    for paragraph in letter.body[language].paragraphs:
        yield from ((f"[{paragraph.name}]", wording) for wording in paragraph.wordings)


def _told(knowledge: Knowledge) -> Iterator[tuple[str, str, Language, str]]:
    """Every text of the letters and addressees: file, field, language, text."""
    for letter in knowledge.letters.values():
        texts = [("title", letter.title), ("subject", letter.subject)]
        texts += [("closed", letter.closed.text)] if letter.closed else []
        yield from _both(path(letter), texts)
        for language in LANGUAGES:
            for field, wording in _wordings(letter, language):
                yield _body(letter, language), field, language, wording
    for name, addressee in knowledge.correspondence.addressees.items():
        texts = [(f"{name}.name", addressee.name), (f"{name}.to", addressee.to)]
        yield from _both("letters/addressees.yaml", [*texts, (f"{name}.salutation", addressee.salutation)])


def _both(where: str, texts: Iterable[tuple[str, Text]]) -> Iterator[tuple[str, str, Language, str]]:
    for field, text in texts:
        yield from ((where, f"{field}.{language}", language, text.in_language(language)) for language in LANGUAGES)
