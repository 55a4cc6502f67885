"""`onrecord train` says in one line why it cannot."""

import json
import sys


def test_a_folder_that_holds_a_model_is_left_alone(onrecord, tmp_path):
    (tmp_path / "manifest.toml").write_text("format = 1\n")
    done = onrecord("train", "--data", "none.jsonl", "--out", str(tmp_path))
    assert done.exit_code == 2
    assert "holds a model already" in done.output


def test_without_torch_it_says_what_to_install(onrecord, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    path = tmp_path / "stories.jsonl"
    path.write_text(json.dumps({"doc": "a", "text": "Hush.", "attributions": []}))
    done = onrecord("train", "--data", str(path), "--out", str(tmp_path / "model"))
    assert done.exit_code == 2
    assert "onrecord[train]" in done.output
    assert not (tmp_path / "model").exists()
