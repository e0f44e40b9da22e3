"""The pictures of docs/retrieval.md."""

from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

_BINS = 8
Flags = NDArray[np.bool_]


def draw(path: Path, chances: NDArray[np.float64], right: Flags, answerable: Flags, threshold: float) -> None:
    """Reliability on the left (equally filled bins), right and wrong answers by threshold on the right."""
    mpl.rcParams["svg.hashsalt"] = "solidarity"  # the same picture for the same numbers
    figure = Figure(figsize=(10, 4), layout="constrained")
    reliability, trade = figure.subplots(1, 2)
    _reliability(reliability, chances, right)
    _trade(trade, chances, right, answerable)
    trade.axvline(threshold, linestyle=":", color="grey")
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)


def _reliability(axes: Axes, chances: NDArray[np.float64], right: Flags) -> None:
    bins = np.array_split(np.argsort(chances), _BINS)
    said, true = [chances[rows].mean() for rows in bins], [right[rows].mean() for rows in bins]
    axes.plot([0, 1], [0, 1], linestyle=":", color="grey")
    axes.plot(said, true, marker="o")
    axes.set(title="Reliability", xlabel="probability said", ylabel="share right", xlim=(0, 1), ylim=(0, 1))


def _trade(axes: Axes, chances: NDArray[np.float64], right: Flags, answerable: Flags) -> None:
    thresholds = np.linspace(0, 1, 101)
    answered = [(right & (chances >= level)).sum() / answerable.sum() for level in thresholds]
    wrong = [(~right & (chances >= level)).mean() for level in thresholds]
    axes.plot(thresholds, answered, label="answered rightly, of those with an answer")
    axes.plot(thresholds, wrong, label="answered wrongly, of all")
    axes.set(title="What the threshold decides", xlabel="threshold", xlim=(0, 1), ylim=(0, 1))
    axes.legend(loc="center left")
