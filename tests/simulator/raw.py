"""Calls to the Bot API without any client library between."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import aiohttp

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Raw:
    session: aiohttp.ClientSession
    base: str
    root: str

    async def call(self, method: str, **arguments: object) -> Json:
        async with self.session.post(f"{self.base}/{method}", json=arguments) as reply:
            body: Json = await reply.json()
            assert reply.status == body.get("error_code", 200)
            return body

    async def result(self, method: str, **arguments: object) -> Any:  # noqa: ANN401
        body = await self.call(method, **arguments)
        assert body["ok"], body
        return body["result"]

    async def error(self, method: str, **arguments: object) -> str:
        body = await self.call(method, **arguments)
        assert not body["ok"], body
        return str(body["description"])

    async def form(self, method: str, form: aiohttp.FormData) -> Json:
        async with self.session.post(f"{self.base}/{method}", data=form) as reply:
            body: Json = await reply.json()
            return body

    async def updates(self, **arguments: object) -> list[Json]:
        found: list[Json] = await self.result("getUpdates", **arguments)
        return found

    async def last_update(self) -> Json:
        return (await self.updates(offset=-1))[0]
