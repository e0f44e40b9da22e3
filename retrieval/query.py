"""A question as it was understood: what to search for."""

from dataclasses import dataclass

from knowledge.schema import Language
from retrieval.kinds import Asks
from retrieval.language import Script
from retrieval.names import Mention

# With a pronoun and no name, so few words could be asked of anybody.
_VAGUE = 2


@dataclass(frozen=True, slots=True)
class Query:
    """A question read: its language, its words with typos mended, the names in it and what else it asks about.

    `content` are the stems that tell what is asked: neither function words nor names. `pressing` are those that an
    answer cannot do without: a year, what stands after "which" or "how many", and private matters. `focus` is the
    part of `text` that holds the question where greetings and explanations stand around it, `nameless` the same
    without names. `is_elsewhere`: a place that the knowledge never speaks of is named, or, where no name is known,
    another one is; `has_stranger`: where no name is known, some word that the knowledge never uses may be one.
    `leans_on` is the case of the context, where the question needs one; its name is then part of the text.
    `is_reaction`: it asks nothing at all. `is_overview`: a case is asked for as a whole; `asks_who`: who or what it is.
    """

    language: Language
    script: Script
    text: str
    focus: str
    nameless: str
    content: tuple[str, ...]
    pressing: frozenset[str]
    private: frozenset[str]
    mentions: tuple[Mention, ...]
    years: frozenset[int]
    asks: Asks
    wants_several: bool
    wants_name: bool
    asks_custody: bool
    has_pronoun: bool
    is_reaction: bool
    is_elsewhere: bool
    has_stranger: bool
    leans_on: str | None
    is_overview: bool
    asks_who: bool

    @property
    def is_empty(self) -> bool:
        return not self.text

    @property
    def named(self) -> frozenset[str]:
        """The stems by sound of every part of the names in it."""
        return frozenset(
            part for mention in self.mentions for spelling in mention.entity.spellings for part in spelling
        )

    @property
    def people(self) -> tuple[Mention, ...]:
        """The people named who have a case of their own."""
        return tuple(mention for mention in self.mentions if mention.entity.is_case and mention.entity.is_person)

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases that it names, or else the one that it leans on."""
        named = tuple(mention.entity.case_id for mention in self.mentions if mention.entity.is_case)
        return named or ((self.leans_on,) if self.leans_on is not None else ())

    @property
    def says_nothing(self) -> bool:
        """No word that tells what is asked, as in "hello" and "thank you". "How long did he get" asks of somebody, "and
        why?" after an answer.
        """
        asks_it = self.asks is not Asks.WHAT and (self.has_pronoun or self.leans_on is not None)
        return not self.content and not self.mentions and not asks_it

    @property
    def is_vague(self) -> bool:
        """A pronoun, nothing that it could stand for, and too few other words to tell: "when was he arrested"."""
        has_anchor = bool(self.mentions) or self.leans_on is not None
        return self.has_pronoun and not has_anchor and len(self.content) <= _VAGUE

    @property
    def is_decided(self) -> bool:
        """Whether it is answered, or left, for how it reads, whatever claims are found."""
        asks_nothing = self.says_nothing or self.is_reaction or self.script is Script.OTHER
        return asks_nothing or self.is_vague or self.is_overview or self.asks_who or self.is_elsewhere
