"""English forms: of verbs and of nouns."""

_IRREGULAR = """
    say says said said saying/tell tells told told telling/write writes wrote written writing/
    think thinks thought thought thinking/swear swears swore sworn swearing/
    feel feels felt felt feeling/know knows knew known knowing/see sees saw seen seeing/
    understand understands understood understood understanding/mean means meant meant meaning/
    find finds found found finding/show shows showed shown showing/
    speak speaks spoke spoken speaking/go goes went gone going/seek seeks sought sought seeking/
    retell retells retold retold retelling/spell spells spelled spelled spelling/
    make makes made made making/give gives gave given giving/have has had had having/
    take takes took taken taking/put puts put put putting/hold holds held held holding/
    read reads read read reading/sing sings sang sung singing/cast casts cast cast casting/
    forget forgets forgot forgotten forgetting/forbid forbids forbade forbidden forbidding/
    withdraw withdraws withdrew withdrawn withdrawing/hear hears heard heard hearing/
    choose chooses chose chosen choosing/keep keeps kept kept keeping/get gets got gotten getting/
    teach teaches taught taught teaching/dream dreams dreamt dreamed dreaming/
    foresee foresees foresaw foreseen foreseeing/leave leaves left left leaving/
    withhold withholds withheld withheld withholding/shoot shoots shot shot shooting/
    come comes came come coming/lay lays laid laid laying/set sets set set setting/
    break breaks broke broken breaking/rebut rebuts rebutted rebutted rebutting/
    forecast forecasts forecast forecasted forecasting/strike strikes struck struck striking/
    send sends sent sent sending/stand stands stood stood standing/
    mistake mistakes mistook mistaken mistaking/bring brings brought brought bringing/
    draw draws drew drawn drawing/tear tears tore torn tearing/rise rises rose risen rising/
    fight fights fought fought fighting/hit hits hit hit hitting/bid bids bid bid bidding/
    foretell foretells foretold foretold foretelling/misspeak misspeaks misspoke misspoken
    misspeaking/overhear overhears overheard overheard overhearing/strive strives strove striven
    striving/run runs ran run running/win wins won won winning/let lets let let letting/
    underwrite underwrites underwrote underwritten underwriting/become becomes became become
    becoming/bet bets bet bet betting/spit spits spat spat spitting/lie lies lied lied lying/
    mislead misleads misled misled misleading/light lights lit lit lighting/sue sues sued sued suing
"""
_TABLE = {
    words[0]: (words[0], words[1], words[2], words[3], words[4])
    for words in (entry.split() for entry in _IRREGULAR.split("/"))
}
_DOUBLED = frozenset(
    """
    abhor admit allot aver ban bar beg blog brag chat clap commit concur confer defer demur drop dub
    equip extol fret hum incur infer jab jot nag nod omit pan pat pen permit pin pit plan plot plug
    prefer quip rap rebut recap refer regret remit rev rip rub scrap shrug shun slam slap slip snap
    spar stop submit tip trot tut wag zip
    """.split()
)
_ES = ("s", "x", "z", "ch", "sh", "o")


def verb_forms(verb: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle and -ing of an English verb."""
    if verb in _TABLE:
        return _TABLE[verb]
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(_ES) else "s")
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    if verb.endswith("e"):
        doing = verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]
        return verb, third, verb + "d", verb + "d", doing + "ing"
    return verb, third, stem + "ed", stem + "ed", stem + "ing"


def noun_forms(noun: str) -> tuple[str, str]:
    """Singular and plural of a regular English noun."""
    if noun[-1] == "y" and noun[-2] not in "aeiou":
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
