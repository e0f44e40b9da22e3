"""The whole run, from pair files to a finished model folder."""

import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from model2vec import StaticModel
from rich.console import Console

from retrieval.training.bags import Bagger
from retrieval.training.batches import Stock, frequencies
from retrieval.training.card import Run, write_card
from retrieval.training.data import read_corpus
from retrieval.training.evaluate import as_table, evaluate
from retrieval.training.heldout import hold_out
from retrieval.training.kinds import build_kinds
from retrieval.training.packing import pack
from retrieval.training.placing import move
from retrieval.training.tokenizer import train_tokenizer
from retrieval.training.train import Schedule, averaged, train
from retrieval.training.vectors import first_vectors

# More threads than this gain little: the work is bound by memory.
THREADS = 2


def build_model(data: Path, out: Path, schedule: Schedule, seed: int, console: Console) -> None:
    """Train a model on `data` and put it into `out`, replacing the files of the last one."""
    begun = time.monotonic()
    torch.set_num_threads(THREADS)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    console.log("reading pairs")
    corpus, tasks = hold_out(read_corpus(data), rng)
    console.log("learning pieces")
    tokenizer = train_tokenizer(corpus, rng)
    console.log("tokenizing")
    bagger = Bagger(tokenizer)
    stocks = [Stock.from_kind(kind, bagger) for kind in build_kinds(corpus, rng)]
    console.log("first vectors")
    start = first_vectors(tokenizer, stocks, frequencies(stocks, tokenizer.get_vocab_size()))
    vectors = averaged(start, train(start, stocks, schedule, rng))
    with tempfile.TemporaryDirectory() as folder:
        finished = Path(folder)
        pack(vectors, tokenizer, finished)
        scores = evaluate(StaticModel.from_pretrained(finished), tasks)
        console.print(as_table(scores))
        pairs = sum(len(stock.kind.pairs) for stock in stocks)
        minutes = round((time.monotonic() - begun) / 60)
        own = len(corpus.own_sentences) + len(corpus.own_passages) + len(corpus.own_rewordings)
        write_card(finished, Run(vectors.shape[0], vectors.shape[1], pairs, own, schedule, seed, minutes), scores)
        move(finished, out)
    console.log(f"wrote {out} in {minutes} minutes")
