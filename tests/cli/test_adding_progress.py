from onrecord.cli.adding_progress import Pace
from onrecord.intake import Going

MB = 1_000_000


def words(going, documents=50, seconds=10.0):
    return Pace(documents, going, begun=100.0).words(100.0 + seconds)


def test_it_says_how_much_is_done_how_fast_and_how_long_the_rest_will_take():
    told = words(Going(files=50, bytes=5 * MB, of_files=100, of_bytes=4000 * MB))
    assert told == ("50 documents, 5.0 MB, 5.0 documents and 0.50 MB a second, time left 2:13:10")


def test_what_was_taken_in_before_makes_nobody_faster():
    told = words(Going(bytes=25 * MB, skipped_bytes=20 * MB, of_bytes=30 * MB))
    assert told.endswith("5.0 documents and 0.50 MB a second, time left 0:00:10")


def test_the_time_left_is_unknown_where_the_bytes_to_come_are():
    assert words(Going(bytes=5 * MB)).endswith("time left unknown")
    assert words(None).endswith("time left unknown")
    assert words(Going(of_bytes=5 * MB)).endswith("time left unknown")
