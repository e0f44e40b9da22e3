"""Takes what is due from the outbox to the chats, one message at a time, and settles each at once.

Never lost, at most one repeat per crash: only the message under way when the program dies is sent again.
"""

import asyncio
import datetime as dt
import logging
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import groupby
from typing import Protocol

from bot.errors import SealBroken
from bot.outbox import FAILED, PARKED, Claimed, Outbox
from bot.pacer import Pacer
from bot.sender import Outcome, Sending
from bot.subscriptions import Subscriptions
from bot.vault import Vault
from handlers.follower import Follower
from handlers.ports import Clock
from knowledge.schema import Language

log = logging.getLogger(__name__)

# Claimed at once; small, so that another deliverer is not kept waiting for what this one cannot send yet.
BATCH = 50
# After so many tries that failed for no reason of the chat's a delivery is parked for a person to look at.
MOST_TRIES = 10
# Seconds between two looks at an empty outbox.
IDLE = 1.0
_FIRST_PAUSE, _LONGEST_PAUSE = dt.timedelta(seconds=2), dt.timedelta(minutes=30)
# Telegram's limit for one message, in UTF-16 units.
_MESSAGE_LIMIT = 4096

# An update's text in a language; None when the case files do not have it.
Render = Callable[[str, Language], Awaitable[str | None]]


class Sends(Protocol):
    """What a deliverer needs of a sender."""

    async def send(self, chat_id: int, html: str, *, silent: bool) -> Sending: ...

    async def edit(self, chat_id: int, message_id: int, html: str) -> Sending: ...


class Deliverer:
    """One of possibly several on the same outbox."""

    def __init__(
        self,
        outbox: Outbox,
        subscriptions: Subscriptions,
        vault: Vault,
        sender: Sends,
        pacer: Pacer,
        render: Render,
        clock: Clock,
    ) -> None:
        self._outbox = outbox
        self._subscriptions = subscriptions
        self._vault = vault
        self._sender = sender
        self._pacer = pacer
        self._render = render
        self._clock = clock

    async def run(self, stopping: asyncio.Event) -> None:
        """Deliver until told to stop; what was claimed and not begun is given back."""
        while not stopping.is_set():
            try:
                done = await self.round(stopping)
            except Exception as error:
                log.error("Delivery pauses: %s", type(error).__name__)
                done = 0
            if not done:
                await _sleep(IDLE, stopping)

    async def round(self, stopping: asyncio.Event | None = None) -> int:
        """Claim what is due and deliver it; returns how many deliveries were claimed."""
        claimed = await self._outbox.claim(BATCH, self._clock())
        by_chat = [list(group) for _, group in groupby(sorted(claimed, key=lambda one: one.chat), lambda one: one.chat)]
        for place, group in enumerate(by_chat):
            if stopping is not None and stopping.is_set():
                await self._outbox.give_back([one.id for rest in by_chat[place:] for one in rest])
                break
            wait = await self._deliver(group)
            if wait:
                await self._outbox.give_back([one.id for rest in by_chat[place + 1 :] for one in rest])
                await _sleep(wait, stopping or asyncio.Event())
                break
        return len(claimed)

    async def _deliver(self, group: Sequence[Claimed]) -> float:
        """Tell one chat what is due to it; returns how long Telegram wants everybody to wait."""
        try:
            follower = Follower.from_json(self._vault.open(group[0].sealed, group[0].chat))
        except SealBroken as error:
            # One chat that no key opens must not keep the others waiting.
            await self._retry([one.id for one in group], group[0].attempts + 1, str(error))
            return 0.0
        texts = {one.id: await self._render(one.update_id, follower.language) for one in group}
        for one in group:
            if texts[one.id] is None:
                # This program's case files may be older than those that were published from.
                await self._retry([one.id], one.attempts + 1, "the update is not in the case files")
        told = {id: text for id, text in texts.items() if text is not None}
        for part in _parts([one for one in group if one.id in told], told):
            await self._pacer.wait()
            # Forgotten or unfollowed while it waited, or another deliverer's by now: it must not be sent any more.
            held = await self._outbox.hold(part, self._clock())
            if not held:
                continue
            sending = await self._send(held, follower, told)
            wait = await self._settle(held, follower, sending)
            if wait or sending.outcome in (Outcome.BLOCKED, Outcome.MIGRATED):
                return wait
        return 0.0

    async def _send(self, part: Sequence[Claimed], follower: Follower, texts: Mapping[int, str]) -> Sending:
        html = "\n\n".join(texts[one.id] for one in part)
        [first, *_] = part
        if first.corrects is not None:
            earlier = await self._outbox.message_of(first.corrects, first.chat)
            if earlier is not None:
                edited = await self._sender.edit(follower.chat_id, earlier, html)
                if edited.outcome is not Outcome.REFUSED:
                    return edited
        return await self._sender.send(follower.chat_id, html, silent=follower.silent)

    async def _settle(self, part: Sequence[Claimed], follower: Follower, sending: Sending) -> float:
        ids, tries = [one.id for one in part], part[0].attempts + 1
        now = self._clock()
        match sending.outcome:
            case Outcome.SENT:
                await self._outbox.settle(ids, sending.message)
                await self._subscriptions.reached(part[0].chat)
            case Outcome.WAIT:
                await self._outbox.postpone(ids, now + dt.timedelta(seconds=sending.seconds), attempts=part[0].attempts)
                self._pacer.slow_down()
                return sending.seconds
            case Outcome.RETRY:
                await self._retry(ids, tries, sending.reason)
            case Outcome.BLOCKED:
                await self._subscriptions.forget(follower.chat_id)
            case Outcome.MIGRATED:
                await self._subscriptions.migrate(follower.chat_id, sending.chat_id or follower.chat_id)
                await self._outbox.give_back(ids)
            case Outcome.REFUSED:
                await self._outbox.end(ids, FAILED, sending.reason)
                if not sending.blames_text:
                    await self._subscriptions.unreachable(part[0].chat, now.date())
        return 0.0

    async def _retry(self, ids: Sequence[int], tries: int, reason: str) -> None:
        """Try again after a pause, or park what has been tried often enough."""
        if tries < MOST_TRIES:
            await self._outbox.postpone(ids, self._clock() + pause(tries), attempts=tries)
        else:
            await self._outbox.end(ids, PARKED, reason)


def _parts(group: Sequence[Claimed], texts: Mapping[int, str]) -> list[list[Claimed]]:
    """Several updates for one chat go in one message as far as they fit; a correction alone: it has to edit."""
    parts: list[list[Claimed]] = []
    length = 0
    for one in group:
        size = len(texts[one.id].encode("utf-16-le")) // 2
        if parts and not one.corrects and not parts[-1][0].corrects and length + size <= _MESSAGE_LIMIT:
            parts[-1].append(one)
            length += size + 2
        else:
            parts.append([one])
            length = size
    return parts


def pause(tries: int) -> dt.timedelta:
    """How long to wait after so many failures: doubled each time, with jitter, so that not all come back at once."""
    longest: dt.timedelta = min(_FIRST_PAUSE * 2 ** (tries - 1), _LONGEST_PAUSE)
    return longest * random.uniform(0.5, 1)  # noqa: S311 (no secret)


async def _sleep(seconds: float, stopping: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return
