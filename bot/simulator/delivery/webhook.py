"""setWebhook, deleteWebhook, getWebhookInfo and the delivery itself."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from time import monotonic
from urllib.parse import parse_qsl

import aiohttp

from bot.simulator.clock import Clock
from bot.simulator.delivery.hooks import Hook, checked_hook, is_loopback
from bot.simulator.errors import Json, flood
from bot.simulator.settings import Settings
from bot.simulator.state.calls import Call
from bot.simulator.state.updates import Update, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
SECONDS_BETWEEN_CHANGES = 1.0
Perform = Callable[[str, Json], Awaitable[object]]


class Webhook:
    """Calls the bot's address with one update after the other until each is accepted."""

    def __init__(self, queue: UpdateQueue, settings: Settings, clock: Clock, perform: Perform) -> None:
        self._queue = queue
        self._settings = settings
        self._clock = clock
        self._perform = perform
        self._hook = Hook()
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._changed = -SECONDS_BETWEEN_CHANGES
        self._last_error: Json = {}
        queue.listeners.append(self._news.set)

    @property
    def active(self) -> bool:
        """Whether polling is refused now."""
        return bool(self._hook.url)

    async def set(self, call: Call) -> tuple[bool, str]:
        """A new address, or none."""
        hook = checked_hook(call, self._settings)
        self._limit_changes()
        if "allowed_updates" in call.params:
            self._queue.allow(map(str, call.objects("allowed_updates")))
        if not hook.url:
            return await self.delete(call)
        if call.flag("drop_pending_updates"):
            self._queue.keep_last(0)
        same = hook == self._hook
        self._hook, self._last_error = hook, {}
        await self._restart()
        return True, "Webhook is already set" if same else "Webhook was set"

    async def delete(self, call: Call) -> tuple[bool, str]:
        """Back to polling."""
        if call.flag("drop_pending_updates"):
            self._queue.keep_last(0)
        was_active, self._hook = self.active, Hook()
        await self.close()
        return True, "Webhook was deleted" if was_active else "Webhook is already deleted"

    def info(self) -> Json:
        """What getWebhookInfo returns."""
        info: Json = {"url": self._hook.url, "has_custom_certificate": False}
        info["pending_update_count"] = len(self._queue)
        if self.active:
            info["max_connections"] = self._hook.max_connections
        if self._queue.allowed:
            info["allowed_updates"] = sorted(self._queue.allowed)
        return info | self._last_error

    async def close(self) -> None:
        """Ends delivery."""
        task, self._task = self._task, None
        if task:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def _limit_changes(self) -> None:
        since, self._changed = monotonic() - self._changed, monotonic()
        if since < SECONDS_BETWEEN_CHANGES:
            raise flood(1)

    async def _restart(self) -> None:
        await self.close()
        self._task = asyncio.create_task(self._deliver_all())

    async def _deliver_all(self) -> None:
        async with aiohttp.ClientSession() as session:
            pause = self._settings.webhook_first_retry
            while True:
                self._news.clear()
                if not (waiting := self._queue.take(1)):
                    await self._news.wait()
                    continue
                retry_after = await self._deliver(session, waiting[0])
                if retry_after is None:
                    self._queue.confirm(waiting[0].id + 1)
                    pause = self._settings.webhook_first_retry
                    continue
                await asyncio.sleep(retry_after or pause)
                pause = min(2 * pause, self._settings.webhook_last_retry)

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> float | None:
        """None when the bot accepted it, else the seconds that it asks to wait (or 0)."""
        if not is_loopback(self._hook.url):
            return self._failed("Connection refused: the simulator calls loopback addresses only")
        headers = {SECRET_HEADER: self._hook.secret} if self._hook.secret else {}
        limit = aiohttp.ClientTimeout(total=self._settings.webhook_timeout)
        try:
            async with session.post(self._hook.url, json=update.as_json(), headers=headers, timeout=limit) as reply:
                if not 200 <= reply.status < 300:
                    wrong = f"Wrong response from the webhook: {reply.status} {reply.reason}"
                    return self._failed(wrong, reply.headers.get("Retry-After", ""))
                await self._execute(reply.content_type, await reply.text())
        except (aiohttp.ClientError, TimeoutError) as error:
            return self._failed(str(error) or type(error).__name__)
        return None

    async def _execute(self, content_type: str, body: str) -> None:
        """Does the method that the bot put into its reply; it never learns the result."""
        arguments: object = None
        if content_type == "application/json":
            try:
                arguments = json.loads(body)
            except ValueError:
                return
        elif content_type == "application/x-www-form-urlencoded":
            arguments = dict(parse_qsl(body))
        if isinstance(arguments, dict) and "method" in arguments:
            method = str(arguments.pop("method"))
            await self._perform(method, arguments)

    def _failed(self, reason: str, retry_after: str = "") -> float:
        self._last_error = {"last_error_date": self._clock.today(), "last_error_message": reason}
        return float(retry_after) if retry_after.isdigit() else 0.0
