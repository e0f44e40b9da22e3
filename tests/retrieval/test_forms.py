import pytest

from knowledge.schema import Text
from retrieval.forms import can_answer
from retrieval.kinds import Asks


@pytest.mark.parametrize(
    ("text", "kind", "can"),
    [
        ("In April 2017 a court sentenced her.", Asks.WHEN, True),
        ("A court sentenced her.", Asks.WHEN, False),
        ("She got two years.", Asks.HOW_LONG, True),
        ("She was sentenced.", Asks.HOW_LONG, False),
        ("He was to pay $80,000.", Asks.HOW_MUCH, True),
        ("He was to pay damages.", Asks.HOW_MUCH, False),
        ("Some four hundred took part.", Asks.HOW_MANY, True),
        ("Workers took part.", Asks.HOW_MANY, False),
        ("Workers took part.", Asks.WHY, True),
        # A date is no number of anything, nor is the number of a law.
        ("Workers took part on 16 December 2011.", Asks.HOW_MANY, False),
        ("Workers broke Law No. 211-V and Article 402.", Asks.HOW_MANY, False),
        ("It was the 100th session.", Asks.HOW_MANY, False),
        ("On 16 December 2011 some 40 took part.", Asks.HOW_MANY, True),
        ("She served a 15-day arrest.", Asks.HOW_LONG, True),
        ("Twelve workers took part.", Asks.HOW_MANY, True),
        ("Sixty workers took part.", Asks.HOW_MANY, True),
        ("A party of workers took part.", Asks.HOW_MANY, False),
        ("Of 100 who took part 40 marched.", Asks.HOW_MANY, True),
    ],
)
def test_the_form_of_an_answer(text: str, kind: Asks, can: bool) -> None:
    assert can_answer(Text(ru="Слова.", en=text), kind) is can


@pytest.mark.parametrize(
    ("text", "kind", "can"),
    [
        ("Осуждена в 2017 году.", Asks.WHEN, True),
        ("Получила два года колонии.", Asks.HOW_LONG, True),
        ("Взыскано 25 млн тенге.", Asks.HOW_MUCH, True),
        ("Участвовали пятеро.", Asks.HOW_MANY, True),
        ("Осуждена 25 июля 2017 года.", Asks.HOW_LONG, False),
        ("Сотрудники вышли на шествие с требованиями.", Asks.HOW_MANY, False),
        ("Прошла 108-я сессия.", Asks.HOW_MANY, False),
        ("Семья восстановилась.", Asks.HOW_MANY, False),
    ],
)
def test_either_language_shows_it(text: str, kind: Asks, can: bool) -> None:
    assert can_answer(Text(ru=text, en="Words."), kind) is can
