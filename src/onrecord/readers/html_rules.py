"""What elements of a page are for, as data.

Class names are compared word by word: `read__tooltip tooltip_person` has the words read, tooltip
and person.
"""

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol
    option p pre section summary table tbody tfoot thead tr ul""".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

# Elements that never hold the words of a text. Silent ones hold nothing that a reader would see.
SILENT_TAGS = frozenset("script style template svg math iframe object embed canvas link".split())
FURNITURE_TAGS = frozenset(
    """nav aside dialog form button input select textarea noscript figure figcaption audio video
    picture menu header footer""".split()
)
# Of these, the ones that are furniture even where they are all that a page has.
NEVER_TEXT = frozenset("nav noscript menu button select textarea input".split())
FURNITURE_ROLES = frozenset(
    """navigation banner contentinfo complementary search dialog alertdialog tooltip menu menubar
    tablist toolbar""".split()
)
FURNITURE_TYPES = frozenset(("SiteNavigationElement", "WPHeader", "WPFooter", "WPSideBar"))
HIDDEN_CLASSES = frozenset(
    """hidden is-hidden visually-hidden visuallyhidden sr-only screen-reader-text d-none hide
    hidden-copy masha-ignore noprint no-print""".split()
)
# Words of class names, each with what it says of an element.
FURNITURE_WORDS = frozenset(
    """tooltip tooltips popover popup modal lightbox dropdown breadcrumb breadcrumbs pagination
    pager share sharing social related recommended promo advert advertisement ads banner cookie
    cookies consent newsletter subscribe subscription comments disqus gallery slider slideshow
    carousel tags taglist toolbar sidebar topline toc""".split()
)
HEADLINE_WORDS = frozenset(("headline", "p-name", "entry-title"))
STANDFIRST_WORDS = frozenset(
    """lead lede standfirst dek deck subtitle subheadline subhead subheading summary p-summary
    excerpt intro kicker""".split()
)
BYLINE_WORDS = frozenset(("byline", "author", "authors", "p-author"))
DATE_WORDS = frozenset(
    """date datetime time timestamp published pubdate dt-published dateline""".split()
)
PLACE_WORDS = frozenset(("place", "location", "p-location"))
BODY_WORDS = frozenset(("e-content", "entry-content", "articlebody"))
ARTICLES = (
    "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "Report"
)  # fmt: skip
PAGES = ("WebPage", "ItemPage")
