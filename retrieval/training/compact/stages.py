"""The three steps, and the files that one leaves to the next."""

import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import numpy as np
from rich.console import Console
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from retrieval.compact import CompactEncoder
from retrieval.training.card import Tuned, write_compact_card
from retrieval.training.compact.export import write_onnx
from retrieval.training.compact.fourbit import Checkpoint, Tensors, read_checkpoint, rows_of
from retrieval.training.compact.network import POSITIONS, build
from retrieval.training.compact.pairs import lessons, restore, store, texts_of
from retrieval.training.compact.pruning import kept_pieces, tokenizer_of
from retrieval.training.compact.tuning import Course, tune_network
from retrieval.training.data import read_corpus
from retrieval.training.evaluate import as_table, evaluate
from retrieval.training.heldout import hold_out
from retrieval.training.kinds import build_kinds
from retrieval.training.placing import move

START, PAIRS, TUNED, TOKENIZER = "start.npz", "pairs.json.xz", "tuned.safetensors", "tokenizer.json"


def prepare(data: Path, start: Path, work: Path, seed: int, console: Console) -> None:
    """Write the cut model, its tokenizer, the pairs and the measurement tasks into `work`."""
    work.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    console.log("reading pairs")
    corpus, tasks = hold_out(read_corpus(data), rng)
    checkpoint = read_checkpoint(start)
    console.log("counting pieces")
    kept = kept_pieces(checkpoint, texts_of(corpus))
    tokenizer_of([(checkpoint.pieces[place], checkpoint.scores[place]) for place in kept]).save(
        str(work / TOKENIZER), pretty=False
    )
    np.savez(work / START, **_cut(checkpoint, kept))  # type: ignore[arg-type]
    console.log("choosing pairs")
    store(work / PAIRS, lessons(build_kinds(corpus, rng), rng), tasks)


def tune(work: Path, course: Course, seed: int, console: Console) -> None:
    """Write the tuned weights, in half precision, into `work`."""
    taught, _ = restore(work / PAIRS)
    tokenizer = Tokenizer.from_file(str(work / TOKENIZER))
    network = tune_network(_start(work), tokenizer, taught, course, seed)
    weights = {name: value.half().contiguous() for name, value in network.state_dict().items()}
    notes = {name: str(value) for name, value in asdict(course).items()} | {"seed": str(seed)}
    save_file(weights, work / TUNED, metadata=notes)
    console.log(f"wrote {work / TUNED}")


def export(work: Path, out: Path, console: Console) -> None:
    """Write the finished model with its card and licence into `out`, replacing the files of the last one."""
    taught, tasks = restore(work / PAIRS)
    network = build(_start(work)).eval()
    network.load_state_dict({name: value.float() for name, value in load_file(work / TUNED).items()})
    with tempfile.TemporaryDirectory() as folder:
        finished = Path(folder)
        write_onnx(network, finished / "model.onnx")
        shutil.copyfile(work / TOKENIZER, finished / TOKENIZER)
        console.log("measuring")
        scores = evaluate(CompactEncoder.load(finished), tasks)
        console.print(as_table(scores))
        write_compact_card(finished, _tuned(work, sum(len(lesson.pairs) for lesson in taught)), scores)
        move(finished, out)
    console.log(f"wrote {out}")


def _start(work: Path) -> Tensors:
    with np.load(work / START) as stored:
        return dict(stored)


def _cut(checkpoint: Checkpoint, kept: list[int]) -> Tensors:
    width = len(checkpoint.tensors["emb.ln.w"])
    return checkpoint.tensors | {
        "emb.word": rows_of(checkpoint.tensors["emb.word"], width)[kept],
        "emb.pos": checkpoint.tensors["emb.pos"][: POSITIONS * width],
    }


def _tuned(work: Path, pairs: int) -> Tuned:
    with safe_open(work / TUNED, framework="pt") as stored:
        notes = stored.metadata()
    pieces = Tokenizer.from_file(str(work / TOKENIZER)).get_vocab_size()
    return Tuned(pieces, pairs, int(notes["steps"]), int(notes["batch"]), float(notes["rate"]), int(notes["seed"]))
