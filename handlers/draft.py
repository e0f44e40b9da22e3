"""A letter in the making: what a person has chosen and written so far, and the question that comes next."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.ports import Clock
from knowledge.schema import Language
from knowledge.sender import Sender

# After a day without a word an unfinished letter is gone.
LIFETIME = dt.timedelta(hours=24)

_KEY = "letter"


class Step(StrEnum):
    """What is asked, in this order."""

    TO = "to"
    LANGUAGE = "language"
    NAME = "name"
    PLACE = "place"
    ORGANISATION = "organisation"
    OWN = "own"
    PREVIEW = "preview"


STEPS = tuple(Step)
# Answered by writing; every one may be skipped.
WRITTEN = (Step.NAME, Step.PLACE, Step.ORGANISATION, Step.OWN)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a letter; `editing` says that the answer leads back to the preview."""

    letter: str
    step: Step = Step.TO
    to: str = ""
    language: Language = "en"
    sender: Sender = field(default_factory=Sender)
    editing: bool = False

    def at(self, step: Step) -> "Draft":
        return replace(self, step=step, editing=False)

    def edit(self, step: Step) -> "Draft":
        """Ask this again, then come back to the preview."""
        return replace(self, step=step, editing=True)

    def answered(self, **fields: Any) -> "Draft":  # noqa: ANN401 (the fields of a draft)
        """With the answer to the present step, at the next one."""
        return replace(self, **fields).at(Step.PREVIEW if self.editing else _next(self.step))

    def written(self, text: str) -> "Draft":
        """With a text as the answer."""
        return self.answered(sender=replace(self.sender, **{self.step.value: text}))

    def back(self) -> "Draft":
        """At the question before, or again at the first one."""
        if self.editing:
            return self.at(Step.PREVIEW)
        return self.at(STEPS[max(STEPS.index(self.step) - 1, 0)])


class Drafts:
    """The one draft of a person in a chat; plain values, so that any storage can keep them."""

    def __init__(self, state: FSMContext, clock: Clock) -> None:
        self._state = state
        self._clock = clock

    async def load(self) -> Draft | None:
        """The draft, unless there is none or it was left for a day."""
        kept = (await self._state.get_data()).get(_KEY)
        if kept is None:
            return None
        if dt.datetime.fromisoformat(kept["until"]) <= self._clock():
            await self.erase()
            return None
        return _read(kept)

    async def save(self, draft: Draft) -> None:
        kept = dataclasses.asdict(draft) | {"until": (self._clock() + LIFETIME).isoformat()}
        await self._state.update_data({_KEY: kept})

    async def erase(self) -> None:
        """Forget every field."""
        data = await self._state.get_data()
        if data.pop(_KEY, None) is not None:
            await self._state.set_data(data)


def _read(kept: Mapping[str, Any]) -> Draft:
    fields = {key: value for key, value in kept.items() if key != "until"}
    return Draft(**fields | {"step": Step(kept["step"]), "sender": Sender(**kept["sender"])})


def _next(step: Step) -> Step:
    return STEPS[STEPS.index(step) + 1]
