from lxml import html

from onrecord.exports.dossiers.blocks import Entries, Entry, Paragraph, Section
from onrecord.exports.dossiers.hypertext import Hypertext, Leading, anchor_of
from onrecord.exports.dossiers.paging import cut, entries_in, parts_of, places
from onrecord.exports.dossiers.report import report_of


def _entries(*names):
    return Entries(tuple(Entry(name, name, name) for name in names))


SECTION = Section(
    "meetings",
    "Meetings",
    (Paragraph("First."), _entries("a", "b"), _entries("c")),
    (Section("more", "More", (_entries("d", "e"),)),),
)


def _ids(section):
    own = [e.id for b in section.blocks if isinstance(b, Entries) for e in b.entries]
    return own + [one for part in section.parts for one in _ids(part)]


def test_pages_of_a_section_are_its_entries_in_order_each_once():
    assert entries_in(SECTION) == 5
    for many in (1, 2, 3, 5, 9):
        pages = [_ids(cut(SECTION, first, many)) for first in range(0, 5, many)]
        assert all(len(one) <= many for one in pages)
        assert [name for one in pages for name in one] == ["a", "b", "c", "d", "e"]


def test_what_stands_before_the_entries_is_on_the_first_page_alone():
    assert cut(SECTION, 0, 2).blocks[0] == Paragraph("First.")
    assert Paragraph("First.") not in cut(SECTION, 2, 2).blocks
    assert cut(SECTION, 0, 2).parts == ()


def test_each_line_is_found_on_the_page_that_has_it():
    found = places([SECTION], 2)
    assert found == {
        "a": ("meetings", 1),
        "b": ("meetings", 1),
        "c": ("meetings", 2),
        "d": ("meetings", 2),
        "e": ("meetings", 3),
    }


def test_every_link_of_a_part_leads_to_a_line_or_a_document_of_some_part(dossier):
    parts = parts_of(report_of(dossier))
    where = places(parts, 3)
    names = {anchor_of(name) for name in where}
    followed = set()

    class Elsewhere(Leading):
        def anchor(self, name):
            followed.add(anchor_of(name))
            return f"/elsewhere#{anchor_of(name)}"

    for part in parts:
        Hypertext(Elsewhere()).section(part)
    assert followed
    assert followed <= names


def test_where_documents_are_at_hand_evidence_leads_to_its_place_in_them(dossier):
    class Here(Leading):
        rel = "noreferrer nofollow"

        def words(self, document, spans):
            return f"/documents/{document}?at={','.join(f'{s.start}-{s.end}' for s in spans)}"

    written = "".join(Hypertext(Here()).section(part) for part in parts_of(report_of(dossier)))
    page = html.fromstring(f"<div>{written}</div>")
    assert page.xpath("//ul[@class='evidence']//a[@class='place']")
    for link in page.xpath("//a[@class='place']/@href"):
        assert link.startswith("/documents/")
        assert "?at=" in link
    outside = page.xpath("//a[starts-with(@href, 'https://')]")
    assert outside
    assert {link.get("rel") for link in outside} == {"noreferrer nofollow"}


def test_what_stands_beside_the_process_is_a_part_for_each_kind(dossier):
    parts = {part.anchor: part.title for part in parts_of(report_of(dossier))}
    beside = [title for anchor, title in parts.items() if anchor.startswith("beside-")]
    assert beside
    assert all(title.startswith("Beside the process: ") for title in beside)
