"""A letter from the first tap to the file, over HTTP, with a restart in the middle of it."""

import email
import io
import sqlite3
from email.policy import default
from pathlib import Path

import aiohttp
import pypdf
import pytest

from bot.app import make_bot
from bot.simulator import Client, Shown, Simulator
from retrieval.retriever import Retriever
from tests.bot.conftest import at_work

TITLE = "Расследовать нападение на Дмитрия Сенявского"


async def press(person: Client, shown: Shown, label: str, wanted: str) -> Shown:
    await person.press(shown, label)
    return await person.wait_for(wanted)


async def begin(olga: Client) -> Shown:
    """From the card of a case to the question for the name."""
    await olga.start("case_senyavsky")
    card = await olga.wait_for(lambda shown: "Написать письмо" in shown.buttons)
    listed = await press(olga, card, "Написать письмо", "можно отправить")
    letter = await press(olga, listed, TITLE, "О чём просит письмо")
    language = await press(olga, letter, "Генеральная прокуратура Республики Казахстан", "На каком языке")
    return await press(olga, language, "Русский", "Имя, которым")


async def files(sim: Simulator, person: Client) -> dict[str, bytes]:
    """The documents in the chat, by name."""
    found: dict[str, bytes] = {}
    for shown in person.chat():
        if shown.document is not None:
            found[shown.document["file_name"]] = await download(sim, shown.document["file_id"])
    return found


async def download(sim: Simulator, file_id: str) -> bytes:
    async with aiohttp.ClientSession() as client:
        async with client.get(f"{sim.url}/bot{sim.token}/getFile", params={"file_id": file_id}) as response:
            path = (await response.json())["result"]["file_path"]
        async with client.get(f"{sim.url}/file/bot{sim.token}/{path}") as response:
            return await response.read()


def everything_kept(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("solidarity.sqlite*"))


async def test_a_letter_survives_a_restart_and_leaves_nothing(
    simulator: Simulator, retriever: Retriever, tmp_path: Path
) -> None:
    olga = simulator.user("Ольга", language="ru")
    async with make_bot(simulator.token, simulator.url) as bot:
        async with at_work(bot, retriever, tmp_path):
            await begin(olga)
            await olga.say("Ольга Юрьева")
            await olga.wait_for("Ваш город")
        async with at_work(bot, retriever, tmp_path):
            await olga.say("Рига, Латвия")
            organisation = await olga.wait_for("Ваш профсоюз")
            own = await press(olga, organisation, "Пропустить", "Несколько фраз")
            preview = await press(olga, own, "Пропустить", "Всё верно?")
            assert "Ольга Юрьева\nРига, Латвия\n21 ноября 2026 года" in preview.text
            assert any(shown.photo for shown in olga.chat())
            ready = await press(olga, preview, "✓ Всё верно, получить письмо", "Письмо готово")
            assert {"Скопировать тему", "Скопировать адрес"} <= set(ready.buttons)
    made = await files(simulator, olga)
    assert set(made) == {"investigate-senyavsky.pdf", "investigate-senyavsky.docx", "investigate-senyavsky.eml"}
    told = pypdf.PdfReader(io.BytesIO(made["investigate-senyavsky.pdf"])).pages[0].extract_text()
    assert "Ольга Юрьева" in told
    assert "10 ноября 2018 года" in told
    draft = email.message_from_bytes(made["investigate-senyavsky.eml"], policy=default)
    assert draft["To"] == "press@prokuror.kz"
    assert list(simulator.warnings) == []
    with sqlite3.connect(tmp_path / "solidarity.sqlite") as database:
        assert database.execute("SELECT letter, finished FROM letter_counts").fetchall() == [
            ("investigate-senyavsky", 1)
        ]
    kept = everything_kept(tmp_path)
    assert "Юрьева".encode() not in kept
    assert str(olga.id).encode() not in kept


async def test_every_letter_can_be_written_in_both_languages(sim: Simulator, retriever: Retriever) -> None:
    """Every message that a letter needs passes the simulator's limits."""
    anna = sim.user("Anna", language="en")
    for letter in retriever.knowledge.letters.values():
        office = retriever.knowledge.correspondence.addressees[letter.addressees[0]]
        for language, label in (("ru", "Русский"), ("en", "English")):
            if language not in office.languages:
                continue
            await anna.start(f"letter_{letter.id}")
            shown = await anna.wait_for("Who should it go to?")
            if len(office.languages) > 1:
                chosen = await press(anna, shown, office.name.en, "In which language?")
                name = await press(anna, chosen, label, "Your name")
            else:
                name = await press(anna, shown, office.name.en, "Your name")
            place = await press(anna, name, "Without a name", "Your town")
            organisation = await press(anna, place, "Skip", "Your union")
            own = await press(anna, organisation, "Skip", "A few sentences")
            preview = await press(anna, own, "Skip", "Is everything right?")
            await press(anna, preview, "✓ All correct, give me the letter", "Your letter is ready")
    assert [call.description for call in sim.calls if call.status >= 400] == []
    assert list(sim.warnings) == []


@pytest.mark.parametrize(("query", "title"), [("kushakbaev", "Nurbek Kushakbaev"), ("сенявский", "Dmitry Senyavsky")])
async def test_inline_mode_shares_a_case_and_a_letter(sim: Simulator, query: str, title: str) -> None:
    anna = sim.user("Anna", language="en")
    await anna.start()
    await anna.wait_for("Hello")
    offered = await anna.ask_inline(query)
    assert offered[0].title == title
    letter = next(result for result in offered if result.id.startswith("letter:"))
    shared = await anna.choose(letter)
    assert "The letter asks:" in shared.text
    assert shared.buttons == ["Open in the bot"]
