import math
from dataclasses import replace

import pytest

from knowledge.base import Knowledge
from retrieval.answer import Context
from retrieval.choosing import choose, perhaps, told
from retrieval.closeness import Closeness
from retrieval.confidence import evidence, probability
from retrieval.coverage import Coverage
from retrieval.dictionary import Dictionary
from retrieval.lexicon import Lexicon
from retrieval.names import NameMatcher
from retrieval.passages import passages
from retrieval.query import Query
from retrieval.reading import Reader, read
from retrieval.search import Hit
from retrieval.signals import Signals
from retrieval.weights import COMPACT_WEIGHTS, OTHER_WEIGHTS, STATIC_WEIGHTS, Weights

SURE = Signals(
    Closeness(0.9, 0.85, 0.7),
    Coverage(1.0, 0, 0.0, 0),
    lexical=3.0,
    kind=1.0,
    form=1.0,
    names=1.0,
    concepts=1.0,
    years=1.0,
    anonymous=0.0,
    prospect=0.0,
)
POOR = Signals(
    Closeness(0.2, 0.1, 0.0),
    Coverage(0.0, 3, 3.0, 0),
    lexical=0.5,
    kind=0.0,
    form=0.0,
    names=0.0,
    concepts=0.0,
    years=0.0,
    anonymous=0.0,
    prospect=0.0,
)


def hit(claim_id: str, score: float, signals: Signals = SURE, about: str | None = None) -> Hit:
    cases = {claim_id.partition(".")[0], *([about] if about else [])}
    return Hit(claim_id, score, signals, frozenset(cases))


@pytest.fixture
def query(knowledge: Knowledge) -> Query:
    lexicon = Lexicon.from_passages(passages(knowledge))
    reader = Reader.of(knowledge, NameMatcher.from_knowledge(knowledge), lexicon, Dictionary(), lambda word: False)
    return read("когда орлову приговорили к двум годам", Context(), reader)


def test_what_may_have_been_meant_is_not_quite_unlikely_and_the_likeliest_first() -> None:
    chances = {"orlova.sentence": 0.2, "orlova.release": 0.6, "portovik.closed": 0.02}
    hits = [replace(hit(claim_id, 1.0), chance=chance) for claim_id, chance in chances.items()]
    assert [each.claim_id for each in perhaps(hits)] == ["orlova.release", "orlova.sentence"]


def test_what_scores_nearly_as_well_on_the_same_case_is_told_too(query: Query) -> None:
    hits = [
        hit("orlova.sentence", 20.0),
        hit("portovik.closed", 19.9),
        hit("orlova.release", 18.7),
        hit("orlova.x", 18.5),
    ]
    assert [each.claim_id for each in told(query, hits)] == ["orlova.sentence", "orlova.release"]


def test_a_claim_of_another_case_about_this_one_is_told_too(query: Query) -> None:
    hits = [
        hit("orlova.sentence", 20.0),
        hit("portovik.orlova-leads", 19.5, about="orlova"),
        hit("portovik.closed", 19),
    ]
    assert [each.claim_id for each in told(query, hits)] == ["orlova.sentence", "portovik.orlova-leads"]


def test_a_list_takes_more(query: Query) -> None:
    hits = [hit("orlova.sentence", 20.0), hit("orlova.release", 18.3)]
    assert len(told(query, hits)) == 1
    assert len(told(replace(query, wants_several=True), hits)) == 2


def test_a_poor_best_claim_is_not_told(query: Query) -> None:
    best = hit("orlova.sentence", 20.0)
    assert choose(query, [replace(best, chance=0.7)], threshold=0.65) != []
    assert choose(query, [replace(best, chance=0.6)], threshold=0.65) == []
    assert choose(query, [], threshold=0.65) == []


def test_the_surest_of_the_front_is_told_first(query: Query) -> None:
    first, surest = hit("orlova.sentence-three", 20.1), hit("orlova.sentence", 20.0)
    told = choose(query, [replace(first, chance=0.4), replace(surest, chance=0.8)], threshold=0.65)
    assert [each.claim_id for each in told] == ["orlova.sentence", "orlova.sentence-three"]


def test_another_place_is_not_answered_with_ours(query: Query) -> None:
    sure = replace(hit("orlova.sentence", 20.0), chance=0.9)
    assert choose(replace(query, is_elsewhere=True), [sure], threshold=0.65) == []


def test_the_lead_over_other_claims_and_cases(query: Query) -> None:
    hits = [hit("orlova.sentence", 20.0), hit("orlova.release", 19.5), hit("portovik.closed", 18.0)]
    first, second = evidence(query, hits, 0), evidence(query, hits, 1)
    assert (first["lead_of_case"], second["lead_of_case"]) == (2.0, 1.5)
    # One part in 1 + e^-0.5 + e^-2, and e^-0.5 of that.
    assert first["portion"] == pytest.approx(0.574, abs=0.001)
    assert second["portion"] == pytest.approx(0.348, abs=0.001)
    assert probability(query, hits, STATIC_WEIGHTS, 0) > probability(query, hits, STATIC_WEIGHTS, 1)


def test_what_speaks_for_a_claim_raises_its_chance(query: Query) -> None:
    sure, poor = [hit("orlova.sentence", 20.0)], [hit("orlova.sentence", 20.0, POOR)]
    strange = [hit("orlova.sentence", 20.0, replace(SURE, coverage=Coverage(1.0, 1, 1.0, 0)))]
    private = [hit("orlova.sentence", 20.0, replace(SURE, coverage=Coverage(1.0, 1, 0.0, 1)))]
    chances = [probability(query, hits, STATIC_WEIGHTS) for hits in (sure, strange, private, poor)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 0.9
    assert chances[-1] < 0.1


def test_a_question_all_but_asked_before_and_one_that_no_case_file_answers_are_told_apart(query: Query) -> None:
    near, nearer = (replace(SURE, closeness=replace(SURE.closeness, nearest=cosine)) for cosine in (0.6, 0.95))
    plain, repeated = (evidence(query, [hit("orlova.sentence", 20.0, each)]) for each in (near, nearer))
    assert plain["repeats"] == 0.0
    assert repeated["repeats"] == pytest.approx(0.2)
    in_vain = evidence(query, [replace(hit("orlova.sentence", 20.0), unanswered=0.8, of_any=0.5)])
    assert (in_vain["unanswered"], in_vain["of_any"]) == (0.8, 0.5)


def test_what_the_cross_encoder_says_is_evidence_where_there_is_one(query: Query) -> None:
    read = [replace(hit("orlova.sentence", 20.0), cross=2.0), replace(hit("orlova.arrest", 19.0), cross=2.0)]
    found = evidence(query, [*read, hit("orlova.post", 18.0)])
    # The odds of both together are twice those of one.
    assert found["cross"] == pytest.approx(2.0 + math.log(2))
    assert "cross" not in evidence(query, [hit("orlova.sentence", 20.0)])


@pytest.mark.parametrize(("weights", "cross"), [(STATIC_WEIGHTS, None), (OTHER_WEIGHTS, None), (COMPACT_WEIGHTS, 2.0)])
def test_every_encoder_has_the_evidence_that_its_weights_want(
    query: Query, weights: Weights, cross: float | None
) -> None:
    read = replace(hit("orlova.sentence", 20.0), cross=cross)
    assert probability(query, [read], weights) > 0.5
    assert set(weights.confidence) <= set(evidence(query, [read]))
