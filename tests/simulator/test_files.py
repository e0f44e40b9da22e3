"""Photos, documents and albums."""

import json
from io import BytesIO

import aiohttp
from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaDocument, InputMediaPhoto

from bot.simulator import Client
from tests.simulator.pictures import png
from tests.simulator.raw import Raw

MEGABYTE = 1024 * 1024


async def test_a_document_goes_out_and_can_be_fetched(bot: Bot, anna: Client) -> None:
    sent = await bot.send_document(anna.id, BufferedInputFile("письмо".encode(), "Письмо 1.txt"), caption="<b>x</b>")
    assert sent.document and sent.document.file_name == "Письмо 1.txt"
    assert (sent.caption, sent.document.mime_type, sent.document.file_size) == ("<b>x</b>", "text/plain", 12)
    file = await bot.get_file(sent.document.file_id)
    assert file.file_path == "documents/file_1.txt"
    content = await bot.download_file(file.file_path)
    assert content and content.read().decode() == "письмо"
    again = await bot.send_document(anna.id, sent.document.file_id)
    assert again.document and again.document.file_id == sent.document.file_id


async def test_a_photo_has_its_size(bot: Bot, anna: Client) -> None:
    sent = await bot.send_photo(anna.id, BufferedInputFile(png(30, 20), "x.png"))
    assert sent.photo and (sent.photo[-1].width, sent.photo[-1].height) == (30, 20)


async def test_an_album_comes_as_messages_of_one_group(bot: Bot, anna: Client) -> None:
    media = [InputMediaPhoto(media=BufferedInputFile(png(), f"{name}.png"), caption=name) for name in "ab"]
    sent = await bot.send_media_group(anna.id, list(media))
    assert [message.caption for message in sent] == ["a", "b"]
    assert len({message.media_group_id for message in sent}) == 1


async def test_another_file_takes_the_place_of_one(bot: Bot, anna: Client) -> None:
    sent = await bot.send_document(anna.id, BufferedInputFile(b"1", "1.txt"))
    media = InputMediaDocument(media=BufferedInputFile(b"2", "2.txt"), caption="new")
    await bot.edit_message_media(media, chat_id=anna.id, message_id=sent.message_id)
    shown = anna.last()
    assert (shown.document or {})["file_name"] == "2.txt"
    assert (shown.text, shown.edited) == ("new", True)


async def test_people_send_files_too(bot: Bot, raw: Raw, anna: Client) -> None:
    await anna.send_photo(png(), "look")
    assert (await raw.last_update())["message"]["caption"] == "look"
    await anna.send_voice(4)
    assert (await raw.last_update())["message"]["voice"]["duration"] == 4
    await anna.send_sticker("✊")
    assert (await raw.last_update())["message"]["sticker"]["emoji"] == "✊"
    await anna.send_document("a.pdf", b"%PDF")
    document = (await raw.last_update())["message"]["document"]
    assert document["mime_type"] == "application/pdf"
    assert (await bot.get_file(document["file_id"])).file_size == 4


async def test_refusals(raw: Raw, anna: Client) -> None:
    place = {"chat_id": anna.id}
    assert await raw.error("sendDocument", **place) == "Bad Request: there is no document in the request"
    assert (
        await raw.error("sendDocument", document="attach://x", **place)
        == "Bad Request: there is no document in the request"
    )
    assert (
        await raw.error("sendPhoto", photo="no-such-id", **place)
        == "Bad Request: wrong file identifier/HTTP URL specified"
    )
    item = {"type": "photo", "media": "x"}
    assert (
        await raw.error("sendMediaGroup", media=[item], **place) == "Bad Request: media group must include 2-10 items"
    )
    wrong = "Bad Request: wrong file_id or the file is temporarily unavailable"
    assert await raw.error("getFile", file_id="no-such-id") == wrong


async def test_a_caption_has_its_own_limit(raw: Raw, anna: Client) -> None:
    form = aiohttp.FormData({"chat_id": str(anna.id), "caption": "x" * 1025})
    form.add_field("document", b"x", filename="x.txt")
    assert (await raw.form("sendDocument", form))["description"] == "Bad Request: message caption is too long"


async def test_attached_parts_are_found_by_name(raw: Raw, anna: Client) -> None:
    media = [{"type": "document", "media": f"attach://{name}"} for name in ("one", "two")]
    form = aiohttp.FormData({"chat_id": str(anna.id), "media": json.dumps(media)})
    for name in ("one", "two"):
        form.add_field(name, name.encode(), filename=f"{name}.txt")
    result = (await raw.form("sendMediaGroup", form))["result"]
    assert [message["document"]["file_name"] for message in result] == ["one.txt", "two.txt"]


async def test_files_over_the_limits(raw: Raw, anna: Client) -> None:
    form = aiohttp.FormData({"chat_id": str(anna.id)})
    form.add_field("photo", BytesIO(b"x" * (10 * MEGABYTE + 1)), filename="x.png")
    async with raw.session.post(f"{raw.base}/sendPhoto", data=form) as reply:
        assert (reply.status, reply.content_type) == (413, "text/html")
        assert "413 Request Entity Too Large" in await reply.text()
    big = await anna.send_document("big.bin", b"x" * (20 * MEGABYTE + 1))
    assert await raw.error("getFile", file_id=(big.document or {})["file_id"]) == "Bad Request: file is too big"
