"""A local Telegram: the Bot API for the bot, a chat page for people, and a Python API for tests."""

from bot.simulator.client import Client
from bot.simulator.errors import ApiError, SimulatorError
from bot.simulator.faults import Fault, FaultKind, Faults
from bot.simulator.rates import RateLimits
from bot.simulator.settings import Settings
from bot.simulator.shown import Answer, InlineResult, Shown
from bot.simulator.simulator import Simulator
from bot.simulator.state.calls import RecordedCall
from bot.simulator.state.chats import Chat

__all__ = [
    "Answer",
    "ApiError",
    "Chat",
    "Client",
    "Fault",
    "FaultKind",
    "Faults",
    "InlineResult",
    "RateLimits",
    "RecordedCall",
    "Settings",
    "Shown",
    "Simulator",
    "SimulatorError",
]
