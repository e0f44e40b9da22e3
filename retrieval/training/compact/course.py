"""How long and how fast a network learns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Course:
    """So many steps of so many pairs; the rate rises during the warm-up, then falls straight to zero."""

    steps: int = 1200
    batch: int = 768
    rate: float = 2e-4
    warm_up: int = 100

    def factor(self, step: int) -> float:
        """The share of `rate` in force at `step`."""
        warm_up = min(self.warm_up, self.steps // 4 + 1)
        return min((step + 1) / warm_up, (self.steps - step) / max(1, self.steps - warm_up))


TUNING = Course()
SHARPENING = Course(steps=700, batch=48, rate=4e-5, warm_up=50)
CROSSING = Course(steps=2200, batch=16, rate=6e-5, warm_up=50)
