"""`python -m bot.simulator` starts the simulated Telegram alone."""

import argparse
import asyncio
import sys
from contextlib import suppress

from bot.simulator.settings import Settings
from bot.simulator.simulator import LOOPBACK, Simulator

DEFAULT_PORT = 8081


def main(arguments: list[str] | None = None) -> None:
    """Serves until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="port to listen on (default: %(default)s)")
    parser.add_argument("--host", default=LOOPBACK, help="address to listen on (default: %(default)s)")
    parser.add_argument("--local-webhooks", action="store_true", help="allow webhooks over HTTP on any port")
    options = parser.parse_args(arguments)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(options.host, options.port, Settings(local_webhooks=options.local_webhooks)))


async def _serve(host: str, port: int, settings: Settings) -> None:
    async with Simulator.start(port, host, settings) as simulator:
        sys.stdout.write(f"Chat page and Bot API: {simulator.url}\nBot token: {simulator.token}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    main()
