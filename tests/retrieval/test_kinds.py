import pytest

from retrieval.kinds import Asks, asking, asks, is_reaction, kind_shares, wants_several
from retrieval.tokens import words


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("когда вышел кушакбаев", Asks.WHEN),
        ("В каком году закрыли?", Asks.WHEN),
        ("on which day was he convicted", Asks.WHEN),
        ("за что посадили", Asks.WHY),
        ("why was it closed", Asks.WHY),
        ("why is she still in prison", Asks.WHY),
        ("где судили харькову", Asks.WHERE),
        ("в каком городе был суд", Asks.WHERE),
        ("где сейчас харькова", Asks.NOW),
        ("is he still in prison", Asks.NOW),
        ("сидит ли до сих пор", Asks.NOW),
        ("сколько дали", Asks.HOW_LONG),
        ("скок кушакбаеву впаяли то", Asks.HOW_LONG),
        ("сколько ларисе харьковой дали", Asks.HOW_LONG),
        ("голодали сколько по времени", Asks.HOW_LONG),
        ("сколько денег им дали", Asks.HOW_MUCH),
        ("сколько рабочих получили сроки", Asks.HOW_MANY),
        ("сколько лет дали харьковой", Asks.HOW_LONG),
        ("сколько лет ему впаяли", Asks.HOW_LONG),
        ("сколько ему лет", Asks.AGE),
        ("сколько сейчас лет харьковой", Asks.AGE),
        ("сколько лет было сенявскому на суде", Asks.AGE),
        ("сколько лет было дано", Asks.HOW_LONG),
        ("в каком возрасте осудили", Asks.AGE),
        ("how old is she", Asks.AGE),
        ("how long did he get", Asks.HOW_LONG),
        ("how many years", Asks.HOW_LONG),
        ("на сколько посадили", Asks.HOW_LONG),
        ("сколько денег взыскали", Asks.HOW_MUCH),
        ("на какую сумму иск", Asks.HOW_MUCH),
        ("how much did he have to pay", Asks.HOW_MUCH),
        ("how big was the fine", Asks.HOW_MUCH),
        ("сколько человек голодало", Asks.HOW_MANY),
        ("how many workers were out", Asks.HOW_MANY),
        ("how often were they refused when they tried", Asks.HOW_MANY),
        ("кого арестовали", Asks.WHO),
        ("who's kushakbaev", Asks.WHO),
        ("какой суд закрыл профсоюз", Asks.WHICH),
        ("which union was closed", Asks.WHICH),
        ("правда что закрыли", Asks.WHETHER),
        ("был ли штраф", Asks.WHETHER),
        ("did the court fine him", Asks.WHETHER),
        ("what happened", Asks.WHAT),
        ("", Asks.WHAT),
    ],
)
def test_asks(question: str, kind: Asks) -> None:
    assert asks(question) is kind


def test_the_words_that_tell_the_kind_are_known() -> None:
    assert asking(["скажите", "в", "каком", "городе", "был", "суд"]).places == {1, 2, 3}


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("перечисли закрытые профсоюзы", True),
        ("list the demands", True),
        ("сравни сроки кушакбаева и елеусинова", True),
        ("what is the difference between KNPRK and KSPRK", True),
        ("who got longer, kushakbaev or yeleusinov", True),
        ("сколько дали кушакбаеву", False),
        ("when was he released", False),
    ],
)
def test_lists_and_comparisons_want_several_claims(question: str, several: bool) -> None:
    assert wants_several(words(question)) is several


def test_a_claim_answers_what_its_examples_ask() -> None:
    shares = kind_shares(["когда закрыли", "закрыли почему", "что было", "почему"])
    assert shares == {Asks.WHEN: 0.25, Asks.WHY: 0.5, Asks.WHAT: 0.25}


@pytest.mark.parametrize(
    ("message", "reacts"),
    [
        ("ok thank you, thats awful", True),
        ("how sad", True),
        ("Понятно, спасибо большое!", True),
        ("ужас какой", True),
        ("спасибо. а за что?", False),
        ("ok and when was he freed", False),
        ("понятно, а когда", False),
        ("is he ok?", False),
        ("спасибо, а суд", False),
    ],
)
def test_thanks_and_feelings_ask_nothing(message: str, reacts: bool) -> None:
    assert is_reaction(message) is reacts
