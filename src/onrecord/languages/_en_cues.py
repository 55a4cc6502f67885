"""English verbs and phrases that attribute, by what they take; and the small words around them.

Frames: s a clause (said that ...), q a quotation only (joked), t a hearer and then a clause (told
reporters that ...), n a noun phrase that is the content (criticised the plan), a an object and then
"as" or a second object (described it as ..., called it ...), i an infinitive (vowed to ...).
"""

from onrecord.languages._grammar import CueVerb, Grammar

_SPEECH = """
say:s add:s note:s announce:sn argue:s acknowledge:sn explain:sn claim:s insist:s warn:st state:sn
declare:sn conclude:s assert:s point_out:s suggest:s recall:sn reveal:sn confirm:sn admit:sn
concede:s stress:sn emphasize:sn emphasise:sn emphasise:sn underline:sn underscore:sn reiterate:sn
repeat:sn reply:s respond:s remark:s observe:s allege:s contend:s maintain:s caution:st complain:s
lament:sn boast:s brag:s joke:s quip:q mention:sn indicate:s signal:s declaim:s proclaim:sn
predict:sn estimate:s testify:s swear:s promise:si pledge:sin vow:si guarantee:s counter:s
retort:q interject:q continue:q go_on:q answer:q muse:q whisper:q shout:s yell:s scream:s cry:q
exclaim:s blurt:q deadpan:q crack:q mutter:q murmur:q chant:sn intone:q opine:s posit:s hint:s
imply:s charge:s deny:sn dispute:sn disclose:sn divulge:s elaborate:q echo:qn gush:q fume:q
vent:q rant:q rave:q preach:sn report:sn relate:s recount:sn clarify:sn speculate:s
theorize:s propose:sn recommend:sn demand:sn object:s protest:sn reaffirm:sn restate:sn
reassert:sn reconfirm:sn summarize:s confide:s confess:s comment:s ask:st wonder:s
inquire:s question:sn quote:a cite:n describe:a call:a label:a brand:a dub:a characterize:a
characterise:a portray:a refer_to:a dismiss:an decry:n denounce:n criticize:n criticise:n praise:n
hail:n condemn:n slam:n blast:n mock:n accuse:n blame:n attack:n ridicule:n defend:n
commend:n applaud:n endorse:n reject:n rebuke:n lambast:n lambaste:n deride:n thank:n
congratulate:n discuss:n detail:n outline:n highlight:n tout:n acclaim:n accept:n urge:ti
tell:t remind:t inform:t assure:t reassure:t notify:t advise:t convince:t persuade:t brief:t
illustrate:sn demonstrate:sn chide:q chime_in:q pipe_up:q spell_out:n speak_of:n talk_about:n
speak_about:n call_for:n call_on:n point_to:n warn_of:n warn_about:n comment_on:n complain_about:n
hint_at:n allude_to:n
"""
_WRITING = """
write:sn tweet:sn post:s retweet:n publish:n release:n caption:q blog:s sign:n
"""
_THOUGHT = """
think:s believe:sn know:s feel:s fear:sn hope:si expect:sni doubt:s worry:s suspect:s assume:s
figure:s reckon:s guess:s imagine:s realize:s realise:s understand:s learn:s agree:si disagree:q
decide:si determine:s consider:a view:a regard:a deem:a prefer:i find:s show:s prove:s discover:s
"""
_INTENTION = """
want:int plan:in hope:i vow:i pledge:i promise:i refuse:i decline:i threaten:i seek:in
agree:i offer:i intend:i aim:i propose:i wish:i
"""
_IRREGULAR = """
say says said said saying
tell tells told told telling
write writes wrote written writing
think thinks thought thought thinking
swear swears swore sworn swearing
feel feels felt felt feeling
know knows knew known knowing
understand understands understood understood understanding
see sees saw seen seeing
find finds found found finding
show shows showed shown showing
speak speaks spoke spoken speaking
go goes went gone going
seek seeks sought sought seeking
retell retells retold retold retelling
cry cries cried cried crying
spell spells spelled spelled spelling
"""
_DOUBLED = frozenset("admit brag quip dub chat nod refer".split())
_ES = ("s", "x", "z", "ch", "sh")


def _forms(verb: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle, -ing of a verb."""
    for line in _IRREGULAR.strip().splitlines():
        base, third, past, done, doing = line.split()
        if base == verb:
            return base, third, past, done, doing
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(_ES) else "s")
    if verb in _DOUBLED:
        return verb, third, verb + verb[-1] + "ed", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    if verb.endswith("e"):
        stem = verb if verb.endswith("ee") else verb[:-1]
        return verb, third, verb + "d", verb + "d", stem + "ing"
    return verb, third, verb + "ed", verb + "ed", verb + "ing"


def _verbs(table: str, kind: str) -> list[CueVerb]:
    found = []
    for entry in table.split():
        name, frames = entry.split(":")
        verb, _, particle = name.partition("_")
        found.append(CueVerb(name.replace("_", " "), _forms(verb), particle, frames, kind))
    return found


CUE_VERBS = (
    *_verbs(_SPEECH, "speech"),
    *_verbs(_WRITING, "writing"),
    *_verbs(_THOUGHT, "thought"),
    *_verbs(_INTENTION, "intention"),
)
AUXILIARIES = frozenset(
    """
    has have had is are was were be been being am do does did will would can could may might must
    shall should 've 's 'd n't not never didn't doesn't don't hasn't haven't hadn't won't wouldn't
    isn't aren't wasn't weren't can't couldn't shouldn't ain't cannot
    """.split()
)
PASSIVES = frozenset("is are was were be been being am".split())
ADVERBS = frozenset(
    """
    also then later again still even just now once often repeatedly reportedly recently publicly
    previously earlier already always ever never not only simply first further soon thus long
    sometimes therefore thereby instead actually even almost all both too ago
    """.split()
)
PRONOUNS = frozenset(
    "he she they it i we you who which one everyone everybody nobody someone some many others most"
    " several both neither".split()
)
SUBJECTS = frozenset("he she they i we you it".split())
DETERMINERS = frozenset(
    """
    the a an this that these those his her their its our my your some any no every each another
    both several many most few all one two three four five six seven eight nine ten
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of in on at by for with from to about into over after before during since until against between
    among through under within without amid despite via per toward towards like than behind near
    outside inside across around along upon following regarding
    """.split()
)
SUBORDINATORS = frozenset(
    """
    that because while when where if whether although though as since unless until before after so
    but and or nor yet whereas once than how why what who which whom whose
    """.split()
)
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sept sep oct nov dec earlier later last this afterwards afterward again
    recently here there then early late once at_length flatly bluntly simply
    """.split()
)
NOUNISH = frozenset(
    """
    state states post posts tweet tweets question questions show shows report reports remark
    remarks comment comments note notes charge charges claim claims answer answers figure
    figures fear fears doubt doubts hope hopes promise promises pledge pledges plan plans call
    calls demand demands protest protests guess quote quotes view views support supports attack
    attacks estimate estimates address release releases detail details label labels brand brands
    object objects list lists complaint blog posts worry worries blame praise command commands
    vow vows aim aims wish wishes chant chants cry cries boast offer offers like love hate need
    back backs favor favors stress findings feelings sign signs
    """.split()
)
ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson official officials source sources police authorities
    minister ministry president senator governor mayor secretary ambassador envoy director
    chairman chairwoman chair chief leader lawyer attorney professor analyst analysts expert
    experts adviser advisers advisor aide aides witness witnesses resident residents report
    reports statement campaign manager strategist economist researcher researchers author
    authors agency department office government congressman congresswoman judge prosecutor
    prosecutors investigators officer editor reporter columnist newspaper post tweet study
    survey poll document documents letter email
    """.split()
)
ENGLISH_GRAMMAR = Grammar(
    verbs=CUE_VERBS,
    auxiliaries=AUXILIARIES,
    passives=PASSIVES,
    adverbs=ADVERBS,
    pronouns=PRONOUNS,
    subjects=SUBJECTS,
    determiners=DETERMINERS,
    prepositions=PREPOSITIONS,
    subordinators=SUBORDINATORS,
    times=TIMES,
    nounish=NOUNISH,
    roles=ROLES,
)
