import pytest

from knowledge.schema import Text
from retrieval.dictionary import Dictionary
from retrieval.persons import persons, wants_name
from retrieval.places import Places
from retrieval.tokens import words
from retrieval.translit import name_stem


@pytest.mark.parametrize(
    "question",
    [
        "как зовут судью",
        "как звали его адвоката?",
        "ФИО прокурора",
        "кто был следователем по делу",
        "кто из судей вынес приговор",
        "какой прокурор выступал",
        "фамилия директора",
        "имена нападавших известны?",
        "who was the judge",
        "Who is her defence lawyer?",
        "what is the name of his wife",
        "names of the officers",
        "which judge sentenced her",
    ],
)
def test_a_name_is_asked_for(question: str) -> None:
    assert wants_name(words(question))


@pytest.mark.parametrize(
    "question",
    [
        "кто защищал права рабочих",
        "имя нового профсоюза",
        "очистил ли он свое имя",
        "премия имени Свенссона",
        "who attacked him",
        "what was the name of the new union",
        "did she clear her name",
        "как называется конфедерация",
    ],
)
def test_none_is(question: str) -> None:
    assert not wants_name(words(question))


@pytest.mark.parametrize(
    ("ru", "en", "named"),
    [
        ("Судья Вера Орлова приговорила её.", "Judge Vera Orlova sentenced her.", "вера орлова"),
        ("Приговор вынес судья Орлов.", "Judge Orlov gave the verdict.", "орлов"),
        ("Обвинял Роман Орлов.", "Roman Orlov prosecuted.", "роман орлов"),
        ("Дело вёл В. Орлов.", "V. Orlov was in charge.", "в орлов"),
        ("Верховный суд Республики Казахстан отказал.", "The Supreme Court of the Republic of Kazakhstan refused.", ""),
        ("Миссия в Центральной Азии сообщила.", "The mission in Central Asia reported.", ""),
        ("«Хьюман Райтс Вотч» писала.", "Human Rights Watch wrote.", ""),
        ("Орлову освободили.", "Orlova was released.", ""),
    ],
)
def test_whom_a_claim_names(ru: str, en: str, named: str) -> None:
    assert persons(Text(ru=ru, en=en), Places(Dictionary())) == {name_stem(word) for word in named.split()}
