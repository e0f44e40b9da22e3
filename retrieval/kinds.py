"""What kind of answer a question asks for: a time, a place, a reason, a person, a quantity."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from retrieval.tokens import words


class Asks(StrEnum):
    """The kinds that a question's own words give away; other questions have none."""

    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    WHO = "who"
    QUANTITY = "quantity"


# Tried in this order: «за что» before «что», "how long" before anything that "long" could be.
_SIGNS: tuple[tuple[Asks, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{signs})\b"))
    for kind, signs in (
        (
            Asks.WHY,
            r"почему|зачем|за что|из за чего|отчего|по какой причине|по какому поводу|в чем причина|с какой стати"
            r"|why|what for|how come|for what reason|on what grounds?|what reason",
        ),
        (
            Asks.QUANTITY,
            r"сколько|на сколько|скоко|скока|какой срок|какую сумму|какая сумма|как долго|насколько|почем"
            r"|how many|how much|how long|what sum|what amount|how old",
        ),
        (
            Asks.WHEN,
            r"когда|какого числа|в каком году|в каком месяце|какая дата|дата|с какого года|с каких пор"
            r"|when|what (?:date|day|year|month)|which (?:date|day|year|month)|since when",
        ),
        (
            Asks.WHERE,
            r"где|куда|откуда|в каком (?:городе|месте|суде)|в какой (?:области|колонии)"
            r"|where|(?:what|which) (?:city|town|place|court)",
        ),
        (Asks.WHO, r"кто|кого|кому|кем|ком|чей|чья|чье|чьи|who|whom|whose|whos"),
    )
)


def asks(question: str) -> Asks | None:
    """The kind of a question, None when its words do not tell."""
    text = " ".join(words(question))
    return next((kind for kind, signs in _SIGNS if signs.search(text)), None)


def kind_shares(questions: Sequence[str]) -> dict[Asks, float]:
    """Which share of a claim's example questions is of each kind."""
    counts = Counter(kind for question in questions if (kind := asks(question)) is not None)
    return {kind: count / len(questions) for kind, count in counts.items()}
