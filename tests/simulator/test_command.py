"""Starting the simulator alone."""

import asyncio
import re
import sys

import aiohttp


async def test_it_starts_and_names_its_address() -> None:
    command = (sys.executable, "-m", "bot.simulator", "--port", "0")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout
        line = (await process.stdout.readline()).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, line
        async with aiohttp.ClientSession() as session, session.get(found[0]) as reply:
            assert reply.status == 200
    finally:
        process.terminate()
        await process.wait()
