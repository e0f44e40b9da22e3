"""The steps, and the files that one leaves to the next."""

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from rich.console import Console
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from transformers import BertModel

from retrieval.compact import CompactEncoder
from retrieval.training.card import Made, write_compact_card
from retrieval.training.compact.course import Course
from retrieval.training.compact.crossing import cross_network, measured
from retrieval.training.compact.export import write_cross, write_onnx
from retrieval.training.compact.fourbit import Checkpoint, Tensors, read_checkpoint, rows_of
from retrieval.training.compact.half_read import half_read
from retrieval.training.compact.network import POSITIONS, with_weights
from retrieval.training.compact.pairs import Lesson, lessons, restore, store, texts_of
from retrieval.training.compact.pruning import kept_pieces, tokenizer_of
from retrieval.training.compact.reopening import weights_of
from retrieval.training.compact.sharpening import sharpen_network
from retrieval.training.compact.together import Together
from retrieval.training.compact.tuning import tune_network
from retrieval.training.data import read_corpus
from retrieval.training.evaluate import as_table, evaluate
from retrieval.training.heldout import hold_out
from retrieval.training.kinds import build_kinds
from retrieval.training.placing import move
from retrieval.training.stories import CROSSING, SHARPENING, read_stories

START, PAIRS, TOKENIZER = "start.npz", "pairs.json.xz", "tokenizer.json"
TUNED, SHARPENED, CROSSED = "tuned.safetensors", "sharpened.safetensors", "crossed.safetensors"

# Of the stories one in so many is held out, to measure the cross-encoder.
HELD = 12


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
    network = tune_network(_start(work), _tokenizer(work), taught, course, seed)
    _keep(network, work / TUNED, course, seed, console)


def reopen(model: Path, work: Path, tuning: Course, sharpening: Course, seed: int, console: Console) -> None:
    """Take weights and tokenizer out of a finished model, for `sharpen` or for `cross`. The model does not say how it
    was made: the courses and `seed` do.
    """
    shutil.copyfile(model / TOKENIZER, work / TOKENIZER)
    network = with_weights(weights_of(model / "model.onnx"))
    _keep(network, work / TUNED, tuning, seed, console)
    _keep(network, work / SHARPENED, sharpening, seed, console)


def sharpen(work: Path, course: Course, seed: int, console: Console) -> None:
    """Write the sharpened weights, in half precision, into `work`."""
    taught, _ = restore(work / PAIRS)
    network = with_weights(load_file(work / TUNED))
    sharpen_network(network, _tokenizer(work), read_stories(SHARPENING), taught, course, seed)
    _keep(network, work / SHARPENED, course, seed, console)


def cross(work: Path, course: Course, seed: int, console: Console) -> None:
    """Write the cross-encoder's weights, in half precision, into `work`."""
    network = with_weights(load_file(work / SHARPENED))
    console.log("reading stories")
    read = half_read(network, _tokenizer(work), read_stories(CROSSING))
    held = read[::HELD]
    together = cross_network(network, [story for place, story in enumerate(read) if place % HELD], course, seed)
    first, likelier = measured(together, held)
    console.log(f"of {len(held)} stories held out: right claim first {first:.3f}, likelier than in vain {likelier:.3f}")
    _keep(together, work / CROSSED, course, seed, console)


def export(work: Path, out: Path, console: Console) -> None:
    """Write the finished model with its card and licence into `out`, replacing the files of the last one."""
    taught, tasks = restore(work / PAIRS)
    network = with_weights(load_file(work / SHARPENED)).eval()
    with tempfile.TemporaryDirectory() as folder:
        finished = Path(folder)
        write_onnx(network, finished / "model.onnx")
        write_cross(_together(network, work), finished / "cross.onnx")
        shutil.copyfile(work / TOKENIZER, finished / TOKENIZER)
        console.log("measuring")
        scores = evaluate(CompactEncoder.load(finished), tasks)
        console.print(as_table(scores))
        write_compact_card(finished, _made(work, taught), scores)
        move(finished, out)
    console.log(f"wrote {out}")


def _together(network: BertModel, work: Path) -> Together:
    together = Together(network)
    together.load_state_dict({name: value.float() for name, value in load_file(work / CROSSED).items()})
    together.eval()
    return together


def _made(work: Path, taught: Sequence[Lesson]) -> Made:
    stories, crossing = read_stories(SHARPENING), read_stories(CROSSING)
    tuning, seed = _course(work / TUNED)
    return Made(
        pieces=_tokenizer(work).get_vocab_size(),
        pairs=sum(len(lesson.pairs) for lesson in taught),
        stories=len(stories),
        texts=sum(len(story.texts) + len(story.nothing) for story in stories),
        crossing_stories=len(crossing),
        questions=sum(len(story.asked) for story in crossing),
        tuning=tuning,
        sharpening=_course(work / SHARPENED)[0],
        crossing=_course(work / CROSSED)[0],
        seed=seed,
    )


def _keep(network: torch.nn.Module, path: Path, course: Course, seed: int, console: Console) -> None:
    weights = {name: value.half().contiguous() for name, value in network.state_dict().items()}
    save_file(weights, path, metadata={"course": json.dumps(asdict(course)), "seed": str(seed)})
    console.log(f"wrote {path}")


def _tokenizer(work: Path) -> Tokenizer:
    return Tokenizer.from_file(str(work / TOKENIZER))


def _start(work: Path) -> Tensors:
    with np.load(work / START) as stored:
        return dict(stored)


def _cut(checkpoint: Checkpoint, kept: list[int]) -> Tensors:
    width = len(checkpoint.tensors["emb.ln.w"])
    return checkpoint.tensors | {
        "emb.word": rows_of(checkpoint.tensors["emb.word"], width)[kept],
        "emb.pos": checkpoint.tensors["emb.pos"][: POSITIONS * width],
    }


def _course(path: Path) -> tuple[Course, int]:
    with safe_open(path, framework="pt") as stored:
        notes = stored.metadata()
    return Course(**json.loads(notes["course"])), int(notes["seed"])
