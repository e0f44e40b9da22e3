"""Whether a question asks for a case as a whole."""

from collections.abc import Iterable, Sequence

from retrieval.names import Mention
from retrieval.words import FUNCTION_WORDS, OVERVIEW, WHO_AFTER, WHO_BEFORE

# After "what is X" these ask for something of X, or for what X does.
_GOES_ON = frozenset(["s", "doing", "up"])


def is_overview(others: Iterable[str], mentions: Iterable[Mention]) -> bool:
    """Whether a case is asked for as a whole, by its name and no more than "the story of"."""
    return any(mention.entity.is_case for mention in mentions) and all(word in OVERVIEW for word in others)


def asks_who(mended: Sequence[str], asking: range, mentions: Iterable[Mention]) -> bool:
    """Whether the name of a case stands beside "who is", «кто такой», and nothing that "is" could belong to follows in
    the part that asks.

    "Who is X exactly" asks for the whole; "what is X's wife called" and "who is X married to" do not.
    """
    for mention in mentions:
        if not mention.entity.is_case:
            continue
        first, last = min(mention.positions), max(mention.positions)
        before = tuple(mended[max(0, first - 2) : first])
        after = tuple(mended[place] for place in range(last + 1, last + 3) if place in asking)
        ends = not after or (after[0] in FUNCTION_WORDS - _GOES_ON)
        if (before in WHO_BEFORE and ends) or after in WHO_AFTER:
            return True
        if before[-1:] == ("who",) and after in {("is",), ("was",)}:
            return True
    return False
