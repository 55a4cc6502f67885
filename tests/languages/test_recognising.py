from onrecord.languages import recognise


def test_english_is_known_by_its_commonest_words():
    text = "The ministers met in the harbour town, and they spoke of the grain that was lost. " * 4
    assert recognise(text) == "en"


def test_a_pasted_sentence_in_latin_letters_is_taken_for_english():
    assert recognise("Nobody came.") == "en"


def test_another_language_is_undetermined():
    text = "Les ministres se sont vus dans la ville du port et ont parlé du grain perdu. " * 4
    assert recognise(text) == "und"
    assert recognise("Министры встретились в порту.") == "und"
    assert recognise("12 345") == "und"
