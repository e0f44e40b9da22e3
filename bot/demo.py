"""The bot beside a simulated Telegram, for trying it in a browser."""

import asyncio

from rich.console import Console

from bot.app import make_bot, make_dispatcher, poll
from bot.content import Content
from bot.deliverers import delivering
from bot.errors import SettingsError
from bot.library import open_retriever
from bot.services import services
from bot.settings import Settings
from bot.simulator.settings import Settings as SimulatorSettings
from bot.simulator.simulator import Simulator
from handlers import commands
from handlers.texts import Texts


def run_demo(settings: Settings) -> None:
    """Talk beside a simulated Telegram and print its address; SettingsError when the port is taken."""
    asyncio.run(_demonstrate(settings))


async def _demonstrate(settings: Settings) -> None:
    retriever = open_retriever(settings)
    content = Content(retriever.knowledge, settings.content_dir, settings.index_dir)
    simulator = Simulator(SimulatorSettings(bot_username="solidarity_bot"))
    try:
        async with (
            simulator.serving(settings.demo_port, settings.demo_host) as url,
            make_bot(simulator.token, url) as bot,
            services(settings.demo(url)) as opened,
            delivering(settings.demo(url), opened, content, simulator.token),
        ):
            await commands.publish(bot, Texts.load())
            # The demo lives on the day up to which the case files tell, so that it is the same in any year.
            day = retriever.knowledge.as_of
            Console().print(f"\nOpen [bold]{url}[/] in a browser. Ctrl+C stops.")
            Console().print(f"Letters are dated {day}, the day of the case files.\n")
            await poll(make_dispatcher(retriever, opened, settings, content, lambda: day), bot)
    except OSError as error:
        raise SettingsError(
            f"{settings.demo_host}:{settings.demo_port} cannot be listened on ({error.strerror}): "
            "choose another port, for example DEMO_PORT=0 make demo"
        ) from None
