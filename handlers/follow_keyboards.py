"""The buttons of following."""

from collections.abc import Mapping

from aiogram.types import InlineKeyboardMarkup

from handlers.callbacks import Follow, Forget, Quiet, SetPace, Unfollow
from handlers.follower import ALL, Pace
from handlers.keyboards import button, keyboard
from handlers.texts import Say
from knowledge.schema import Case


def offer(case: Case | None, say: Say) -> InlineKeyboardMarkup:
    """A case to follow, if there is one, and all of them."""
    rows = [[button(case.name.in_language(say.language), Follow(case_id=case.id))]] if case else []
    return keyboard([*rows, [button(say("button-follow-all"), Follow(case_id=ALL))]])


def followed(names: Mapping[str, str], pace: Pace, *, silent: bool, say: Say) -> InlineKeyboardMarkup:
    """Stop each; how soon; how loudly."""
    stops = [[button(say("button-unfollow", name=name), Unfollow(case_id=case_id))] for case_id, name in names.items()]
    paces = [button(say(f"button-pace-{other}"), SetPace(pace=other)) for other in Pace if other is not pace]
    quiet = button(say("button-loud" if silent else "button-silent"), Quiet(silent=not silent))
    return keyboard([*stops, paces, [quiet]])


def forget(say: Say) -> InlineKeyboardMarkup:
    """Asked once before everything is deleted."""
    return keyboard([[button(say("button-forget"), Forget(sure=True)), button(say("button-keep"), Forget(sure=False))]])
