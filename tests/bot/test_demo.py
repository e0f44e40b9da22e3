"""`make demo` as a newcomer meets it: the program in a process of its own, two people in a browser."""

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pypdf
import pytest

from tests.browser import chromium, needs_browser

pytestmark = needs_browser

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """Where the running demo can be opened."""
    environment = {**os.environ, "DEMO_PORT": "0", "DATA_DIR": str(tmp_path), "COLUMNS": "200"}
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from bot.cli import main; main()", "demo"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=environment,
    )
    assert program.stdout is not None
    async for line in program.stdout:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line.decode()):
            yield found.group()
            break
    program.send_signal(signal.SIGTERM)
    await program.communicate()
    assert program.returncode == 0


async def test_two_people_ask_side_by_side(address: str, tmp_path: Path) -> None:
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 1120, "height": 900}, device_scale_factor=1.5, locale="ru")
        await page.goto(f"{address}/?people=2&lang=ru")
        left, right = page.locator(".phone").first, page.locator(".phone").last
        await right.get_by_role("combobox").select_option("en")
        for phone, start in ((left, "Начать"), (right, "Start")):
            await phone.get_by_role("button", name=re.compile(start, re.IGNORECASE)).click()
        await left.get_by_role("textbox").fill("когда освободили балтабая?")
        await left.get_by_role("textbox").press("Enter")
        await right.get_by_role("textbox").fill("why was the confederation dissolved?")
        await right.get_by_role("textbox").press("Enter")
        await left.get_by_text("20 марта 2020 года").first.wait_for()
        await right.get_by_text("national status").first.wait_for()
        await page.wait_for_timeout(400)  # bubbles slide in
        await page.screenshot(path=tmp_path / "demo.png")
    if os.environ.get("SCREENSHOTS") == "keep":
        shutil.copy(tmp_path / "demo.png", DOCS / "demo.png")


async def test_a_letter_is_written_and_its_pdf_downloaded(address: str, tmp_path: Path) -> None:
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 560, "height": 1000}, device_scale_factor=1.5, locale="en")
        await page.goto(f"{address}/?people=1&lang=en")
        phone = page.locator(".phone")

        async def press(label: str, then: str) -> None:
            await phone.get_by_role("button", name=label).last.click()
            await phone.get_by_text(then).last.wait_for()

        async def write(text: str, then: str) -> None:
            await phone.get_by_role("textbox").fill(text)
            await phone.get_by_role("textbox").press("Enter")
            await phone.get_by_text(then).last.wait_for()

        await phone.get_by_role("button", name=re.compile("start", re.IGNORECASE)).click()
        await write("/letters", "that may be sent today")
        await press("Investigate the attack on Dmitry Senyavsky", "Who should it go to?")
        await press("Prosecutor General's Office", "In which language?")
        await press("English", "Your name, as it should appear")
        await write("Anna Ozola", "Your town and country")
        await write("Riga, Latvia", "Your union or organisation")
        await press("Skip", "A few sentences of your own")
        await write("I work in a port myself and know what a union is worth.", "Is everything right?")
        await phone.get_by_role("button", name="All correct").scroll_into_view_if_needed()
        await page.wait_for_timeout(400)  # bubbles slide in
        await page.screenshot(path=tmp_path / "writing.png")
        await press("All correct", "Your letter is ready")
        async with page.expect_download() as download:
            await phone.get_by_text("investigate-senyavsky.pdf").click()
        await (await download.value).save_as(tmp_path / "letter.pdf")
    told = " ".join(pypdf.PdfReader(tmp_path / "letter.pdf").pages[0].extract_text().split())
    assert "Anna Ozola" in told
    assert "Investigation of the attack on Dmitry Senyavsky" in told
    if os.environ.get("SCREENSHOTS") == "keep":
        shutil.copy(tmp_path / "writing.png", DOCS / "writing.png")
