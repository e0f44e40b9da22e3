"""A small content folder that tests can write, break and read back."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

Raw = dict[str, Any]


def questions(topic_ru: str, topic_en: str) -> Raw:
    """Six questions per language about a topic."""
    ru = ("когда", "где", "почему", "кто", "зачем", "как")
    en = ("when", "where", "why", "who", "what for", "how")
    return {"ru": [f"{word} {topic_ru}" for word in ru], "en": [f"{word} {topic_en}" for word in en]}


def claim(claim_id: str, ru: str, en: str, **fields: object) -> Raw:
    """A valid claim; `fields` replace or add."""
    topic = claim_id.partition(".")[2].replace("-", " ")
    base: Raw = {
        "id": claim_id,
        "text": {"ru": ru, "en": en},
        "date": "2017-04-07",
        "sources": ["bulletin-2017"],
        "questions": questions(f"{ru.split('.')[0].lower()}", f"{topic} {en.split('.')[0].lower()}"),
    }
    return base | fields


SOURCES: Raw = {
    "bulletin-2017": {
        "publisher": {"ru": "Бюллетень", "en": "The Bulletin"},
        "title": "A verdict in the north",
        "date": "2017-04-08",
        "language": "en",
        "url": "https://bulletin.example/2017/verdict",
        "reliability": "likely reliable",
    },
    "gazeta-2018": {
        "publisher": {"ru": "Газета", "en": "Gazeta"},
        "title": "Освобождение",
        "date": "2018-05",
        "language": "ru",
        "url": "https://gazeta.example/2018",
        "reliability": "unsure",
    },
}

PERSON: Raw = {
    "id": "orlova",
    "kind": "person",
    "name": {"ru": "Вера Орлова", "en": "Vera Orlova"},
    "aliases": ["Orlowa"],
    "summary": {"ru": "Вера Орлова отсидела срок и вышла.", "en": "Vera Orlova served a term and was freed."},
    "summary_claims": ["orlova.sentence", "orlova.release"],
    "status": [
        {
            "state": "imprisoned",
            "since": "2017-04-07",
            "text": {"ru": "В заключении с 7 апреля 2017 года.", "en": "In prison since 7 April 2017."},
            "claims": ["orlova.sentence"],
        },
        {
            "state": "released",
            "since": "2018-05",
            "text": {"ru": "На свободе с мая 2018 года.", "en": "At liberty since May 2018."},
            "claims": ["orlova.release"],
        },
    ],
    "as_of": "2026-11-21",
    "verified_on": "2026-11-21",
    "claims": [
        claim(
            "orlova.sentence",
            "Вера Орлова приговорена к двум годам колонии.",
            "Vera Orlova was sentenced to two years in prison.",
        ),
        claim(
            "orlova.sentence-three",
            "Газета писала о трёх годах для Веры Орловой.",
            "Gazeta wrote of three years for Vera Orlova.",
            sources=["gazeta-2018"],
        ),
        claim(
            "orlova.release",
            "Вера Орлова вышла на свободу в мае 2018 года.",
            "Vera Orlova was released in May 2018.",
            date="2018-05",
            sources=["gazeta-2018"],
        ),
    ],
    "disputes": [
        {
            "id": "orlova.dispute-term",
            "topic": {"ru": "Срок Веры Орловой", "en": "Vera Orlova's term"},
            "claims": ["orlova.sentence-three", "orlova.sentence"],
            "best": "orlova.sentence",
            "why": {"ru": "Два года называет приговор.", "en": "The verdict says two years."},
        }
    ],
}

ORGANISATION: Raw = {
    "id": "portovik",
    "kind": "organisation",
    "name": {"ru": "Профсоюз «Портовик»", "en": "Portovik union"},
    "aliases": ["Портовик", "Portovik"],
    "summary": {"ru": "Профсоюз грузчиков.", "en": "A dockers' union."},
    "summary_claims": ["portovik.closed"],
    "status": [
        {
            "state": "dissolved",
            "since": "2016",
            "text": {"ru": "Закрыт судом в 2016 году.", "en": "Closed by a court in 2016."},
            "claims": ["portovik.closed"],
        }
    ],
    "as_of": "2026-11-20",
    "verified_on": "2026-11-21",
    "related": ["orlova"],
    "claims": [
        claim(
            "portovik.closed",
            "Суд закрыл профсоюз грузчиков «Портовик» за опоздание с документами.",
            "A court closed the dockers' union Portovik because its papers were late.",
            date="2016",
        )
    ],
}


def cases() -> dict[str, Raw]:
    """Fresh copies, free to change."""
    return {"orlova": deepcopy(PERSON), "portovik": deepcopy(ORGANISATION)}


def write(folder: Path, written: dict[str, Raw], never: list[Raw] | None = None) -> Path:
    """Write a content folder from raw cases."""
    (folder / "cases").mkdir(parents=True, exist_ok=True)
    dump(folder / "sources.yaml", SOURCES)
    dump(folder / "never.yaml", never or [])
    for case_id, case in written.items():
        dump(folder / "cases" / f"{case_id}.yaml", case)
    return folder


def dump(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
