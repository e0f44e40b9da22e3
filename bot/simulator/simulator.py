"""The simulated Telegram as one object: start it, add people, look at what the bot did."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.simulator.actions import membership
from bot.simulator.client import Client
from bot.simulator.clock import Clock
from bot.simulator.errors import SimulatorError
from bot.simulator.faults import Faults
from bot.simulator.rates import Rates
from bot.simulator.service import BotApi
from bot.simulator.settings import Settings
from bot.simulator.state.calls import RecordedCall
from bot.simulator.state.chats import Chat, ChatKind
from bot.simulator.state.people import Person
from bot.simulator.state.world import World
from bot.simulator.web.app import create_app

LOOPBACK = "127.0.0.1"
FIRST_USER_ID = 1001
# Parked polls and open pages are let go before; nothing else takes longer.
SHUTDOWN_SECONDS = 1.0


class Simulator:
    """A local Telegram with one bot."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.world = World.create(self.settings)
        self.host, self.port = LOOPBACK, 0

    @classmethod
    @asynccontextmanager
    async def start(
        cls, port: int = 0, host: str = LOOPBACK, settings: Settings | None = None
    ) -> AsyncIterator["Simulator"]:
        """Serves until the block ends; port 0 takes any free one."""
        simulator = cls(settings)
        async with simulator.serving(port, host):
            yield simulator

    @asynccontextmanager
    async def serving(self, port: int = 0, host: str = LOOPBACK) -> AsyncIterator[str]:
        """Serves this simulator and gives its address."""
        api = BotApi(self.world)
        runner = web.AppRunner(create_app(self.world, api), access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            self.host, self.port = host, int(runner.addresses[0][1])
            yield self.url
        finally:
            await api.close()
            self.world.events.close()
            await runner.cleanup()

    @property
    def url(self) -> str:
        """The address for `TelegramAPIServer.from_base` and for a browser."""
        return f"http://{self.host}:{self.port}"

    @property
    def token(self) -> str:
        """The only token that is let in."""
        return self.settings.token

    @property
    def calls(self) -> Sequence[RecordedCall]:
        """Every call so far, getUpdates included, in the order in which they ended."""
        return self.world.calls

    def calls_of(self, method: str) -> list[RecordedCall]:
        """The calls of one method."""
        return [call for call in self.world.calls if call.method == method]

    @property
    def warnings(self) -> Sequence[str]:
        """What real Telegram would have passed over in silence."""
        return self.world.warnings

    @property
    def faults(self) -> Faults:
        """How to make it fail."""
        return self.world.faults

    @property
    def rates(self) -> Rates:
        """How fast the bot sent, and the limits on it."""
        return self.world.rates

    @property
    def clock(self) -> Clock:
        """How to let time pass."""
        return self.world.clock

    def user(
        self, name: str = "Anna", *, language: str = "en", username: str = "", user_id: int | None = None
    ) -> Client:
        """A new person."""
        number = user_id or max([FIRST_USER_ID - 1, *self.world.people]) + 1
        person = Person(number, name, username=username, language_code=language)
        self.world.add_person(person)
        return Client(self.world, person)

    def group(self, title: str, members: Sequence[Client], *, supergroup: bool = True, with_bot: bool = True) -> Chat:
        """A group of people, the first of whom made it; the bot is in it unless told otherwise."""
        if not members:
            raise SimulatorError("a group needs at least one member")
        kind = ChatKind.SUPERGROUP if supergroup else ChatKind.GROUP
        creator = members[0].person
        chat = membership.create_group(self.world, creator, title, kind)
        for member in members[1:]:
            membership.join(self.world, member.person, chat)
        if with_bot:
            membership.add_bot(self.world, chat, creator)
        return chat

    def kick_bot(self, chat: Chat, by: Client) -> None:
        """Somebody throws the bot out of a group."""
        membership.kick_bot(self.world, chat, by.person)

    def promote_bot(self, chat: Chat, by: Client) -> None:
        """Somebody makes the bot an administrator."""
        membership.add_bot(self.world, chat, by.person, administrator=True)

    def migrate(self, chat: Chat) -> Chat:
        """Upgrades a group to a supergroup, which is returned."""
        return membership.migrate(self.world, chat)
