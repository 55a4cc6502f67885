"""`onrecord db backup` and `onrecord db restore`."""


def test_a_database_is_kept_and_put_back(held, papers, tmp_path, database):
    kept = tmp_path / "kept.db"
    assert held("db", "backup", kept).exit_code == 0
    documents = held("documents").stdout
    story = next(line.split()[0] for line in documents.splitlines() if "story" in line)
    assert held("remove", story).exit_code == 0
    result = held("db", "restore", kept)
    assert result.exit_code == 0
    assert "2 documents are held" in result.stdout
    assert held("documents").stdout == documents
    assert held("check", "The bridge will stay shut until the river falls").exit_code == 0
    assert len(list(database.parent.glob("onrecord.db.before-*"))) == 1
    assert held("doctor").exit_code == 0


def test_a_file_is_overwritten_only_when_told(held, tmp_path):
    kept = tmp_path / "kept.db"
    kept.touch()
    result = held("db", "backup", kept)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert held("db", "backup", kept, "--force").exit_code == 0


def test_what_is_no_backup_is_refused(held, papers):
    result = held("db", "restore", papers / "conference.txt")
    assert result.exit_code == 2
    assert "not an Onrecord database" in result.stderr
