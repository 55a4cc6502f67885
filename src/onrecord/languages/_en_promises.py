"""English words on promises and positions."""

from onrecord.languages._en_roles import NOT
from onrecord.languages._roles import PositionWords, PromiseWords

_DO = (
    r"(?:sign|hold|host|meet|visit|travel|arrive|come to (?!this|it\b|that|an?\b|the|terms)"
    r"|again come|send|deliver|supply|withdraw|launch|open|build|construct|establish|create"
    r"|set up|organi[sz]e|convene|attend|take part|participate|chair|submit|publish|release"
    r"|ratify|lift|abolish|resume|restore|complete|commission|deploy|conduct|allocate|transfer"
    r"|cancel|inaugurate|reopen|hand over|form|accede|provide (?:practical )?(?:assistance|aid"
    r"|loans?|financ\w+|\$?\d)|secure the withdrawal|reduce)\b"
)
_DONE = (
    r"(?:take place|be (?:held|signed|launched|opened|delivered|sent|established|created|set up"
    r"|withdrawn|lifted|built|completed|commissioned|published|organi[sz]ed|convened|resumed"
    r"|inaugurated|introduced|cancelled|released|put into operation|guaranteed|assured|hosted"
    r"|convened|presented|discontinued|reopened|restored))\b"
)
_ADVERBS = r"(?:(?:also|both|soon|again|then|shortly|jointly|now|together|certainly|all|later) )*"
_EVENT = (
    r"(?:meetings?|summits?|talks|forum|conference|congress|session|round|consultations|event"
    r"|events|exhibition|documents?|agreements?|visits?|negotiations|ceremony|festival"
    r"|championship|elections?|memorandum|committee|centre|year|years|plant|project|access"
    r"|safety|restrictions)"
)

PROMISES = PromiseWords(
    any_of=(
        *("will", "agree", "plan", "intend", "going to", "schedul", "prepar", "promis", "pledg"),
        *("undertook", "accept", "would", "decided", "hosting", "invitation"),
    ),
    will=rf"\b(?:will|shall) {_ADVERBS}(?P<what>{_DO})|\b(?P<now>(?:is|are) hosting the next\b)",
    occasion_will=rf"\bwill {_ADVERBS}(?P<what>{_DONE})",
    agreed=(
        rf"\b(?:(?:have|has|had|also|both) )*(?:agreed|decided|reached an agreement) "
        rf"(?:today |in principle |with \w+ )?(?:on the need )?to "
        rf"{_ADVERBS}(?P<what>{_DO})"
    ),
    dated=(
        r"\b(?:(?:have|has|had|also|both) )*(?:agreed|decided) to "
        r"(?P<what>(?!this|that|it\b|do\b|all\b|the\b|use\b)[a-z]+)"
    ),
    planned=(
        r"\b(?:(?:is|are|am|also|now|already) )*(?:plans?|planning|planned|intends?|going) to "
        rf"{_ADVERBS}(?P<what>{_DO})"
    ),
    scheduled=(
        r"\b(?:(?:is|are) |has been |have been )?(?P<what>(?:scheduled|planned|slated|due)"
        r" (?:for|to be held|to take place|to begin|to start|to open)\b)"
    ),
    preparing=(
        r"\b(?P<what>preparations (?:are|is) (?:already |now )?(?:underway|under way|"
        r"in progress) for)"
    ),
    promised=(
        r"\b(?P<what>(?:promise|promised|promises|pledged|undertook|vowed|committed (?:itself"
        r"|themselves|ourselves)) (?:to\b(?! (?:do|be|continue|support|work|help|closely|cooperate"
        rf"|strengthen|\w+ly)\b)|(?:that )?[^.;,]{{0,60}}?(?:will|would) (?:{_DO}|{_DONE})))"
    ),
    accepted=(
        r"\b(?P<what>accept(?:ed|s)? (?:with \w+ )?(?:the|your|his|her|our|this|an|my) (?:\w+ )?"
        r"(?:invitation|proposal)|invitation to (?:visit|come)[^.;]{0,60}? accept)"
    ),
    reported=rf"\bwould {_ADVERBS}(?P<what>{_DO}|{_DONE})",
    reporting=(
        r"\b(?:said|announced|confirmed|assured|told|noted|stressed|explained|informed|reported"
        r"|promised)\b"
    ),
    barred=(
        r"\b(?:if|whether|unless|hopes?|hoped|hoping|expect(?:s|ed)?|believes?|think|sure|certain"
        r"|confident|convinced|doubt|wish|want|wants|ready|willing|readiness|willingness|until"
        r"|probably|perhaps|maybe|likely|proposed (?:to|that)|suggest(?:ed)?|asked|depends?"
        r"|provided that|goal|aim|task|objective)\b"
    ),
    denied=(
        r"\b(?:could|should|may|might|so that|possible|possibly|who|how|why|where|necessary"
        rf"|important|no)\b|{NOT}"
    ),
    making=r"\b(?:create|establish|open|build|form|set up|created|opened|established)\b",
    empty=(
        r"\b(?:conditions|opportunit\w+|impetus|basis|foundation|chances?|way (?:for|"
        r"to)|prospects?"
        r"|efforts?|everything|new level|climate|environment|atmosphere|doors?|jobs|trust"
        r"|confidence|role|our share|tasks?|fulfil\w*)\b"
    ),
    people=(
        r"\b(?:presidents|ministers|leaders|heads|experts|representatives|delegations"
        r"?|participants"
        r"|sides|parties|countries|groups|units|companies|troops|governments?|agencies|ministries"
        r"|museums?|specialists|colleagues|partners|services|officials|diplomats)$"
    ),
    town=r"\b[A-Z][\w-]+$",
    carrying=r"(?:, which|, that| which| that)\s+$",
    and_i=r"\band\s+$",
    they=r"\b(?:he|she|they|it)$",
    we=r"\bwe$",
    i=r"\bI$",
    shared=r"\b(?:agreed|decided|meet|agreement|sign)\b",
    ends=r"[.;!?]|, (?:and|but|which|where|while|as|who|when|so)\b|$",
    named=rf"{_EVENT}\b",
    same=(
        r"\b(?:summit|meeting|forum|conference|congress|session|consultations|visit|round"
        r"|exhibition|talks|event|year|council)\b"
    ),
)

POSITIONS = PositionWords(
    supporting=(
        r"\b(?:supports?(?: for)?(?! group)|supported|in favou?r of|welcomes?|welcomed"
        r"|endorses?|endorsed|praised?|committed to|commitment to|advocates?|advocated"
        r"|stands? for|reaffirm(?:s|ed)?|appreciates?|respects|must respect|uphold"
        r"|effectiveness of|no alternative to)\b"
    ),
    opposing=(
        r"\b(?:oppose[sd]?|opposing|opposed to|reject(?:s|ed|ing)?|condemn(?:s|ed|ing)?"
        r"|denounc(?:e|es|ed)|against any|protest(?:s|ed)? against)\b"
    ),
    praising=(
        r"\b(?:efficient|effective|its effectiveness|useful|successful(?:ly)?|fruitful"
        r"|constructive|indispensable|proved its worth|vital|crucial)\b"
    ),
    blaming=(
        r"\b(?:unacceptable|inadmissible|illegal|unlawful|useless|ineffective|counterproductive"
        r"|senseless|dangerous)\b"
    ),
    demanding=(
        r"\b(?:must|should|need(?:s|ed)? to|have to|has to|ought to|demand(?:s|ed)?|insist(?:s"
        r"|ed)?|call(?:s|ed)? (?:on|for|upon)|urge[sd]?|it is (?:necessary|important|essential"
        r"|imperative|vital|crucial)|is (?:necessary|essential|imperative))\b"
    ),
    assessing=(
        r"\b(?:we|I|Russia|Turkey|Iran|our country|our position)\b[^.;]{0,40}?\b(?:believe|think"
        r"|consider|regard|am convinced|are convinced|is convinced|confident|position is|proceed"
        r"|share the view|agree that|hope|concerned|ready to|in our view|in our opinion)\b"
        r"|\b(?:the only way|the most|key (?:to|role|goal|task)|of paramount importance|priority"
        r"|contribut(?:es|ed|ion) to|obstacle|impossible|dangerous|failure|progress)\b"
    ),
    saying_of=r"\b(?:is|are|was|were|remains?|has|have|as|proved|became)\b",
    turning=(
        r"\b(?:not|never|cannot|hardly|without|lacks?|lack of|failed|unable|fails?|nobody|neither"
        r"|refus\w+|violat\w+|attempts?|threats?|undermin\w+|absence|end|stop)\b|n[’']t\b"
    ),
    others=r"\b(?:their|enem(?:y|ies)|they|who|those|some|he|she|terrorists)\b",
    conceding=r"\b(?:although|though|but|however|despite|while|if|unless|whether|yet)\b",
)
