"""`solidarity run` and `solidarity deliver` as an operator starts and stops them."""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from bot.deliverers import STOP_SECONDS
from bot.simulator import Settings, Simulator


@pytest.mark.timeout(200)
@pytest.mark.parametrize("command", [("run",), ("run", "--only", "chat"), ("deliver",)], ids=" ".join)
async def test_it_ends_soon_and_well_when_told_to(command: tuple[str, ...], tmp_path: Path) -> None:
    async with Simulator.start(settings=Settings(bot_username="solidarity_bot")) as telegram:
        environment = {
            **os.environ,
            "BOT_TOKEN": telegram.token,
            "TELEGRAM_API_BASE": telegram.url,
            "DATA_DIR": str(tmp_path),
        }
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", "from bot.cli import main; main()", *command),
            env=environment,
            stderr=asyncio.subprocess.PIPE,
        )
        assert program.stderr is not None
        said = b""
        while b"ready" not in said:
            line = await asyncio.wait_for(program.stderr.readline(), 90)
            assert line, said.decode()
            said += line
        await asyncio.sleep(1)
        started = time.monotonic()
        program.send_signal(signal.SIGTERM)
        said += (await program.communicate())[1]
    assert program.returncode == 0
    assert time.monotonic() - started < STOP_SECONDS
    assert telegram.token.encode() not in said
    assert b"Traceback" not in said
