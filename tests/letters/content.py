"""A small content folder with one letter, that tests can write, break and read back."""

from copy import deepcopy
from pathlib import Path

from knowledge.base import Knowledge
from knowledge.loader import load
from tests import content
from tests.content import Raw, dump

ADDRESSEES: Raw = {
    "harbour-office": {
        "name": {"ru": "Управление порта", "en": "Harbour Office"},
        "to": {"ru": "В Управление порта", "en": "The Harbour Office"},
        "salutation": {"ru": "Уважаемые дамы и господа!", "en": "Dear Sir or Madam,"},
        "languages": ["ru", "en"],
        "contacts": [{"kind": "email", "value": "office@harbour.example", "source": "bulletin-2017", "date": "2021"}],
    },
    "court": {
        "name": {"ru": "Суд города Северный", "en": "Court of Severny"},
        "to": {"ru": "В суд города Северный", "en": "The Court of Severny"},
        "salutation": {"ru": "Уважаемые дамы и господа!", "en": "Dear Sir or Madam,"},
        "languages": ["en"],
    },
}
NAMES: Raw = {
    "orlova": {
        "en": "Vera Orlova",
        "nomn": "Вера Орлова",
        "gent": "Веры Орловой",
        "datv": "Вере Орловой",
        "accs": "Веру Орлову",
        "ablt": "Верой Орловой",
        "loct": "Вере Орловой",
    }
}
FRAME: Raw = {
    "copy_to": {"ru": "Копия:", "en": "Copy to:"},
    "close": {"ru": "С уважением,", "en": "Yours faithfully,"},
    "anonymous": {"ru": "(имя не указано)", "en": "(name withheld)"},
}
LETTER: Raw = {
    "title": {"ru": "Пересмотреть приговор", "en": "Review the conviction"},
    "subject": {"ru": "Приговор Вере Орловой", "en": "The conviction of Vera Orlova"},
    "case": "orlova",
    "asks": [
        {
            "id": "review",
            "aim": "review",
            "case": "orlova",
            "text": {"ru": "пересмотреть приговор {orlova.datv}.", "en": "review the conviction of {orlova}."},
            "evidence": ["orlova.sentence"],
            "begins": "2018-06-01",
            "until": "2027-05-31",
        }
    ],
    "addressees": ["harbour-office", "court"],
    "copies": ["court"],
    "values": {"orlova": {"name": "orlova"}, "verdict": {"date": "2017-04-07"}, "sum": {"tenge": 8212000}},
    "verified_on": "2026-11-20",
    "expires": "2027-06-30",
}
BODY_RU = """[opening]
Пишу о {orlova.loct}: приговор от {verdict}, взыскано {sum}.
---
Речь о деле {orlova.gent}: приговор от {verdict}, взыскано {sum}.
---
Дело, о котором пишу: {orlova.nomn}, {verdict}, {sum}.

[asks]
Прошу Вас:
---
Уважительно прошу:
---
Моя просьба:

[closing]
Жду ответа.
---
Надеюсь на ответ.
---
Прошу ответить.
"""
BODY_EN = """[opening]
I write about {orlova}: sentenced on {verdict}, {sum} awarded.
---
This is about {orlova}, sentenced on {verdict}; {sum} were awarded.
---
The case is that of {orlova}: {verdict}, {sum}.

[asks]
I ask you to:
---
I respectfully ask you to:
---
Please:

[closing]
I await your reply.
---
I hope for an answer.
---
Please reply.
"""


def letter() -> Raw:
    """A fresh copy, free to change."""
    return deepcopy(LETTER)


def write(
    folder: Path,
    written: Raw | None = None,
    cases: dict[str, Raw] | None = None,
    bodies: tuple[str, str] = (BODY_RU, BODY_EN),
) -> Path:
    """The small content folder, with the letter `review-orlova` in it."""
    content.write(folder, cases or content.cases())
    place = folder / "letters" / "review-orlova"
    place.mkdir(parents=True, exist_ok=True)
    dump(folder / "letters" / "addressees.yaml", ADDRESSEES)
    dump(folder / "letters" / "names.yaml", NAMES)
    dump(folder / "letters" / "frame.yaml", FRAME)
    dump(place / "letter.yaml", written or letter())
    for language, body in zip(("ru", "en"), bodies, strict=True):
        (place / f"body.{language}.txt").write_text(body, encoding="utf-8")
    return folder


def knowledge(folder: Path, written: Raw | None = None, cases: dict[str, Raw] | None = None) -> Knowledge:
    """The same, loaded."""
    return load(write(folder, written, cases))
