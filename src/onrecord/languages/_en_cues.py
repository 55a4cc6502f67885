"""English verbs and phrases that attribute, by what they take; and the small words around them.

Frames: s a clause however it begins (said work goes on), c a clause that begins like one (with
"that", a pronoun, a name, a determiner), v a clause only with "that", a question word or a pronoun,
q a quotation only (quipped), t a hearer and then a clause (told reporters that ...), n a noun
phrase that is the content (criticised the plan), a an object and then "as" or a second object
(described it as ..., called it ...), i an infinitive (vowed to ...).
"""

from onrecord.languages._grammar import CueVerb, Grammar

_SPEECH = """
say:s note:s announce:c argue:s acknowledge:cn explain:c claim:s insist:c warn:ct state:v declare:c
conclude:c assert:c point_out:s suggest:c recall:cn reveal:v confirm:c admit:c concede:c stress:cn
emphasize:cn emphasise:cn underline:cn underscore:c reiterate:cn repeat:v reply:v respond:v
remark:c observe:c allege:v contend:s maintain:v caution:ct complain:c lament:cn boast:c brag:c
joke:c quip:q mention:cn indicate:c signal:v declaim:v proclaim:c predict:c estimate:v testify:c
swear:v promise:ci pledge:vi vow:vi guarantee:v counter:v retort:q interject:q continue:q go_on:q
answer:q muse:q whisper:q shout:v yell:v scream:v cry:q exclaim:v blurt:q deadpan:q crack:q
mutter:q murmur:q chant:v intone:q opine:s posit:c hint:v imply:v charge:v deny:vn dispute:vn
disclose:c divulge:v elaborate:q echo:qn gush:q fume:q vent:q rant:q rave:q preach:v report:s
recount:c clarify:c speculate:v theorize:c propose:v recommend:v demand:cn object:v protest:v
reaffirm:cn restate:cn reassert:cn reconfirm:cn summarize:v confide:c confess:c comment:v ask:vt
wonder:v inquire:v question:vn quote:a cite:n describe:a call:a label:a brand:a dub:a
characterize:a characterise:a portray:a refer_to:a dismiss:n decry:n denounce:n criticize:n
criticise:n praise:n hail:n condemn:n slam:n blast:n mock:n accuse:n blame:n attack:n ridicule:n
defend:n commend:n applaud:n endorse:n reject:n rebuke:n lambast:n lambaste:n deride:n thank:n
congratulate:n outline:n highlight:n tout:n acclaim:n urge:ti add:v tell:t remind:t inform:t
assure:t reassure:t notify:t advise:vt convince:t persuade:t brief:v illustrate:v demonstrate:v
chide:q chime_in:q pipe_up:q spell_out:n speak_of:n talk_about:n speak_about:n call_for:n
call_on:n
shoot_back:q fire_back:q hit_back:q shout_back:q cry_out:q call_out:q read:q sing:q
beam:q react:q interrupt:q scold:q heckle:q retaliate:q project:v
point_to:n warn_of:n warn_about:n comment_on:n complain_about:n hint_at:n allude_to:n
refuse:i decline:i
"""
_WRITING = """
write:c write_back:q tweet:c post:v retweet:v caption:q blog:c publish:v
"""
_THOUGHT = """
think:c believe:c know:v feel:v fear:c hope:ci expect:ci doubt:c worry:v suspect:v assume:v
figure:v reckon:c guess:v imagine:v realize:v realise:v understand:v learn:v agree:ci disagree:q
decide:vi determine:v consider:a view:a regard:a deem:a prefer:i find:v show:c prove:v discover:v
"""
_INTENTION = """
want:i plan:i hope:i vow:i pledge:i promise:i refuse:i decline:i threaten:i seek:in
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
read reads read read reading
sing sings sang sung singing
shoot shoots shot shot shooting
hit hits hit hit hitting
"""
_DOUBLED = frozenset("admit brag quip dub chat nod refer hit".split())
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
_PLAIN_SUBJECTS = "he she they i we you it".split()
SUBJECTS = frozenset(
    [*_PLAIN_SUBJECTS, "i'm", "there", "there's"]
    + [f"{word}'{rest}" for word in _PLAIN_SUBJECTS for rest in ("s", "d", "ll", "ve", "re")]
)
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
SELVES = frozenset(
    "i we you it this that there let i'm i've i'd i'll we're we've we'd we'll you're you've"
    " it's".split()
)
NOUNS = frozenset("state states reporting convincing related".split())
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
    colleague colleagues partner partners counterpart counterparts delegation representatives side
    """.split()
)
WORDINGS = frozenset(
    """
    claim claims statement statements comment comments remark remarks message question answer
    argument assertion allegation accusation charge complaint criticism slogan motto dictum mantra
    promise pledge vow call chant chants quip joke warning suggestion insistence admission
    contention response reply description characterization declaration prediction refrain
    """.split()
)
LINKS = frozenset("is was of : reads read".split())
OWNERS = frozenset("his her their its my our your whose".split())
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
    selves=SELVES,
    nounish=NOUNISH,
    nouns=NOUNS,
    roles=ROLES,
    wordings=WORDINGS,
    links=LINKS,
    owners=OWNERS,
)
