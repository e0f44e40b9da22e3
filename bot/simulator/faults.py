"""Telling the simulated Telegram to fail as the real one does."""

import random
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from bot.simulator.errors import ApiError, Json, SimulatorError, flood, forbidden


class FaultKind(StrEnum):
    """What goes wrong."""

    FLOOD = "flood"
    SERVER_ERROR = "server_error"
    FORBIDDEN = "forbidden"
    HANG = "hang"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Fault:
    """One rule: which calls fail, how often and how."""

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    count: int | None = 1
    share: float = 1.0
    retry_after: int = 1
    status: int = 502
    seconds: float = 0.0
    # True: Telegram does the work and only the reply is lost, as when a connection breaks late.
    after_effect: bool = False

    def concerns(self, method: str, chat_id: int | None) -> bool:
        """Polling fails only where a rule names it, so that `count` stays predictable."""
        named = self.method.lower() if self.method else ""
        right_method = named == method.lower() if named else method != "getUpdates"
        return right_method and self.chat_id in (None, chat_id)

    def error(self) -> ApiError | None:
        """The refusal, where the fault is one."""
        if self.kind is FaultKind.FLOOD:
            return flood(self.retry_after)
        if self.kind is FaultKind.FORBIDDEN:
            return forbidden("bot was blocked by the user")
        if self.kind is FaultKind.SERVER_ERROR:
            return ApiError(self.status, "Internal Server Error" if self.status == 500 else "Bad Gateway")
        return None


class Faults:
    """The rules in force, and a seeded chance for those that fail at random."""

    def __init__(self, seed: int = 0) -> None:
        self._rules: list[Fault] = []
        self._chance = random.Random(seed)  # noqa: S311

    @property
    def rules(self) -> tuple[Fault, ...]:
        """What is in force now."""
        return tuple(self._rules)

    def add(self, fault: Fault) -> None:
        """Puts one rule in force."""
        if not 0 <= fault.share <= 1:
            raise SimulatorError(f"share must be between 0 and 1, not {fault.share}")
        self._rules.append(fault)

    def flood(
        self, count: int | None = 1, *, retry_after: int = 1, method: str | None = None, share: float = 1.0
    ) -> None:
        """429 for the next `count` calls (None: for good)."""
        self.add(Fault(FaultKind.FLOOD, method, count=count, retry_after=retry_after, share=share))

    def server_error(
        self, count: int | None = 1, *, status: int = 502, method: str | None = None, share: float = 1.0
    ) -> None:
        """5xx for the next `count` calls."""
        self.add(Fault(FaultKind.SERVER_ERROR, method, count=count, status=status, share=share))

    def hang(
        self, seconds: float, count: int | None = 1, *, method: str | None = None, after_effect: bool = False
    ) -> None:
        """Silence for `seconds` before (or after) the work is done."""
        self.add(Fault(FaultKind.HANG, method, count=count, seconds=seconds, after_effect=after_effect))

    def drop(
        self,
        count: int | None = 1,
        *,
        method: str | None = None,
        share: float = 1.0,
        after_effect: bool = False,
    ) -> None:
        """Breaks the connection before (or after) the work is done."""
        self.add(Fault(FaultKind.DROP, method, count=count, share=share, after_effect=after_effect))

    def forbid(self, chat_id: int) -> None:
        """403 for every call about one chat."""
        self.add(Fault(FaultKind.FORBIDDEN, chat_id=chat_id, count=None))

    def seed(self, seed: int) -> None:
        """Starts the chance anew."""
        self._chance.seed(seed)

    def clear(self) -> None:
        """Everything works again."""
        self._rules.clear()

    def draw(self, method: str, chat_id: int | None) -> Fault | None:
        """The first rule that strikes this call; it is used up by one."""
        for index, rule in enumerate(self._rules):
            if rule.concerns(method, chat_id) and self._chance.random() < rule.share:
                self._use(index, rule)
                return rule
        return None

    def _use(self, index: int, rule: Fault) -> None:
        if rule.count is None:
            return
        if rule.count <= 1:
            del self._rules[index]
        else:
            self._rules[index] = replace(rule, count=rule.count - 1)


def fault_from_json(data: Json) -> Fault:
    """A rule from the control page; `kind` is needed, the rest has defaults."""
    known = set(Fault.__dataclass_fields__)
    if unknown := set(data) - known:
        raise SimulatorError(f"unknown in a fault: {', '.join(sorted(unknown))}; known: {', '.join(sorted(known))}")
    try:
        return Fault(**(data | {"kind": FaultKind(data.get("kind", ""))}))
    except ValueError as error:
        raise SimulatorError(f"fault kind must be one of {', '.join(FaultKind)}") from error


def faults_as_json(rules: Iterable[Fault]) -> list[Json]:
    """The rules as the control endpoint shows them."""
    return [asdict(rule) for rule in rules]
