import json

SAID = '"We agree on that," said Ann Bell.'


def test_lines_come_out_in_order_with_the_spans_of_each_role(onrecord, lines):
    given = [{"doc": "b", "text": SAID}, {"id": "a", "text": "Nothing at all."}, {"text": SAID}]
    done = onrecord("extract", "--jsonl", input="\n".join(map(json.dumps, given)))
    assert done.exit_code == 0
    first, second, third = lines(done.stdout)
    assert [first["doc"], second["doc"], third["doc"]] == ["b", "a", ""]
    assert second["attributions"] == []
    (found,) = first["attributions"]
    words = {role: [SAID[s:e] for s, e in found[role]] for role in ("source", "cue", "content")}
    assert (words["source"], words["cue"]) == (["Ann Bell"], ["said"])
    assert "We agree on that" in words["content"][0]
    assert (found["quotation"], found["speaker"], found["via"]) == ("direct", "Ann Bell", [])
    assert third["attributions"] == first["attributions"]


def test_a_bad_line_is_told_and_the_others_go_on(onrecord, lines):
    bad = ["nonsense", '["text"]', '{"doc": "x"}', '{"doc": "y", "text": 5}']
    good = json.dumps({"doc": "z", "text": SAID})
    done = onrecord("extract", "--jsonl", input="\n".join([*bad, "", good]))
    assert done.exit_code == 1
    assert [line["doc"] for line in lines(done.stdout)] == ["z"]
    assert [f"line {n}" in told for n, told in enumerate(done.stderr.splitlines(), start=1)] == (
        [True] * 4
    )


def test_bytes_that_are_not_utf8_are_a_bad_line(onrecord):
    done = onrecord("extract", "--jsonl", input=b'{"doc": "\xff", "text": ""}\n')
    assert (done.exit_code, done.stdout) == (1, "")
    assert "line 1: not UTF-8" in done.stderr


def test_it_streams(as_process):
    import subprocess

    process = as_process("extract", "--jsonl", stdin=subprocess.PIPE)
    for name in ("a", "b"):
        process.stdin.write(json.dumps({"doc": name, "text": SAID}) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["doc"] == name
    process.communicate()
    assert process.returncode == 0


def test_it_needs_no_database(onrecord, database):
    onrecord("extract", "--jsonl", input=json.dumps({"text": SAID}))
    assert not database.exists()
