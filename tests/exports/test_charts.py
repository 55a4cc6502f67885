from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.exports.charts import Bar, Column, Mark, draw_bars, draw_columns, draw_timeline
from onrecord.exports.charts.labels import SIZE, Rows, fitted, width
from onrecord.exports.charts.scale import scale_of

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
NAMED = {"title": "Wells talks", "described": "What was when."}


@st.composite
def spans(draw):
    first = draw(DAYS)
    return first, first + timedelta(draw(st.integers(0, 4000)))


MARKS = st.lists(
    st.builds(
        Mark,
        st.sampled_from(["Meetings", "Promises"]),
        st.text("abc de", min_size=1, max_size=80),
        spans(),
        st.booleans(),
        st.booleans(),
        st.lists(spans(), max_size=1).map(tuple),
    ),
    min_size=1,
    max_size=25,
)
BARS = st.lists(
    st.builds(
        Bar,
        st.sampled_from(["Velda", "Tarn"]),
        st.text(min_size=1, max_size=60),
        st.lists(spans(), min_size=1, max_size=4).map(tuple),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


def drawn(svg):
    return etree.fromstring(svg.encode())


def texts(svg):
    """The boxes that the texts of a drawing take up at most, by their words."""
    for one in drawn(svg).iter("{*}text"):
        if one.getparent().get("transform"):
            continue
        words = "".join(one.xpath("text()"))
        wide = width(words)
        x, y = float(one.get("x")), float(one.get("y"))
        x -= wide if one.get("text-anchor") == "end" else 0
        yield words, x, x + wide, y


def overlapping(svg):
    for (a, a0, a1, ay), (b, b0, b1, by) in combinations(texts(svg), 2):
        if abs(ay - by) < SIZE and a0 < b1 - 0.2 and b0 < a1 - 0.2:
            yield a, b


@given(MARKS)
def test_no_label_of_a_timeline_lies_on_another(marks):
    assert not list(overlapping(draw_timeline(marks, **NAMED)))


@given(MARKS)
def test_nothing_of_a_timeline_stands_outside_it(marks):
    svg = draw_timeline(marks, **NAMED)
    wide, high = (float(n) for n in drawn(svg).get("viewBox").split()[2:])
    for words, start, end, y in texts(svg):
        assert start >= -1, words
        assert end <= wide + 1, words
        assert 0 < y < high


@given(BARS)
def test_no_label_of_a_role_chart_lies_on_another(bars):
    assert not list(overlapping(draw_bars(bars, **NAMED)))


def test_a_known_day_is_a_dot_and_an_uncertain_one_a_bar():
    day = (date(2019, 2, 14), date(2019, 2, 14))
    month = (date(2019, 5, 1), date(2019, 5, 31))
    svg = drawn(draw_timeline([Mark("Meetings", "a", day), Mark("Meetings", "b", month)], **NAMED))
    groups = {
        g.find("{*}title").text: g for g in svg.iter("{*}g") if g.find("{*}title") is not None
    }
    assert groups["a"].find("{*}circle") is not None
    assert groups["b"].find("{*}rect") is not None


def test_what_was_held_is_filled_what_was_announced_is_hollow_what_was_put_off_is_struck():
    day = (date(2019, 2, 14), date(2019, 2, 14))
    marks = [
        Mark("Meetings", "held", day),
        Mark("Meetings", "announced", day, sure=False),
        Mark("Meetings", "put off", day, sure=False, void=True),
    ]
    found = {}
    for group in drawn(draw_timeline(marks, **NAMED)).iter("{*}g"):
        if group.find("{*}title") is not None:
            fill = group.find("{*}circle").get("fill")
            found[group.find("{*}title").text] = fill, len(group.findall("{*}path"))
    assert found == {"held": ("currentColor", 0), "announced": ("none", 0), "put off": ("none", 1)}


def test_the_day_announced_is_tied_to_the_day_held():
    mark = Mark(
        "Meetings", "a", (date(2019, 2, 14),) * 2, before=((date(2019, 1, 3), date(2019, 1, 9)),)
    )
    group = next(g for g in drawn(draw_timeline([mark], **NAMED)).iter("{*}g"))
    assert group.find("{*}path").get("stroke-dasharray")
    assert group.find("{*}rect").get("fill") == "none"


def test_an_end_that_is_not_known_is_drawn_open():
    days = ((date(2019, 2, 14),) * 2, (date(2020, 2, 14),) * 2)
    svg = drawn(draw_bars([Bar("Velda", "guarantor", days, begins=True)], **NAMED))
    dashes = [p for p in svg.iter("{*}path") if p.get("stroke-dasharray")]
    assert len(dashes) == 1


def test_nothing_to_draw_is_no_drawing():
    assert draw_timeline([], **NAMED) == draw_bars([], **NAMED) == ""


def test_a_drawing_has_a_title_a_description_and_no_address_but_that_of_its_format():
    svg = draw_timeline([Mark("Meetings", "<b> & \x00", (date(2019, 2, 14),) * 2)], **NAMED)
    assert drawn(svg).find("{*}title").text == "Wells talks"
    assert drawn(svg).find("{*}desc").text == "What was when."
    assert svg.count("http") == 1


@given(st.lists(spans(), min_size=1, max_size=20))
def test_days_keep_their_order_on_the_axis(found):
    scale = scale_of(found, 0, 900)
    places = [scale.at(day) for day in sorted(day for span in found for day in span)]
    assert all(before <= after for before, after in pairwise(places))
    assert all(-0.1 <= place <= 900.1 for place in places)


@given(st.lists(spans(), min_size=1, max_size=20))
def test_ticks_are_far_enough_apart_to_be_read(found):
    scale = scale_of(found, 12, 948)
    ticks = sorted(scale.ticks())
    assert ticks
    for (before, label), (after, _) in pairwise(ticks):
        assert before + width(label) < after


def test_a_long_time_in_which_nothing_is_is_cut_out():
    old, new = (date(1998, 10, 20),) * 2, (date(2017, 1, 23), date(2020, 1, 1))
    scale = scale_of([old, new], 0, 900)
    assert len(scale.stretches) == 2
    assert len(list(scale.cuts())) == 1
    assert scale.at(date(2017, 1, 23)) < 300


@given(st.text(max_size=100), st.floats(20, 400))
def test_a_fitted_label_fits(text, room):
    assert width(fitted(text, room)) <= room + 1e-6


def test_rows_give_each_stretch_room():
    rows = Rows()
    assert [rows.place(0, 10), rows.place(5, 15), rows.place(10, 20), len(rows)] == [0, 1, 0, 2]


def test_many_bars_are_several_drawings_on_one_axis():
    days = ((date(2019, 2, 14),) * 2, (date(2020, 2, 14),) * 2)
    bars = [Bar(f"Actor {n // 3}", f"role {n}", days) for n in range(40)]
    sheets = etree.fromstring(f"<all>{draw_bars(bars, **NAMED)}</all>")
    assert [sheet.findtext("{*}title") for sheet in sheets] == [
        "Wells talks (1 of 3)",
        "Wells talks (2 of 3)",
        "Wells talks (3 of 3)",
    ]
    told = [g.findtext("{*}title") for g in sheets.iter("{*}g")]
    assert told == [f"{bar.group}: {bar.label}" for bar in bars]


def reach(shape):
    """From where to where a dot or a bar goes."""
    if shape.get("r"):
        return float(shape.get("cx")) - 5, float(shape.get("cx")) + 5
    return float(shape.get("x")), float(shape.get("x")) + float(shape.get("width"))


@given(MARKS)
def test_a_label_lies_on_no_mark_of_its_row(marks):
    svg = draw_timeline(marks, **NAMED)
    labels = [(words, x0, x1, y) for words, x0, x1, y in texts(svg) if y > 60]
    for group in drawn(svg).iter("{*}g"):
        if group.get("transform"):
            continue
        for shape in (*group.iter("{*}circle"), *group.iter("{*}rect")):
            start, end = reach(shape)
            at = float(shape.get("cy") or float(shape.get("y")) + 4)
            for words, x0, x1, y in labels:
                assert abs(y - 4 - at) > 2 or end < x0 + 0.2 or x1 < start + 0.2, words


COLUMNS = st.lists(
    st.builds(Column, st.text("abc 0", max_size=9), st.integers(0, 10**6), st.integers(0, 10**6)),
    max_size=60,
)


@given(COLUMNS)
def test_columns_stand_within_the_drawing_and_on_their_line(columns):
    svg = draw_columns(columns, ("turns", "statements"), **NAMED)
    if not any(one.first + one.second for one in columns):
        assert svg == ""
        return
    high = float(drawn(svg).get("viewBox").split()[3])
    boxes = [one for one in drawn(svg).iter("{*}rect") if not one.getparent().get("transform")]
    assert len(boxes) == sum((one.first > 0) + (one.second > 0) for one in columns)
    for box in boxes:
        x, y, wide, tall = (float(box.get(name)) for name in ("x", "y", "width", "height"))
        assert 0 <= x <= x + wide <= 960
        assert 20 < y <= y + tall < high


@given(COLUMNS)
def test_labels_of_columns_do_not_touch(columns):
    svg = draw_columns(columns, ("turns", "statements"), **NAMED)
    texts_drawn = drawn(svg).iter("{*}text") if svg else ()
    foot = [one for one in texts_drawn if one.get("text-anchor") == "middle"]
    placed = [(float(one.get("x")), width(one.text or "") / 2) for one in foot[:-1]]
    reaches = [(x - half, x + half) for x, half in placed]
    assert all(before[1] <= after[0] for before, after in pairwise(reaches))


def test_no_drawing_has_a_style_of_its_own():
    day = (date(2021, 3, 4), date(2021, 3, 5))
    for svg in (
        draw_columns([Column("2021", 3, 4)], ("turns", "statements"), **NAMED),
        draw_bars([Bar("Velda", "host", (day,))], **NAMED),
        draw_timeline([Mark("Meetings", "round", day)], **NAMED),
    ):
        assert not drawn(svg).xpath("//@style | //*[local-name() = 'style']")


def test_a_bar_without_ticks_says_under_it_what_its_ends_mean():
    day = (date(2021, 3, 4), date(2022, 3, 5))
    bar = Bar("Minister", "Gazette", (day,), begins=True, ends=True, ticked=False)
    svg = draw_bars([bar], key="firm ends are told", **NAMED)
    assert "firm ends are told" in svg
    assert svg != draw_bars([replace(bar, ticked=True)], key="firm ends are told", **NAMED)
