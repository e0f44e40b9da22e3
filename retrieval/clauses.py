"""Two questions in one: «сколько ему дали и за что», "when was he arrested and why"."""

import re

_ASKING = (
    r"(?:за что|почему|зачем|когда|где|кто|кем|кому|сколько|на сколько|какой|какая|какие|как|чем|что"
    r"|why|when|where|who|whom|how|what|which)"
)
# Where a sentence has ended, the next is no part of it.
_JOINT = re.compile(rf"(?<![.!?…\s])(?:,\s*|\s+)(?:и|а|and)\s+(?={_ASKING}\b)", re.IGNORECASE)


def clauses(question: str) -> list[str]:
    """The questions that one is made of; the question itself where it is one."""
    return [clause for clause in _JOINT.split(question) if clause.strip()]
