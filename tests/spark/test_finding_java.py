"""Which Java Spark is to run on."""

import os

import pytest

from onrecord.errors import MissingLibraryError
from onrecord.spark import find_java, finding_java
from onrecord.spark.finding_java import version_of


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A machine without Java, as far as can be seen."""
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(finding_java, "_FOLDERS", (str(tmp_path / "jvm"),))
    return tmp_path


def make(home, release="", says=""):
    program = home / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho '{says}' >&2\n")
    program.chmod(0o755)
    if release:
        (home / "release").write_text(f'IMPLEMENTOR="Nobody"\nJAVA_VERSION="{release}"\n')
    return home


@pytest.mark.parametrize(
    ("release", "version"), [("17.0.15", 17), ("21", 21), ("1.8.0_412", 8), ("25.0.1", 25)]
)
def test_the_version_stands_in_a_file_beside_it(tmp_path, release, version):
    assert version_of(make(tmp_path / "jdk", release)) == version


def test_where_it_does_not_the_java_is_asked(tmp_path):
    assert version_of(make(tmp_path / "jdk", says='openjdk version "17.0.2" 2022-01-18')) == 17


def test_no_java_is_none(tmp_path):
    assert version_of(tmp_path) == 0


def test_java_home_goes_first(nowhere, monkeypatch):
    make(nowhere / "jvm" / "other", "21")
    home = make(nowhere / "mine", "17.0.1")
    monkeypatch.setenv("JAVA_HOME", str(home))
    assert find_java() == home


def test_a_java_home_that_is_too_old_is_refused_and_says_so(nowhere, monkeypatch):
    make(nowhere / "jvm" / "other", "21")
    monkeypatch.setenv("JAVA_HOME", str(make(nowhere / "old", "1.8.0_1")))
    with pytest.raises(MissingLibraryError, match=r"Java 17 or later; JAVA_HOME=.*old is Java 8"):
        find_java()


def test_a_java_home_without_java_is_refused(nowhere, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(nowhere))
    with pytest.raises(MissingLibraryError, match="is no Java"):
        find_java()


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_what_is_on_the_path_is_found_through_links(nowhere, monkeypatch):
    home = make(nowhere / "real", "17.0.1")
    (nowhere / "bin").mkdir()
    (nowhere / "bin" / "java").symlink_to(home / "bin" / "java")
    monkeypatch.setenv("PATH", str(nowhere / "bin"))
    assert find_java() == home


def test_of_those_in_the_usual_folders_one_that_was_tried_goes_before_the_newest(nowhere):
    make(nowhere / "jvm" / "a-25", "25")
    make(nowhere / "jvm" / "b-11", "11.0.2")
    home = make(nowhere / "jvm" / "c-17", "17.0.9")
    assert find_java() == home


def test_only_an_old_one_is_named(nowhere):
    make(nowhere / "jvm" / "old", "11.0.2")
    with pytest.raises(MissingLibraryError, match="old is Java 11: install one") as told:
        find_java()
    assert "\n" not in str(told.value)


def test_none_at_all_is_explained_in_one_line(nowhere):
    with pytest.raises(MissingLibraryError, match="none is on PATH") as told:
        find_java()
    assert "\n" not in str(told.value)
