"""What kind of answer a question asks for: a time, a place, a reason, a person, a length, a sum, a number …"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.chat import plain
from retrieval.tokens import words
from retrieval.words import FUNCTION_WORDS, REACTIONS


class Asks(StrEnum):
    """The kinds that a question's own words give away; WHAT when they give none away."""

    WHY = "why"
    AGE = "age"
    HOW_LONG = "how_long"
    HOW_MUCH = "how_much"
    HOW_MANY = "how_many"
    WHEN = "when"
    NOW = "now"
    WHERE = "where"
    WHO = "who"
    WHICH = "which"
    WHETHER = "whether"
    WHAT = "what"


# A name or a pronoun between "how much" and "did they give" leaves a length of time; who or what is counted does not.
_OF_SOMEBODY = (
    r"(?!раз|человек|люд|народ|рабоч|работ|бастующ|нефтян|профсоюз|ден[еь]г|тенге|евро|доллар|баб[лок]|голос|миллион)"
    r"(?:\w+ ){0,2}"
)
# "How many years" is an age where nothing but a name, a pronoun or a time of life goes with it.
_AT_SOME_TIME = r"(?:(?:сейчас|теперь|тогда|сегодня|уже|примерно|ему|ей|им) )*"
# Where two signs begin at the same word, the first listed wins: "how many years" before "how many".
_SIGNS: tuple[tuple[Asks, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{signs})\b"))
    for kind, signs in (
        (
            Asks.WHY,
            r"почему|зачем|за что|за чо|из за чего|отчего|по какой причине|по какому поводу|в чем причина|с какой стати"
            r"|на каком основании|в связи с чем|чем (?:обоснов|объясн|мотивир)\w+"
            r"|why|what for|how come|on what grounds?|(?:what|which) reasons?|what was the reason"
            r"|reasons? (?:for|given)",
        ),
        (
            Asks.AGE,
            rf"сколько {_AT_SOME_TIME}(?:лет {_AT_SOME_TIME}(?:было(?! дан| назнач| присужд)|исполнил\w+|стукнул\w+)"
            rf"|(?:было|исполнил\w+|стукнул\w+)(?: \w+)? лет|лет(?: (?:ему|ей|им|сейчас|теперь|тогда))+$"
            rf"|(?:ему|ей|им) {_AT_SOME_TIME}лет$|лет \w+(?:[ую]|ой|ей|ому|ему)$)"
            r"|скольки лет|каких лет|(?:как\w+ )?возраст\w*|како(?:го|й) (?:он |она )?года? рождения"
            r"|how old(?! (?:is|are) (?:the|this|that|it)\b)|(?:what|which) age|age",
        ),
        (
            Asks.HOW_LONG,
            r"как долго|(?:кто|кому) (?:\w+ )?(?:дольше|больше (?:лет|дали))|на сколько(?! тенге| денег| евро)"
            r"|как[ао][йв] срок|до како(?:го|й) (?:года|числа|даты|месяца)"
            r"|сколько (?:по )?(?:лет|года?|дней|суток|месяцев|недель|времени|часов|длил\w+|продолж\w+)"
            rf"|сколько {_OF_SOMEBODY}(?:сидел\w*|отсид\w+|просид\w+|дали|дал|получил\w*|впаяли|влепили)"
            r"|how long|who (?:\w+ ){1,4}longer|how many (?:years|days|months|weeks|hours)|how much time"
            r"|(?:what|which) (?:sentence|term)",
        ),
        (
            Asks.HOW_MUCH,
            r"сколько (?:денег|заплат\w+|тенге|евро|долларов|взыска\w+|должен|должна|стои\w*)"
            r"|как(?:ую|ая|ой) (?:сумм\w+|штраф|ущерб)|как(?:ого|ие) размер\w*|в каком размере|почем"
            r"|how much|(?:what|which) (?:sum|amount)|how (?:big|large|high) (?:was|is|were|are) (?:the|his|her|their)",
        ),
        (
            Asks.HOW_MANY,
            r"сколько раз|как часто|how often|сколько|скольк\w+|количество|численность"
            r"|how many|what number|number of",
        ),
        (
            Asks.WHEN,
            r"когда|какого числа|какого (?:года|месяца)|в каком (?:году|месяце)|какая дата|дата"
            r"|с какого (?:года|времени|момента|числа)|с каких пор|when"
            r"|(?:what|which|exact|start|end) (?:date|day|year|month)|the date of",
        ),
        (
            Asks.WHERE,
            r"где|куда|откуда|в каком (?:городе|месте|суде)|в какой (?:области|колонии|стране)"
            r"|where|(?:what|which) (?:city|town|place|court|country|region|prison)",
        ),
        (Asks.WHO, r"кто|кого|кому|кем|чей|чья|чье|чьи|who|whom|whose|whos"),
        (Asks.WHICH, r"как(?:ой|ая|ое|ие|им|ими|их|ую|ого|ому|ом)|which|what (?:kind|sort|type)"),
    )
)
_NOW = re.compile(
    r"\b(?:сейчас|щас|теперь|до сих пор|все еще|еще сид\w+|на сегодня|что стало с|что с ни\w+|жив\w*"
    r"|now|nowadays|currently|today|still|these days|at present|became of|happened to (?:him|her|them))\b"
)
_CUSTODY = re.compile(
    r"\b(?:сид(?:ит|ят|ишь|ела?|ели|еть)|тюрьм\w+|колони\w+|решетк\w+|стражей|заключени\w+|на свободе|на воле|свободен"
    r"|prison|prisoner|jail|jailed|imprisoned|behind bars|custody|locked up|detained|inside|free|at liberty)\b"
)
_WHETHER = re.compile(
    r"\b(?:ли|правда|верно|разве|неужели)\b"
    r"|^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|isnt|wasnt|didnt|doesnt)\b"
)
_SEVERAL = re.compile(
    r"\b(?:перечисл\w+|список|назови\w*|все\w* имена|сравни\w*|чем отлича\w+|разниц\w+|кто из них"
    r"|кто больше|кто дольше|у кого|list|names? (?:all|them|of)|compare\w*|differ\w*|who (?:all|else)|versus|vs|all the"
    r"|longer|more than|shorter)\b"
)


@dataclass(frozen=True, slots=True)
class Asking:
    """The kind of a question, and the places of the words that tell it."""

    kind: Asks
    places: frozenset[int]


def asking(typed: Sequence[str]) -> Asking:
    """The kind of a question by its own normalised words: the question word that comes first decides.

    "Where is she now" asks for the present state, and so does "is she still …".
    """
    text = " ".join(typed)
    found = [(match.start(), kind, match) for kind, signs in _SIGNS if (match := signs.search(text))]
    first = min(found, key=lambda each: each[0], default=None)
    if (first is None or first[1] is Asks.WHERE) and _NOW.search(text):
        return Asking(Asks.NOW, frozenset())
    if first is None:
        return Asking(Asks.WHETHER if _WHETHER.search(text) else Asks.WHAT, frozenset())
    start = text[: first[0]].count(" ")
    return Asking(first[1], frozenset(range(start, start + first[2].group().count(" ") + 1)))


def asks(question: str) -> Asks:
    """The kind of a question."""
    return asking([part for word in words(question) for part in plain(word).split()]).kind


def asks_custody(typed: Sequence[str]) -> bool:
    """Whether somebody is asked about as imprisoned, or not, at present."""
    text = " ".join(typed)
    return _NOW.search(text) is not None and _CUSTODY.search(text) is not None


def wants_several(typed: Sequence[str]) -> bool:
    """Whether a list or a comparison is asked for, which one claim seldom gives."""
    return _SEVERAL.search(" ".join(typed)) is not None


def is_reaction(message: str) -> bool:
    """Whether it asks nothing, but thanks for an answer or says how one feels about it: "oh how sad"."""
    typed = words(message)
    said = [word for word in typed if word not in FUNCTION_WORDS]
    feels = any(word in REACTIONS for word in typed) and all(word in REACTIONS for word in said)
    return feels and "?" not in message and asking(typed).kind in {Asks.WHAT, Asks.WHICH}


def kind_shares(questions: Sequence[str]) -> dict[Asks, float]:
    """Which share of a claim's example questions is of each kind."""
    counts = Counter(map(asks, questions))
    return {kind: count / len(questions) for kind, count in counts.items()}
