from pathlib import Path

from knowledge.base import Knowledge
from knowledge.loader import load
from retrieval.answer import Answer
from retrieval.compose import compose
from tests import content


def claim_ids(answer: Answer) -> list[str]:
    return [claim.id for claim in answer.claims]


def test_a_disputed_claim_gives_way_to_the_best_reading(knowledge: Knowledge) -> None:
    answer = compose(knowledge, "ru", ["orlova.sentence-three"])
    assert claim_ids(answer) == ["orlova.sentence"]
    assert answer.dispute is not None
    assert answer.dispute.id == "orlova.dispute-term"
    assert [reading.id for reading in answer.readings] == ["orlova.sentence", "orlova.sentence-three"]


def test_readings_are_not_told_twice(knowledge: Knowledge) -> None:
    assert claim_ids(compose(knowledge, "en", ["orlova.sentence", "orlova.sentence-three"])) == ["orlova.sentence"]


def test_at_most_three_claims(knowledge: Knowledge) -> None:
    answer = compose(knowledge, "en", ["portovik.closed", "orlova.release", "orlova.sentence", "orlova.sentence-three"])
    assert claim_ids(answer) == ["portovik.closed", "orlova.release", "orlova.sentence"]


def test_old_news_says_what_became_of_it(knowledge: Knowledge) -> None:
    [since] = compose(knowledge, "en", ["orlova.sentence"]).since
    assert (since.case.id, since.text.en) == ("orlova", "At liberty since May 2018.")
    assert since.sources == ("gazeta-2018",)


def test_the_newest_claim_needs_no_sequel(knowledge: Knowledge) -> None:
    assert compose(knowledge, "en", ["orlova.release"]).since == ()
    assert compose(knowledge, "en", ["orlova.sentence", "orlova.release"]).since == ()


def test_after_the_newest_claim_older_ones_need_no_sequel(knowledge: Knowledge) -> None:
    assert compose(knowledge, "en", ["orlova.release", "orlova.sentence"]).since == ()


def test_old_news_that_is_not_told_first_has_a_sequel_too(knowledge: Knowledge) -> None:
    [since] = compose(knowledge, "en", ["portovik.closed", "orlova.sentence"]).since
    assert since.case.id == "orlova"


def test_it_is_an_answer_on_the_case_asked_about_that_the_claim_speaks_of(tmp_path: Path) -> None:
    cases = content.cases()
    cases["portovik"]["claims"][0]["about"] = ["orlova"]
    knowledge = load(content.write(tmp_path, cases))
    assert compose(knowledge, "en", ["portovik.closed"]).case.id == "portovik"
    assert compose(knowledge, "en", ["portovik.closed"], case_ids=["orlova"]).case.id == "orlova"
    assert compose(knowledge, "en", ["orlova.release"], case_ids=["portovik"]).case.id == "orlova"


def test_sources_are_numbered_in_the_order_told(knowledge: Knowledge) -> None:
    answer = compose(knowledge, "ru", ["orlova.sentence"])
    assert [(cited.number, cited.id) for cited in answer.sources] == [(1, "bulletin-2017"), (2, "gazeta-2018")]
    assert answer.numbers(answer.claims[0]) == (1,)
    assert answer.numbers(answer.since[0]) == (2,)
    assert answer.case.id == "orlova"
