"""A folder of annotated articles becomes a model that the engine fast uses."""

import json

import pytest

from onrecord.errors import InputError
from onrecord.model import Attribution
from onrecord.statements import attribute
from onrecord.training import Annotated, Plan, train
from onrecord.training.examples import seen
from onrecord.training.learning import parted

torch = pytest.importorskip("torch", reason="training needs torch, which is not here")

# Cues that the rules do not know, so that only what was learned can find them.
SOURCES = ["The mayor", "Ana Teller", "The council", "Bo Rask", "A clerk", "The pilot"]
CONTENTS = [
    "the bridge will open in May", "the ferry is late again", "nobody read the letter",
    "rents have doubled", "the tower must go", "winter came too soon",
]  # fmt: skip


def line(number, source, content):
    text = f"{source} is adamant that {content}. The weather was mild."
    at = text.index(content)
    marked = {
        "source": [[0, len(source)]],
        "cue": [[len(source) + 1, len(source) + 11]],
        "content": [[at, at + len(content)]],
    }
    return {"doc": f"story {number}", "text": text, "attributions": [marked]}


@pytest.fixture(scope="module")
def annotated(tmp_path_factory):
    path = tmp_path_factory.mktemp("annotated") / "stories.jsonl"
    made = [(s, c) for s in SOURCES for c in CONTENTS]
    path.write_text(
        "\n".join(json.dumps(line(n, s, c)) for n, (s, c) in enumerate(made * 3)), "utf-8"
    )
    return path


@pytest.fixture(scope="module")
def model(annotated, tmp_path_factory):
    out = tmp_path_factory.mktemp("model")
    figures = train(annotated, out, Plan(rounds=60, aside=0.2))
    return out, figures


def test_what_was_annotated_is_learned(model):
    out, figures = model
    assert figures["joint"] > 90
    text = "Mia Sol is adamant that rents have doubled. The weather was mild."
    assert attribute(text) == ()
    found = tagged(text, out)
    assert [one.content[0].of(text) for one in found] == ["rents have doubled"]
    assert [one.source[0].of(text) for one in found] == ["Mia Sol"]


def tagged(text, out) -> tuple[Attribution, ...]:
    from onrecord.tagging import complete, open_model

    return complete(text, attribute(text), engine=open_model("fast", out))


def test_numpy_gives_what_torch_gives(tmp_path):
    from onrecord.tagging import open_model
    from onrecord.tagging.decoding import Limits
    from onrecord.training.batching import batch
    from onrecord.training.examples import examples
    from onrecord.training.exporting import write_fast
    from onrecord.training.learning import AROUND
    from onrecord.training.network import FastNetwork, HeadNetwork

    text = "Ana Teller, who is adamant, said “the ferry is late”, and that it rains.\nIt is."
    words = ["ana", "said", "ferry", "late", "hopes", "is"]
    torch.manual_seed(5)
    encoder = FastNetwork(len(words)).eval()
    head = HeadNetwork(encoder.width, steps=AROUND).eval()
    write_fast(tmp_path, (encoder, head), words, ("t", "en", "nothing"), limits=Limits())
    model = open_model("fast", tmp_path)
    pieces, clues = seen(text, "en")
    wide = model.head.widen(model.encoder.encode(pieces, clues), clues)
    here = int(pieces.breaks[1])
    cue = (4, 7)
    held = batch(list(examples([Annotated("a", text, ())])), {w: n for n, w in enumerate(words, 1)})
    with torch.inference_mode():
        ours = head.widen(encoder(held.words, held.clues, held.mask), held.clues, held.mask)
        cues = head.cues(ours).softmax(-1)[0].numpy()
        asked = torch.tensor([[0, cue[0], cue[1] - 1]])
        roles = head.roles(ours, asked, held.mask).log_softmax(-1)[0].numpy()
    assert model.head.cues(wide, pieces.breaks)[:here] == pytest.approx(cues, abs=5e-3)
    assert model.head.roles(wide, [cue], pieces.breaks).rows == pytest.approx(roles, abs=2e-2)


def test_the_same_seed_gives_the_same_model(annotated, tmp_path):
    for name in ("one", "two"):
        train(annotated, tmp_path / name, Plan(rounds=2))
    one, two = ((tmp_path / name / "fast.npz").read_bytes() for name in ("one", "two"))
    assert one == two


def test_too_few_articles_are_refused(tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(line(1, SOURCES[0], CONTENTS[0])), "utf-8")
    with pytest.raises(InputError, match="too few"):
        train(path, tmp_path / "out", Plan())


def test_an_article_is_kept_apart_by_its_id_alone():
    articles = [Annotated(f"story {n}", "", ()) for n in range(200)]
    _, aside = parted(articles, 0.1)
    _, fewer = parted(articles[:100], 0.1)
    assert 5 < len(aside) < 40
    assert set(fewer) <= set(aside)
