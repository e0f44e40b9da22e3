"""One call to the Bot API from its arguments to its result, with faults and bookkeeping."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus

from bot.simulator.delivery.polling import WEBHOOK_SET, Polling
from bot.simulator.delivery.webhook import Webhook
from bot.simulator.errors import ApiError, Json, bad_request, conflict, not_found
from bot.simulator.faults import Fault, FaultKind
from bot.simulator.methods.registry import METHODS
from bot.simulator.methods.schema import MethodModel, checked_call, models
from bot.simulator.methods.targets import chat_id_of
from bot.simulator.state.calls import Arguments, Call, RecordedCall
from bot.simulator.state.world import World

WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
# A webhook's reply can't ask for these: nobody would read the result, or the webhook itself would go.
NOT_IN_REPLIES = ("get", "setwebhook", "deletewebhook", "close", "logout")


class DroppedConnection(Exception):
    """The caller gets no reply at all."""


class Described:
    """A result with a sentence beside it."""

    def __init__(self, result: object, description: str) -> None:
        self.result = result
        self.description = description


class BotApi:
    """All methods of one bot."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._polling = Polling(world.updates, world.settings)
        self._webhook = Webhook(world.updates, world.settings, world.clock, self._from_reply)

    async def call(self, name: str, arguments: Arguments) -> object:
        """The result.

        :raises ApiError: Telegram's refusal.
        :raises DroppedConnection: where a fault says so.
        """
        model = models().get(name.lower())
        if model is None:
            raise not_found("method not found")
        record = self._recorder(model.__api_method__, arguments)
        try:
            result = await self._with_faults(model, arguments)
        except ApiError as error:
            record(error.status, error.description, None)
            raise
        except DroppedConnection:
            record(0, "connection dropped", None)
            raise
        record(HTTPStatus.OK, "", result.result if isinstance(result, Described) else result)
        return result

    async def close(self) -> None:
        """Ends polls and delivery."""
        self._polling.close()
        await self._webhook.close()

    async def _with_faults(self, model: MethodModel, arguments: Arguments) -> object:
        method, chat_id = model.__api_method__, chat_id_of(arguments.values.get("chat_id"))
        fault = self._world.faults.draw(method, chat_id)
        if fault and not fault.after_effect:
            await _strike(fault)
        result = await self._result(checked_call(self._world, model, arguments))
        if fault and fault.after_effect:
            await _strike(fault)
        return result

    async def _result(self, call: Call) -> object:
        match call.method:
            case "getUpdates":
                if self._webhook.active:
                    raise conflict(WEBHOOK_ACTIVE)
                return await self._polling.get_updates(call)
            case "setWebhook":
                described = Described(*await self._webhook.set(call))
                self._polling.terminate(WEBHOOK_SET)
                return described
            case "deleteWebhook":
                return Described(*await self._webhook.delete(call))
            case "getWebhookInfo":
                return self._webhook.info()
        if method := METHODS.get(call.method):
            return method(self._world, call)
        raise bad_request(f"method {call.method} is not simulated")

    def _recorder(self, method: str, arguments: Arguments) -> Callable[[int, str, object], None]:
        started = self._world.clock.now()
        files = tuple(upload.name for upload in arguments.files.values())

        def record(status: int, description: str, result: object) -> None:
            self._world.calls.append(
                RecordedCall(method, arguments.values, files, started, status, description, result)
            )

        return record

    async def _from_reply(self, name: str, values: Json) -> None:
        if name.lower().startswith(NOT_IN_REPLIES):
            self._world.warn(f"{name} in a webhook's reply is not executed")
            return
        try:
            await self.call(name, Arguments(values, {}))
        except (ApiError, DroppedConnection) as error:
            self._world.warn(f"{name} in a webhook's reply failed: {error}")


async def _strike(fault: Fault) -> None:
    if error := fault.error():
        raise error
    await asyncio.sleep(fault.seconds)
    if fault.kind is FaultKind.DROP:
        raise DroppedConnection
