"""The simulator's time, which tests can move forward."""

import time


class Clock:
    """Real time plus what tests have skipped."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def now(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._skipped

    def today(self) -> int:
        """The whole seconds that Telegram puts into `date`."""
        return int(self.now())

    def advance(self, seconds: float) -> None:
        """Lets messages and queries grow older at once."""
        self._skipped += seconds
