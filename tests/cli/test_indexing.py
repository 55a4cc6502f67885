"""`onrecord reindex`."""

import shutil


def test_an_index_that_was_lost_is_made_anew(held, database):
    folder = database.with_name(f"{database.name}.index")
    shutil.rmtree(folder)
    done = held("reindex")
    assert done.exit_code == 0
    assert done.stdout == "6 passages of 66 words indexed\n"
    assert folder.is_dir()
    assert "VERBATIM" in held("check", "The bridge will stay shut until the river falls").stdout


def test_documents_are_in_the_index_when_they_are_added(held, database):
    assert database.with_name(f"{database.name}.index").is_dir()


def test_there_must_be_a_database(onrecord):
    assert onrecord("reindex").exit_code == 2
