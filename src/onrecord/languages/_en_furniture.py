"""Stage directions in English transcripts, and the lines that pages set around a text."""

from __future__ import annotations

from onrecord.languages._tables import lines

STAGE = lines(
    """
    applause
    laughter
    laughs
    laughing
    chuckles
    crosstalk
    cross-talk
    cross talk
    inaudible
    indistinct
    unintelligible
    audio
    video
    pause
    pauses
    silence
    cheers
    cheering
    booing
    music
    sighs
    coughs
    nods
    smiles
    sneezes
    gestures
    gesturing
    addressing
    turning
    turns
    pointing
    points
    speaking
    speaks
    showing
    shows
    reading
    reads
    moment of silence
    a moment of silence
    a minute of silence
    break
    end
    in russian
    in english
    in french
    in german
    in arabic
    in spanish
    as interpreted
    as translated
    through interpreter
    through an interpreter
    speaks russian
    off mic
    off-mic
    technical
    redacted
    recess
    off the record
    standing
    """
)
FURNITURE = lines(
    """
    all news
    additional materials
    advanced settings
    advertisement
    read more
    read also
    related articles
    related stories
    related news
    most read
    most popular
    share
    share this article
    share this
    print
    print version
    email
    subscribe
    sign up
    newsletter
    sign up for our newsletter
    follow us
    comments
    leave a comment
    back to top
    back to list
    to the list
    photo
    video
    audio
    gallery
    search
    menu
    home
    skip to content
    skip to main content
    see also
    topics
    tags
    all rights reserved
    terms of use
    privacy policy
    cookie policy
    show more
    load more
    abstract.
    full text.
    """
)
FURNITURE_PATTERNS = (
    r"showing \d+ results?\.?",
    r"showing \d+ (?:to|-|–) \d+ of \d+.{0,40}",
    r"\d+ comments?",
    r"(?:share|tweet|email|print)(?:[ |·•,]+(?:share|tweet|email|print|facebook|twitter)){1,8}",
    r"(?:©|\(c\)|copyright) .{0,200}",
    r"page \d+ of \d+",
)
