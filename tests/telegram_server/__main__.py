"""Serves as a process of its own until it is told to stop: prints its URL, then one line when it has stopped.

python -m tests.telegram_server --port 8081 --limits
"""

import argparse
import asyncio
import signal

from tests.telegram_server.limits import Limits
from tests.telegram_server.server import TOKEN, BotApiServer


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.telegram_server", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="on the loopback; 0 takes a free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--limits", action="store_true", help="limit what the bot sends, as Telegram does")
    parser.add_argument("--no-privacy", action="store_true", help="the bot reads all messages of its groups")
    chosen = parser.parse_args()
    server = BotApiServer(
        token=chosen.token, limits=Limits() if chosen.limits else None, privacy_mode=not chosen.no_privacy
    )
    asyncio.run(_serve(server, chosen.port))


async def _serve(server: BotApiServer, port: int) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    runner = await server.start(port)
    print(server.url, flush=True)
    await stopped.wait()
    await server.stop(runner)
    print("stopped", flush=True)


if __name__ == "__main__":
    main()
