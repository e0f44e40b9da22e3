"""What the page asks of the server."""

import json

import aiohttp
import pytest

from bot.simulator import Client, Simulator
from tests.simulator.pictures import png
from tests.simulator.raw import Raw


async def test_the_page_comes_from_here_alone(raw: Raw) -> None:
    async with raw.session.get(raw.root) as reply:
        page = await reply.text()
        assert reply.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert "http://" not in page and "https://" not in page
    for part in ("app.js", "words.js", "theme.css", "pattern.svg"):
        async with raw.session.get(f"{raw.root}/page/{part}") as reply:
            assert reply.status == 200
    async with raw.session.get(f"{raw.root}/page/index.py") as reply:
        assert reply.status == 404


async def test_a_person_writes_through_the_page(raw: Raw) -> None:
    people = f"{raw.root}/sim/users"
    async with raw.session.put(f"{people}/1001", json={"first_name": "Анна", "language_code": "ru"}) as reply:
        assert (await reply.json())["language_code"] == "ru"
    async with raw.session.get(f"{people}/1001/state") as reply:
        assert (await reply.json())["started"] is False
    async with raw.session.get(f"{people}/1001/events?after=-1") as stream:
        async with raw.session.post(f"{people}/1001/text", json={"text": "привет"}) as reply:
            assert reply.status == 200
        assert await stream.content.readline() == b"id: 0\n"
        event = json.loads((await stream.content.readline()).removeprefix(b"data: "))
    assert (event["kind"], event["data"]["message"]["text"]) == ("message", "привет")
    assert (await raw.last_update())["message"]["from"]["language_code"] == "ru"


async def test_files_through_the_page(raw: Raw, anna: Client) -> None:
    form = aiohttp.FormData({"caption": "look"})
    form.add_field("file", png(), filename="x.png")
    async with raw.session.post(f"{raw.root}/sim/users/{anna.id}/file", data=form) as reply:
        sent = await reply.json()
    async with raw.session.get(f"{raw.root}/sim/files/{sent['photo'][0]['file_id']}") as reply:
        assert (reply.content_type, await reply.read()) == ("image/png", png())
    page = await anna.send_document("page.html", b"<script>alert(1)</script>")
    async with raw.session.get(f"{raw.root}/sim/files/{(page.document or {})['file_id']}") as reply:
        assert reply.content_type == "application/octet-stream"
        assert reply.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("users/1001/text", {"text": ""}),
        ("users/1001/text", {"text": "x" * 4097}),
        ("users/1001/text", {"text": "x", "chat": 5}),
        ("users/1001/press", {}),
        ("users/77/text", {"text": "x"}),
    ],
)
async def test_what_can_not_be_done_is_said(raw: Raw, anna: Client, path: str, body: dict[str, object]) -> None:
    async with raw.session.post(f"{raw.root}/sim/{path}", json=body) as reply:
        assert reply.status == 400
        assert (await reply.json())["error"]


async def test_other_sites_stay_out(sim: Simulator, raw: Raw, anna: Client) -> None:
    address = f"{raw.root}/sim/users/{anna.id}/text"
    foreign = {"Origin": "https://evil.example"}
    async with raw.session.post(address, json={"text": "x"}, headers=foreign) as reply:
        assert reply.status == 403
    async with raw.session.post(address, json={"text": "x"}, headers={"Host": "evil.example"}) as reply:
        assert reply.status == 403
    async with raw.session.post(address, data="text=x") as reply:
        assert reply.status == 415
    assert len(anna.chat()) == 1
