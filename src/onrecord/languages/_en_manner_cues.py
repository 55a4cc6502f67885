"""English cues by how they attribute: verbs, nouns, other words, and phrases as they stand.

In the tables a verb stands for its five forms, a noun for singular and plural, anything else for
itself; "_" joins the words of a phrase, of which the first is inflected in `VERBS`. What stands in
an earlier table counts before what stands in a later one.
"""

from __future__ import annotations

from onrecord.languages._manners import Effect
from onrecord.model import Manner

_S, _W, _T, _I = Manner.SPEECH, Manner.WRITING, Manner.THOUGHT, Manner.INTENTION

VERBS: tuple[tuple[Manner | None, Effect, str], ...] = (
    (
        _S,
        Effect.DENIES,
        """
        deny rebut refute repudiate disavow disown recant retract contradict disclaim debunk
        take_back walk_back back_away_from plead_not_guilty distance
        """,
    ),
    (
        _S,
        Effect.OPPOSES,
        """
        reject dispute renounce rebuff contest shoot_down push_back knock_down rule_out swat
        veto disapprove argue_against speak_against warn_against
        """,
    ),
    (
        _S,
        Effect.DISMISSES,
        "dismiss brush_off brush_aside wave_off wave_away scoff pooh-pooh discount",
    ),
    (_T, Effect.OPPOSES, "oppose disagree disapprove dissent object reject resist"),
    (_I, Effect.OPPOSES, "vote_against vote_down"),
    (_S, Effect.REQUESTS, "ask"),
    (_T, Effect.DOUBTS, "doubt distrust mistrust disbelieve"),
    (_S, Effect.DOUBTS, "cast_doubt raise_doubt call_into_question call_into_doubt"),
    (_S, Effect.ASKS, "wonder inquire enquire query quiz question interrogate grill"),
    (
        _S,
        Effect.ANSWERS,
        """
        comment answer respond reply elaborate speculate return weigh_in confirm verify
        corroborate touch_on expand_on
        """,
    ),
    (
        _T,
        Effect.KNOWS,
        """
        know realize realise understand remember recollect recognize recognise learn discover
        determine
        """,
    ),
    (
        _I,
        Effect.WITHHOLDS,
        """
        refuse decline avoid refrain abstain balk resist evade dodge sidestep duck shun desist
        hesitate demur forbear forgo shy_away
        """,
    ),
    (None, Effect.WITHHOLDS, "fail neglect omit forget stop_short withhold"),
    (_T, Effect.STATES, "look_at look_over look_into look_away"),
    (_I, Effect.STATES, "look_to look_for set_out take_steps work_to focus_to"),
    (_T, Effect.SEEMS, "seem appear look sound"),
    (_S, Effect.STATES, "point_to point_at bring_up lay_out lay_bare set_forth put_forth open_up"),
    (
        _S,
        Effect.VOICES,
        """
        express voice utter issue deliver raise air level lodge levy hurl reprise profess
        """,
    ),
    (_S, Effect.CARRIES, "offer give make share release cast put unleash"),
    (_T, Effect.CARRIES, "show find hold reflect display feel tire back like mind"),
    (
        None,
        Effect.CARRIES,
        """
        keep launch take leave provide present get draw bring receive hear turn have_no have_any
        have_a have_an have_little have_doubt have_doubts have_plans have_concerns
        """,
    ),
    (
        _S,
        Effect.STATES,
        """
        say tell note announce argue acknowledge explain claim insist warn state declare
        conclude assert point_out suggest recall reveal admit concede stress emphasize emphasise
        underline underscore reiterate repeat remark observe allege contend maintain caution
        complain lament boast brag joke quip mention indicate signal declaim proclaim predict
        estimate testify swear promise pledge vow guarantee counter retort interject continue
        go_on muse whisper shout yell scream cry exclaim blurt deadpan crack mutter murmur chant
        intone opine posit hint imply charge disclose divulge echo gush fume vent rant rave
        preach report recount clarify theorize propose recommend demand protest reaffirm restate
        reassert reconfirm summarize confide confess quote cite describe call label brand dub
        characterize characterise portray refer decry denounce criticize criticise praise hail
        condemn slam blast mock accuse blame attack ridicule defend commend applaud endorse
        rebuke lambast lambaste deride thank congratulate outline highlight tout acclaim urge
        add remind inform assure reassure notify advise convince persuade brief illustrate
        demonstrate chide chime_in pipe_up spell_out speak talk allude elaborate threaten offer
        order request invite nominate name appoint discuss debate address detail list invoke
        reference liken compare challenge press pressure lobby campaign stump plead beg implore
        exhort call_on bemoan bewail deplore excoriate assail bash pillory skewer trash lampoon
        taunt tease jab rip rap ding pan berate scold castigate chastise admonish reprimand
        reproach upbraid lash_out hit_back fire_back shoot_back strike_back snap bark sneer
        scoff jeer boo cheer heckle hiss holler clap roar sing recite narrate relate regale
        lecture sermonize pontificate philosophize expound extol laud lionize champion advocate
        plug promote pitch sell trumpet herald welcome celebrate salute toast credit attribute
        ascribe paint depict frame bill nickname define identify specify cover rehash recap
        retell riff expand broach raise_question flag weigh_in sound_off speak_out speak_up
        talk_up talk_down play_up play_down downplay underplay minimize exaggerate overstate
        embellish misstate misspeak lie fib apologize apologise commiserate console sympathize
        pray bless curse damn vouch attest affirm aver avow certify authenticate assess rate
        rule decree instruct direct command mandate require enjoin summon subpoena indict
        convict sentence plead_guilty sue petition appeal beseech negotiate bargain haggle
        quarrel squabble bicker spar clash rejoin riposte parry nod gesture shrug grin laugh
        chuckle giggle sigh groan moan grumble grouse gripe carp whine rail inveigh thunder
        bellow rage storm sniff grunt gasp pronounce enunciate articulate formulate put_it
        phrase word couch rip_into tear_into lay_into go_after take_on take_aim take_to_task
        single_out call_out knock needle insult malign slander defame smear vilify demonize
        disparage denigrate belittle besmirch impugn savage fault cast_doubt warn_of quiz
        debrief interview consult counsel coach prod nudge goad egg_on encourage embolden
        entreat coax cajole entice woo unveil introduce pose ask_for tease_out preview
        foreshadow foretell prophesy prognosticate forecast project handicap wager bet venture
        hazard volunteer interpose interrupt intervene chip_in butt_in cut_in break_in
        conjecture postulate hypothesize hypothesise reason extrapolate infer gloss interpret
        translate paraphrase parrot mimic ape impersonate mouth lip-sync utter vocalize intimate
        insinuate connote denote signify convey communicate transmit relay pass_on leak spill
        dish gossip rumor rumour blab tattle squeal snitch inform_on tip_off alert apprise
        acquaint enlighten educate teach train justify rationalize excuse exculpate exonerate
        absolve vindicate back_up bolster buttress substantiate document evidence concur second
        compliment flatter fawn eulogize memorialize honor honour tribute dedicate tick_off
        enumerate itemize itemise catalog catalogue chronicle crow gloat swagger bluster
        trash-talk fulminate harangue hector browbeat bully intimidate menace resign abdicate
        declare_for mean seethe thump jape rib roast razz zing weep sob spin run_through
        go_through enthuse effuse coo purr hum drawl stammer stutter mumble croak rasp shriek
        screech squeak squawk wail howl growl snarl spit sputter splutter cackle snicker snigger
        titter guffaw mislead delve coin sketch sling hit seize_on prescribe broadcast
        trade_barbs battle hold_up point jab_at recapitulate contrast banter eschew conflate
        slap moderate co-sponsor sponsor prohibit ban authorize authorise allow permit restrict
        bar rubbish come_out_for wax pun discredit profile submit nullify grapple poke_fun
        double_down lit_into light_into swing_at reflect_on dig hold_forth speak_for threat
        politicize waffle
        """,
    ),
    (
        _W,
        Effect.STATES,
        """
        write tweet post retweet caption blog publish email e-mail text pen scrawl scribble type
        title headline sign cable print jot draft inscribe read editorialize editorialise wire
        co-write file codify rewrite instagram facebook coauthor author sue
        """,
    ),
    (
        _T,
        Effect.STATES,
        """
        think believe feel fear hope expect worry suspect assume figure reckon guess imagine
        agree consider view regard deem prefer find show prove see anticipate foresee envision
        envisage conceive presume suppose surmise gather judge perceive notice sense trust value
        appreciate love hate dislike loathe despise detest admire respect envy resent regret
        enjoy care support favor favour side approve embrace accept tolerate fret agonize brood
        mull ponder weigh contemplate reflect meditate dream fantasize visualize picture dread
        lament long_for long_to yearn crave covet desire rue grieve mourn marvel rejoice delight
        despair acquiesce credit rate esteem revere worship idolize identify empathize
        sympathize lean tend reassess rethink reconsider re-evaluate evaluate overestimate
        underestimate misjudge misunderstand misread mistake confuse puzzle surprise shock stun
        startle impress anger upset outrage infuriate enrage annoy irk irritate frustrate
        disappoint alarm concern trouble rattle unnerve scare frighten terrify relieve please
        thrill excite amuse bore baffle perplex bewilder dismay appall horrify disgust offend
        satisfy bother embarrass entertain fascinate intrigue convince split divide rank watch
        ignore attribute react come_to focus concentrate dwell zero_in hear witness experience
        relish cherish calculate resonate revile revel dawn bristle unsettle agitate mystify
        diverge align take_for interpret construe diagnose theorise speculate count_on bank_on
        rely soften harden warm cool sour stick buy take_seriously stand_by stand_with
        stand_behind stand_up_for fall_for
        """,
    ),
    (
        _I,
        Effect.STATES,
        """
        want plan intend aim seek try attempt wish decide opt choose vote prepare strive resolve
        hanker scheme plot conspire undertake endeavor endeavour strategize vie pursue push
        fight angle set_out look_to go_for look_for volunteer fight_for push_for press_for need
        elect bid drive pick select commit dedicate devote prioritize prioritise
        """,
    ),
)
NOUNS: tuple[tuple[Manner | None, Effect, str], ...] = (
    (_S, Effect.DENIES, "denial retraction rebuttal repudiation refutation disavowal"),
    (_S, Effect.OPPOSES, "rejection dismissal"),
    (_T, Effect.OPPOSES, "opposition opponent objection disagreement disapproval foe resistance"),
    (_T, Effect.DOUBTS, "skepticism scepticism disbelief skeptic sceptic misgiving"),
    (_S, Effect.ASKS, "inquiry enquiry"),
    (_S, Effect.ANSWERS, "response"),
    (_I, Effect.WITHHOLDS, "refusal reluctance unwillingness reticence avoidance"),
    (None, Effect.WITHHOLDS, "failure inability"),
    (
        _S,
        Effect.STATES,
        """
        statement claim assertion allegation accusation announcement declaration argument
        suggestion remark complaint criticism critique attack praise endorsement promise pledge
        vow threat warning advice recommendation proposal offer demand request call plea appeal
        speech testimony admission acknowledgment acknowledgement confession explanation
        description account story narrative tale comparison reference mention observation
        prediction forecast projection estimate contention insistence assurance reassurance
        boast joke quip jab swipe rant tirade diatribe chant cheer boo cry shout slogan message
        rhetoric word talk discussion conversation debate interview quote quotation citation
        definition characterization characterisation portrayal depiction label nickname name
        insult slur taunt apology thanks gratitude congratulation condolence tribute eulogy
        salute welcome toast defense defence justification rationale case pitch advocate
        advocacy proponent spokesman verdict ruling order instruction directive command mandate
        injunction guarantee lie falsehood rumor rumour gossip whisper revelation disclosure
        confirmation indication hint signal implication insinuation innuendo charge indictment
        lawsuit condemnation denunciation rebuke reprimand lecture sermon refrain mantra phrase
        expression term language soundbite commentary talking_point line answer rejoinder retort
        riposte reply analogy metaphor anecdote presentation briefing address monologue
        soliloquy nomination invitation urging prodding encouragement exhortation entreaty
        protest outcry backlash uproar disclaimer caveat caution reminder teaching preaching
        oath affirmation declamation conclusion summary recap chatter compliment coverage
        defender appointment critic detractor
        """,
    ),
    (
        _W,
        Effect.STATES,
        """
        tweet post letter email e-mail memo op-ed article column editorial blog essay book
        headline caption memoir inscription note retweet text
        """,
    ),
    (
        _T,
        Effect.STATES,
        """
        thought belief view opinion feeling fear hope expectation worry suspicion assumption
        guess conviction concern anxiety confidence trust faith support supporter backing backer
        approval preference interest enthusiasm excitement frustration anger outrage dismay
        surprise shock alarm disappointment regret pride joy love hatred hate dislike distaste
        disdain contempt scorn respect admiration sympathy affinity fondness passion sentiment
        attitude perception impression perspective stance position outlook idea notion theory
        judgment judgement assessment appraisal evaluation analysis consensus agreement
        understanding awareness knowledge memory realization realisation recognition calculation
        calculus consideration optimism pessimism cynicism nervousness unease discomfort
        apprehension ambivalence indifference loyalty allegiance fan follower admirer embrace
        acceptance concept philosophy ideology doctrine mindset mentality sense take priority
        favorite favourite value attention focus reputation hostility scrutiny speculation
        interpretation
        """,
    ),
    (
        _I,
        Effect.STATES,
        """
        plan intention intent goal ambition aim decision effort bid push attempt desire wish
        willingness eagerness readiness determination resolve commitment strategy campaign vote
        drive choice aspiration objective quest agenda initiative inclination temptation
        """,
    ),
)
OTHERS: tuple[tuple[Manner | None, Effect, str], ...] = (
    (_T, Effect.OPPOSES, "against anti"),
    (_T, Effect.DOUBTS, "doubtful dubious skeptical sceptical unconvinced wary leery questionable"),
    (
        _T,
        Effect.ASKS,
        """
        unclear unsure uncertain undecided unknown unaware torn agnostic noncommittal
        """,
    ),
    (_T, Effect.KNOWS, "aware sure certain clear familiar convinced"),
    (_I, Effect.WITHHOLDS, "unwilling reluctant loath loth hesitant"),
    (None, Effect.WITHHOLDS, "unable careful tight-lipped mum coy"),
    (
        _T,
        Effect.STATES,
        """
        confident optimistic hopeful pessimistic worried concerned afraid fearful scared nervous
        anxious angry furious mad outraged upset unhappy happy pleased glad delighted thrilled
        excited enthusiastic proud ashamed embarrassed disappointed frustrated surprised shocked
        stunned startled alarmed troubled fond enamored impressed interested uninterested
        ambivalent indifferent sympathetic supportive favorable unfavorable favorably
        unfavorably critical_of mindful cognizant positive bullish bearish cautious leaning
        inclined satisfied dissatisfied comfortable uncomfortable uneasy jealous envious
        grateful thankful sorry obsessed cynical sanguine upbeat gung-ho bemused amused puzzled
        baffled perplexed loyal pro accustomed smitten resigned eyes mind minds wisdom popular
        unpopular appealing likable passionate bitter
        """,
    ),
    (_S, Effect.CARRIES, "reportedly allegedly supposedly purportedly"),
    (
        _S,
        Effect.STATES,
        """
        critical vocal outspoken adamant effusive complimentary emphatic explicit blunt candid
        silent so-called self-described self-proclaimed according_to in_the_words
        in_an_interview in_a_speech in_remarks per apologetic dismissive upfront honest measured
        quick_to_note a.k.a aka via accusatory : unapologetic
        """,
    ),
    (
        _W,
        Effect.STATES,
        """
        in_a_statement in_an_email in_a_letter in_a_tweet in_a_memo in_a_post in_an_op-ed
        on_twitter on_facebook on_instagram in_writing entitled
        """,
    ),
    (
        _I,
        Effect.STATES,
        """
        wanna eager willing keen ready determined poised prepared bent intent would_like
        looking_to looking_for hell-bent resolved committed intended tempted set_to hungry
        itching would_love would_rather going_to
        """,
    ),
)
AS_THEY_STAND: tuple[tuple[Manner | None, Effect, str], ...] = (
    (
        _S,
        Effect.STATES,
        """
        made_no_secret makes_no_secret make_no_secret made_it_clear makes_it_clear make_it_clear
        making_it_clear made_clear makes_clear make_clear making_clear went_on_to_say
        goes_on_to_say no_bones put_it puts_it putting_it mince_words minced_no_words
        mincing_words pleaded_guilty said_no_more in_his_words in_her_words in_their_words
        made_the_case makes_the_case making_the_case make_the_case made_fun makes_fun making_fun
        make_fun took_some_shots took_a_shot took_shots took_swipes taking_swipes taking_a_swipe
        took_a_swipe took_a_jab taking_shots spoke_out took_issue takes_issue taking_issue
        took_aim takes_aim taking_aim takes_credit took_credit
        """,
    ),
    (_S, Effect.DENIES, "said_no_to says_no_to say_no_to saying_no_to"),
    (_S, Effect.ANSWERS, "return_calls return_a return_an return_phone return_messages"),
    (
        _S,
        Effect.ASKS,
        """
        question_of questions_about question_about questions_over questions_on raised_questions
        raise_questions raises_questions raising_questions
        """,
    ),
    (
        _T,
        Effect.STATES,
        """
        flip_flopped known_as known_for best_known took_offense takes_offense seen_as
        look_forward
        looks_forward looking_forward looked_forward changed_his_mind changed_her_mind
        changed_their_minds pay_attention paid_attention paying_attention heads_up
        """,
    ),
    (_I, Effect.STATES, "can_not_wait could_not_wait"),
    (_T, Effect.OPPOSES, "no_fan_of"),
)
