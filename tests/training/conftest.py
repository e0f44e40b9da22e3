import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest

from retrieval.training.data import OWN_CORPUS, own_pairs


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pair files of every kind, cut from our own corpus."""
    folder = tmp_path_factory.mktemp("pairs")
    pairs = own_pairs(OWN_CORPUS, "parallel")[:900]
    half = len(pairs) // 2
    files: dict[str, Sequence[tuple[str, ...]]] = {
        "docs_sentences.en-ru": [("notes", *pair) for pair in pairs[:half]] + [("pud", *pair) for pair in pairs[-60:]],
        "bible_synodal.en-ru": pairs[half : half + 100],
        "wiktionary_words.en-ru": [(left.split()[0], right.split()[0]) for left, right in pairs[:200]],
        "wiktionary_glosses.en-ru": pairs[:50],
        "wikidata_titles.en-ru": pairs[100:200],
        "wikidata_names.en-ru": [("Ivan", "иван"), ("Maria", "мария")],
        "wiki_title_passage.en": [(left, f"{left} And one more sentence.") for left, _ in pairs[100:200]],
        "medquad_question_answer.en": pairs[200:260],
    }
    for name, rows in files.items():
        with gzip.open(folder / f"{name}.tsv.gz", "wt", encoding="utf-8") as out:
            out.writelines("\t".join(row) + "\n" for row in rows)
    return folder
