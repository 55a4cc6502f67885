"""English words on posts and roles."""

from onrecord.languages._roles import PostWords, RoleWords

POSTS = PostWords(
    nouns=frozenset(
        """
        minister president premier chancellor secretary envoy ambassador representative head
        chairman chairwoman chairperson chair speaker director king emir sultan queen commissioner
        spokesman spokeswoman spokesperson governor mayor adviser advisor aide assistant chief
        commander coordinator leader pope patriarch plenipotentiary co-chair ceo rapporteur
        negotiator prince princess secretary-general director-general undersecretary
        vice-president ruler monarch
        """.split()
    ),
    past=frozenset("former ex late ex-president onetime one-time".split()),
    unheld=frozenset(
        """
        future would-be self-styled self-proclaimed self-declared so-called alleged supposed fake
        candidate candidates nominee aspiring next no nominate nominated propose proposed name
        """.split()
    ),
    passing=frozenset(
        """
        then new current incumbent newly-elected newly outgoing incoming excellency highness
        majesty royal
        """.split()
    ),
    links=frozenset("of for to in on and the at with".split()),
    owners=frozenset("of to".split()),
    equals={
        "minister of foreign affairs": "Foreign Minister",
        "minister for foreign affairs": "Foreign Minister",
        "foreign affairs minister": "Foreign Minister",
        "minister of external affairs": "Foreign Minister",
        "minister of defence": "Defence Minister",
        "minister of defense": "Defence Minister",
        "defense minister": "Defence Minister",
        "head of state": "Head of State",
        "special presidential envoy": "Special Presidential Envoy",
    },
    rulers=frozenset(
        """
        president king queen emir sultan chancellor premier pope leader ruler monarch
        prime_minister federal_chancellor
        """.replace("_", " ").split()
    )
    | {"prime minister", "federal chancellor", "head of state", "supreme leader"},
    never=frozenset(
        """
        affairs duma federation republic kremlin council office service committee state staff
        security defence i he she we they it mr ms mrs excellency majesty highness holiness
        january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday question answer bank corporation
        region territory city street palace house hall group board academy institute university
        arabia plenipotentiary excellencies administration situations protection transport ecology
        friends colleagues ladies gentlemen dear
        """.split()
    ),
    surnames=frozenset("may hill house young day bush powers".split()),
    leading=frozenset("duma federation council office service committee staff".split()),
    particles=frozenset("bin ibn al el de del della van von der da dos la le ben".split()),
)

_OCCASION = (
    r"(?:process|talks|negotiations?|meetings?|summits?|congress|conference|forum|rounds?|session"
    r"|formats?|dialogue|consultations|plenary|assembly|council)"
)
_BEEN = r"(?:is|are|was|were|has been|have been|had been|will be)"
_MAY = (
    r"(?:(?:also|both|will|would|has|have|had|is|are|was|were|did|do|does|who|which"
    r"|actively) ){0,4}"
)

NOT = (
    r"(?:\b(?:not(?! only\b| just\b| merely\b| simply\b| least\b)|never|neither|nor|cannot|nobody"
    r"|no longer|hardly|by no means|refus(?:al|es?|ed|ing)|declin(?:es?|ed|ing)|reject(?:s|ed|ing)?"
    r"|fail(?:s|ed|ing|ure)?|den(?:y|ies|ied|ying)|stop(?:s|ped)?|ceas(?:e|es|ed)|unable|exclud\w+"
    r"|without(?! (?:any )?(?:doubt|delay|precondition\w*|exception)\b)|impossib\w+|false(?:ly)?"
    r"|untrue|myth|instead of|rather than|none|nothing|no one|oppos(?:e|es|ed|ing)"
    r"|object(?:s|ed|ing)? to|rul(?:es?|ed|ing) out|unlikely|avoid(?:s|ed|ing)?"
    r"|abstain(?:s|ed|ing)?|far from)\b|n[’']t\b)"
)

ROLES = RoleWords(
    any_of=(
        *("guarant", "observer", "mediat", "intermediar", "chair", "presidency", "member"),
        *("seat on", "host", "hospita", "venue", "recepti", "receiving", "participa", "part in"),
        *("active part", "attend", "present at", "invit", "involved", "absent", "boycott"),
        *("unanswered", "withdr", "between", "together", "dialogue", "table", "opposition"),
        *("format", "represented", "consist", "comprising", "composed", "from among"),
        *("organising", "organizing", "arranging", "possible", "delegation to", "coordinat"),
        *("as part of", "within"),
    ),
    listing=(
        r"[\s,;]*(?:(?:and|as well as|also|the|a|an|both|from|of|our|by|on behalf of|along with"
        r"|representatives?|delegations?|delegates|presidents?|leaders?|foreign|ministers?"
        r"|governments?|envoys?|special|groups?|countries|states|namely|including|other|its|entire"
        r"|spectrum|armed|heads|state|together with|international|organi[sz]ations|two|three|four"
        r"|guarantor|guarantors"
        r"|\d+)\b[\s,]*(?:[–—:]\s*)?)*"
    ),
    occasion=_OCCASION,
    naming=(
        r"international|first|second|third|fourth|fifth|next|peace|trilateral|regular|negotiating"
        r"|annual|final|plenary|constitutional|settlement|political|national|dialogue|regional"
    ),
    being=(
        r",?\s*(?:(?:as|are|is|act|acts|acting|remain|remains|became|become|were|was|be|being|the"
        r"|three|all|one of|an?|its|both|who|which|two|serve|serves|serving|have|has|status"
        r"|of course|,)\s*)*(?:[A-Z][\w’'-]+ (?:peace )?(?:process|format) )?"
    ),
    guarantor=(
        r"\bguarantors?(?:[ -](?:countries|counties|states|nations|powers|country|state))?\b"
    ),
    observer=r"\bobservers?(?: (?:countries|states|status))?\b",
    observing=r"\b(?:as|be|being|have|with|are|is|became|were) (?:an? |the )?observers?\b",
    mediation=(
        r"\b(?:mediation (?:of|by|from|efforts of)|mediated by|mediators?|intermediary (?:of)?"
        r"|intermediaries)\b"
    ),
    member=(
        r"\b(?:(?:was|were|been|be) elected(?: as)?|is|are|became|becomes|become|as|were|was)"
        r"(?: an?| the)?(?: [a-z-]+){0,2} members? of|\bheld (?:a|the) (?:[a-z-]+ )?seat on"
    ),
    members=r"\b(?:permanent|founding|full) members of",
    made_of=(
        r"\b(?:committee|council|group|commission|delegation)\b[^.;:]{0,30}?(?:from among"
        r"|made up of|consisting of|composed of|comprising|consists of)"
    ),
    chair=r"\bco-?chair(?:s|ed|ing|man|men|persons)?\b",
    chairing=r"\b(?:chairs|chaired|chairing|is chairing|presides over|presided over)\b",
    presidency=r"\b(?:chairmanship|presidency|chairship)\b",
    host=(
        rf"\s*(?:,[^,]{{0,40}},)?\s*{_MAY}(?:to )?host(?:s|ed|ing)?\b"
        r"(?! (?:country|city|refugees|a base))"
    ),
    hospitable=r"\bhospitable\s+",
    hosted_by=r"\bhosted by\b",
    thanks=r"\b(?:thank|thanks|grateful|gratitude|appreciat(?:e|ion|ive)|thankful|obliged)\b",
    hospitality=(
        r"\bfor (?:[^.;]{0,90}?)(?:hospitality|hospitable|hosting(?! refugees)|venue|"
        r"receiving (?:us"
        r"|all)|warm (?:welcome|reception)|cordial (?:welcome|reception)|(?:organi[sz"
        r"]ing|arranging)"
        r" (?:this|the|these)|making (?:it possible|the [\w ]{1,40} possible))"
    ),
    venue=(
        r"[^.;:]{0,70}?\b(?:provid(?:e|ed|es|ing)|offer(?:ed|s|ing)?|made available) "
        r"(?:us |with |its "
        r"|their |a |an |the |such |services as |hospitable |convenient )*(?:venue|platform)"
    ),
    participation=r"\bparticipation (?:of|from)\b",
    their_part=r"\b(?:his|her|its|their) (?:active |personal )?participation in\b",
    leading=rf"\s*,?\s*{_MAY}",
    attending=(
        r"\b(?:attend(?:s|ed|ing)?|t(?:ake|akes|ook|aking|aken)(?: an?)?(?: active)? part(?: in)?"
        r"|participat(?:e|es|ed|ing)(?: in)?)\b"
    ),
    venues=r"\b(?:venue|platform)\b",
    hosting=r"\bhost(?:s|ed|ing)?\b",
    present=(
        r"\b(?:attended by|attend(?:ing|ed) (?:the |this )?[a-z ]{1,30}? (?:were|was|are)"
        r"|t(?:aking|ook) part in (?:the |this )?[\w ’']{1,60}? (?:were|was|are)"
        r"|(?:also )?present(?: (?:at|during) (?:the |this )?[a-z ]{1,30}?)? (?:were|was|are)"
        r"|participants (?:in|of|at) (?:the |this )?[a-z ]{1,30}? (?:included|include|were|are)"
        r"|(?:also )?(?:attending|taking part) (?:were|was|are))\b"
    ),
    involved=r"\s*(?:has|have|had|was|were|is|are) (?!not )(?:\w+ )?involved in\b",
    invite=r"\binvit(?:ed|ing|es|e)\s+(?:the )?",
    invited=(
        rf"\s*(?:delegations?|representatives?)?\s*{_BEEN} (?:\w+ )?invited\b"
        r"(?! to (?:visit|a reception|come))"
    ),
    absent=(
        r"\s*,?\s*(?:(?:also|still|again|then|themselves) )?(?:(?:did|do|does|was|were|is|are"
        r"|has|have) ?not (?:\w+ )?(?:come|attend|take part|taken part|participat(?:e|ed|ing)"
        r"|join(?:ed)?|involved|represented|taking part)|(?:refused|declined|failed) to "
        r"(?:come|attend|take part|participate|join)|boycott(?:s|ed|ing)?|(?:withdrew|has "
        r"withdrawn|pulled out) from|was absent|were absent)\b"
    ),
    unanswered=r"\bleft (?:these|those|the|our|all)?\s*invitations? unanswered",
    they=r"\b(?:they|it)\b",
    talks=(
        r"\b(?:talks|negotiations?|dialogue|contacts|meeting|meetings|consultations"
        r"|negotiating process|negotiating table)\b"
    ),
    seated=(
        r"\b(?:talks|negotiat\w+|dialogue|table|settlement|position|process|agree\w*|"
        r"reconciliation"
        r"|congress)\b"
    ),
    within=(
        r"\s*(?:with)?(?:in|as part of) (?:the )?(?:framework of the )?(?:[A-Z][\w’'-"
        r"]+ (?:peace )?"
        r"(?:format|process))"
    ),
    of_some=r" (?:of|in|for|within|to) [^.;:–—(),]{1,90}",
    opening=r"\s*[:–—(,-]?\s*",
    such_as=r"\s*(?:from|of|[:–—(]|, including(?: representatives of)?)\s*",
    by=r"\s+by\s+",
    of_the=r"\s+(?:of|in) (?:the )?",
    together=r"\btogether with\s+",
    body=(
        r"\s+(?:the )?(?:[A-Z][\w’'-]*|of|on|and|for|the)(?: (?:[A-Z][\w’'-]*|of|on|and|"
        r"for|the))*"
    ),
    hosts=r" hosts?$",
    stop=r"[.;:]| (?:and|which|who|but) ",
    member_after=r" member\b",
    delegates=r"delegations?$|representatives$",
    part_of=r"\bof (?:the |our )?$",
    joined=r"\band\b",
    to_join=(
        r"(?: \w+){0,3}? (?:to (?:be (?:an? )?observers?|become|take part|participate|attend"
        r"|join|send)|as )(?: (?:in|at|such|these|those|the|our|this) \w+| [a-z]+){0,3}"
    ),
    between=r"\b(?:between|of|by)\s+(?:the )?$",
    leads=r"[^.;:,]{0,40}?\bbetween ",
    with_whom=r"\s+with (?:the )?",
    stop_sides=r"[.;:,(]",
    delegated=(
        r" (?:to|at) (?:the |these )?(?:talks|negotiations|meeting|conference|congress|summit)"
    ),
    bodies=(
        r"(?:[A-Z][\w’'-]+ ){0,4}(?:Organi[sz]ation|Assembly|Union|League|Community"
        r"|Association|Alliance)(?: (?:of|for|on)(?: the)?(?: [A-Z][\w’'-]+)+)?"
    ),
    of_process=r" (?:of|in|for) the [A-Z][\w’'-]+ (?:peace )?(?:process|format|talks)",
    settling=r"\b(?:settl\w+|negotiat\w+|talks|mediat\w+|peace process|political process)\b",
    held=(
        r"\b(?:(?:Astana|Geneva|Minsk|negotiating|negotiation|peace|settlement) process|talks"
        r"|negotiations?|meetings?|summits?|congress|conference|forum|rounds?|session|formats?"
        r"|dialogue|consultations|plenary|assembly)\b"
    ),
    denied=NOT,
    denied_close=(
        rf"(?:{NOT}|\b(?:no(?! doubt\b)|lack of|absence of|except|other than|against))"
        r"(?: (?!only\b)[\w-]+){0,2}\s*$"
    ),
    denied_first=r"(?:nor|neither)\b",
    denied_behind=(
        rf"[^.;:,]{{0,50}}? (?:{_BEEN}|has|have|had|will|would|could|can|did|does|remains?)"
        r"(?:n[’']t| (?:not|never|ruled out|rejected|refused|impossible|unlikely|excluded"
        r"|out of the question|in doubt|uncertain|unclear|cancelled))\b"
    ),
    wished=(
        r"\b(?:(?:could|should|might|(?-i:may)|ought|must|can)(?! (?:say|add|tell|note|confirm))"
        r"|would(?: \w+)? (?:like|love|prefer|want"
        r"|have been|be (?:ready|willing|happy|glad|prepared|able|good))|wish\w*|wants?|wanted"
        r"|wanting|hop(?:es?|ed|ing)|aspir\w+|seek(?:s|ing)?|sought|appl(?:y|ies|ied|ying)"
        r"|propos\w+|suggest\w*|offer(?:s|ed|ing)? to|ready to|willing to|prepared to|able to"
        r"|capable of|candida\w+|(?<!every )(?<!soon as )possib\w+|potential\w*|prospective|perhaps"
        r"|maybe|unlikely"
        r"|call(?:s|ed|ing)? (?:on|for|upon)|ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|demand\w*"
        r"|if only|expect(?:s|ed)?|readiness|willingness)\b"
    ),
    depending=(
        r"\b(?:if|unless|whether|in case|provided that|as though|on condition that|supposing|were"
        r" (?:it|he|she|they) to)\b"
    ),
    whose=(
        r"\s+(?:of|on) (?:the )?[A-Z][\w-]*(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w-]*)*(?![\w’'])"
    ),
    we_attended=(
        r"\bwe (?:(?P<both>both|all) )?(?:(?:also|personally|have|recently) ){0,2}"
        r"(?:took (?:an active )?part in|taken part in|attended|participated in)\b"
    ),
    working=(
        r"\b(?:cooperat\w+|interact\w*|coordinat\w+|work(?:ing)? together|act(?:ing)? jointly)\b"
        r"[^.;:]{0,50}? (?:within|in|as part of) (?:the )?(?:framework of the )?"
        r"(?-i:[A-Z])[\w’'-]+ (?:peace )?(?:format|process)\b"
    ),
    beside=r"\b(?:with|alongside) ",
    us=r"\b(?:we|our|us)\b",
    counted=(
        r"\b(?:interact\w*|cooperat\w+|coordination|joint (?:work|efforts|action))"
        r" (?:of|between|by) (?:the |all )?(?P<count>two|three|four|five) (?:guarantor )?"
        r"(?:states|countries|nations)"
        r" (?:with)?in (?:the )?(?:framework of the )?(?-i:[A-Z])[\w’'-]+ (?:peace )?"
        r"(?:format|process)\b"
    ),
    counts={"two": 2, "three": 3, "four": 4, "five": 5},
    these=(
        r"\b(?:all )?(?:of )?these groups (?:also |have )?"
        r"(?:t(?:ook|aken) part in|attended|participated in)\b"
    ),
    groups=r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)? (?:Group|Movement|Party|Front|Coalition)\b",
    for_invitation=(
        r"\b(?:thank|grateful to|gratitude to) [^.;:,]{1,60}? for (?:his|her|your|their|the) "
        r"(?:kind )?invitation\b"
    ),
    accepting=r"\baccepting (?:the|our|my) (?:kind )?invitation(?: and coming to [^.,;]{1,20})?",
    here=frozenset(["this", "these", "today", "our"]),
    bounds=r"[.;:()“”,—–]|\b(?:and|but|which|who|while|although|because|where|when)\b",
)
