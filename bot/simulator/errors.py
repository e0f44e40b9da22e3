"""The refusals of the Bot API: a status, a sentence and sometimes parameters."""

from http import HTTPStatus
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


class SimulatorError(Exception):
    """The simulator was asked, by a test or by the page, for something that can't be done."""


class ApiError(Exception):
    """One refusal as the bot sees it."""

    def __init__(self, status: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters or {}

    def as_json(self) -> Json:
        """The envelope that carries the refusal."""
        envelope: Json = {"ok": False, "error_code": self.status, "description": self.description}
        return envelope | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(message: str, parameters: Json | None = None) -> ApiError:
    """400 with Telegram's prefix."""
    return ApiError(HTTPStatus.BAD_REQUEST, f"Bad Request: {_lowered(message)}", parameters)


def forbidden(message: str) -> ApiError:
    """403 with Telegram's prefix."""
    return ApiError(HTTPStatus.FORBIDDEN, f"Forbidden: {_lowered(message)}")


def unauthorized(message: str = "") -> ApiError:
    """401, bare or with a reason."""
    reason = f": {_lowered(message)}" if message else ""
    return ApiError(HTTPStatus.UNAUTHORIZED, f"Unauthorized{reason}")


def not_found(message: str = "") -> ApiError:
    """404, bare or with a reason."""
    return ApiError(HTTPStatus.NOT_FOUND, f"Not Found: {message}" if message else "Not Found")


def conflict(message: str) -> ApiError:
    """409: two readers of one queue."""
    return ApiError(HTTPStatus.CONFLICT, f"Conflict: {_lowered(message)}")


def flood(retry_after: int) -> ApiError:
    """429 with the seconds to wait."""
    return ApiError(
        HTTPStatus.TOO_MANY_REQUESTS,
        f"Too Many Requests: retry after {retry_after}",
        {"retry_after": retry_after},
    )


def _lowered(message: str) -> str:
    """Telegram lowers the first letter, but leaves its CONSTANT_NAMES alone."""
    if len(message) > 1 and (message[1] == "_" or message[1].isupper()):
        return message
    return message[:1].lower() + message[1:]
