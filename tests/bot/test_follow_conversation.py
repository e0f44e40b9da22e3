"""From the tap on Follow to the message that tells what is new, over HTTP and through the database."""

import asyncio
from pathlib import Path

import bot.settings
from bot.adapters import now
from bot.app import make_bot, make_dispatcher
from bot.content import Content
from bot.deliverers import delivering
from bot.publishing import Publisher
from bot.services import services
from bot.simulator import Simulator
from retrieval.retriever import Retriever


async def test_a_follower_is_told_in_their_language(simulator: Simulator, retriever: Retriever, tmp_path: Path) -> None:
    [update, *_] = retriever.knowledge.cases["senyavsky"].updates
    settings = bot.settings.Settings(data_dir=tmp_path, telegram_api_base=simulator.url, _env_file=None)
    content = Content(retriever.knowledge, settings.content_dir, settings.index_dir)
    olga, anna = simulator.user("Ольга", language="ru"), simulator.user("Anna", language="en")
    async with (
        make_bot(simulator.token, simulator.url) as client,
        services(settings) as opened,
        delivering(settings, opened, content, simulator.token),
    ):
        dispatcher = make_dispatcher(retriever, opened, settings, content)
        polling = asyncio.create_task(
            dispatcher.start_polling(client, handle_signals=False, polling_timeout=5, close_bot_session=False)
        )
        for person, label, done in ((olga, "Подписаться", "Сообщу"), (anna, "Follow", "You will be told")):
            await person.start("case_senyavsky")
            card = await person.wait_for(lambda shown, label=label: label in shown.buttons)  # type: ignore[misc]
            await person.press(card, label)
            await person.wait_for(done)
        assert await Publisher(opened.engine, retriever.knowledge).publish(update.id, now()) == 2
        assert update.text.ru in (await olga.wait_for("Новости: Дмитрий Сенявский")).text
        assert update.text.en in (await anna.wait_for("News: Dmitry Senyavsky")).text
        await olga.say("/stop")
        await olga.wait_for("больше ни на что не подписан")
        assert await opened.subscriptions.follower(olga.id) is None
        await dispatcher.stop_polling()
        await polling
    assert list(simulator.warnings) == []
