import pytest

from retrieval.kinds import Asks, asks, kind_shares


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("когда вышел кушакбаев", Asks.WHEN),
        ("В каком году закрыли?", Asks.WHEN),
        ("за что посадили", Asks.WHY),
        ("why was it closed", Asks.WHY),
        ("где сейчас харькова", Asks.WHERE),
        ("сколько дали", Asks.QUANTITY),
        ("how long did he get", Asks.QUANTITY),
        ("how many years", Asks.QUANTITY),
        ("кого арестовали", Asks.WHO),
        ("who's kushakbaev", Asks.WHO),
        ("what happened", None),
        ("правда что закрыли", None),
    ],
)
def test_asks(question: str, kind: Asks | None) -> None:
    assert asks(question) is kind


def test_a_claim_answers_what_its_examples_ask() -> None:
    assert kind_shares(["когда закрыли", "закрыли почему", "что было", "почему"]) == {Asks.WHEN: 0.25, Asks.WHY: 0.5}
