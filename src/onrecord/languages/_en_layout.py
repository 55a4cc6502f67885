"""How documents in English are laid out."""

from types import MappingProxyType

from onrecord.languages._layout import Layout


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


_MONTHS = """
january february march april may june july august september october november december
""".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

ENGLISH_LAYOUT = Layout(
    months=MappingProxyType(
        {name: number for number, name in enumerate(_MONTHS, 1)}
        | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
        | {"sept": 9}
    ),
    weekdays=MappingProxyType(
        {name: number for number, name in enumerate(_WEEKDAYS)}
        | {
            form: number
            for number, forms in enumerate(
                ("mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun")
            )
            for form in forms.split()
        }
    ),
    question_labels=_lines(
        """
        question
        questions
        q
        questioner
        reporter
        journalist
        correspondent
        the press
        press
        media
        media question
        follow-up
        interviewer
        """
    ),
    answer_labels=_lines(
        """
        answer
        a
        """
    ),
    voice_labels=_lines(
        """
        remark
        response
        reply
        voice
        voices
        replica
        audience
        audience member
        audience members
        the audience
        crowd
        unidentified
        candidates
        protesters
        chorus
        unidentified male
        unidentified female
        unidentified speaker
        participant
        participants
        female
        male
        speaker
        """
    ),
    conductors=_lines(
        """
        moderator
        the moderator
        operator
        host
        the host
        aide
        white house aide
        staff
        facilitator
        announcer
        the chair
        """
    ),
    never_labels=_lines(
        """
        note
        notes
        editor's note
        editor’s note
        correction
        clarification
        update
        updated
        photo
        photos
        photograph
        image
        video
        watch
        read
        read more
        see also
        related
        related articles
        more
        source
        sources
        caption
        credit
        contact
        media contact
        press contact
        tel
        phone
        fax
        email
        e-mail
        website
        web
        from
        to
        cc
        subject
        re
        date
        time
        place
        venue
        location
        when
        where
        what
        who
        why
        how
        title
        author
        authors
        by
        published
        posted
        tags
        topics
        summary
        abstract
        background
        fact
        facts
        fact check
        fact sheet
        key points
        bottom line
        example
        first
        second
        third
        fourth
        fifth
        firstly
        secondly
        thirdly
        finally
        also
        number one
        number two
        number three
        one
        two
        three
        four
        five
        monday
        tuesday
        wednesday
        thursday
        friday
        saturday
        sunday
        poll
        breaking
        breaking news
        exclusive
        opinion
        analysis
        warning
        attachment
        attachments
        annex
        section
        chapter
        article
        appendix
        today
        tomorrow
        yesterday
        yes
        no
        results
        total
        conclusion
        introduction
        the latest
        """
    ),
    honorifics=_words(
        """
        mr mrs ms miss mx dr prof professor sir madam madame lord lady dame hon honourable honorable
        sen rep gov gen col lt capt adm maj sgt amb rev
        """
    ),
    posts=_words(
        """
        president vice vice-president prime minister premier chancellor vice-chancellor
        secretary secretary-general undersecretary under-secretary assistant deputy acting
        foreign interior defence defense finance energy economy economic trade culture
        justice health education agriculture transport labour labor communications
        minister-counsellor ambassador ambassador-at-large envoy representative
        plenipotentiary permanent special presidential federal state general lieutenant
        major colonel captain admiral vice-admiral rear marshal sergeant commander
        commander-in-chief commandant chief chairman chairwoman chairperson chair co-chair
        speaker senator congressman congresswoman congressperson governor mayor councillor
        judge attorney director executive administrator coordinator commissioner inspector
        officer official officials senior spokesperson spokesman spokeswoman press head
        leader member delegate adviser advisor counsellor counselor aide doctor doctors
        professor academician king queen prince princess crown emir sheikh sultan emperor
        pope patriarch archbishop bishop cardinal rabbi imam ayatollah grand supreme
        cosmonaut pilot engineer anchor moderator host co-host presenter reporter journalist
        correspondent editor editor-in-chief publisher author writer analyst expert
        economist historian producer founder co-founder owner partner manager managing
        surgeon physician nurse principal national security intelligence high first second
        third lady former ex-president elect president-elect interim caretaker honorary
        retired then tv hero negotiator mediator rapporteur worker veteran student teacher
        farmer ceo cfo coo apnsa advisers advisors administration russian american
        """
    ),
    institutions=_words(
        """
        academy administration affairs agency airlines alliance army assembly association
        authority bank board brigade broadcaster budget building bureau center centre
        channel club coalition commerce commission committee commonwealth communications
        company competitiveness conference congress cooperation corporation council
        countries court culture defence defense department development disabled district
        division duma ecology education emirates energy engineers environment federation
        finance fleet forces forum foundation front fund gazette group health herald
        homeland hospital house industries institute integration interior international
        journal kingdom league legislation magazine management media ministry monitoring
        movement nations navy network news newspaper oblast office operations organisation
        organization parliament party plenary police policy post preparedness press
        protection public radio railways reconciliation regiment region relations republic
        resources response review rights safety school science sciences security senate
        service session society sport state states team television territory times trade
        transportation treasury tribunal tribune troops union university wounded
        """
    ),
    places=_words(
        """
        afghanistan afghan albania albanian algeria algerian america american angola argentina
        argentine armenia armenian australia australian austria austrian azerbaijan azerbaijani
        bahrain bahraini bangladesh belarus belarusian belgium belgian bolivia bosnia brazil
        brazilian britain british bulgaria bulgarian burma cambodia canada canadian chile chilean
        china chinese colombia colombian congo croatia croatian cuba cuban cyprus czech czechia
        denmark danish ecuador egypt egyptian england estonia estonian ethiopia ethiopian eurasian
        europe european finland finnish france french georgia georgian germany german ghana greece
        greek hungary hungarian iceland icelandic india indian indonesia indonesian iran iranian
        iraq iraqi ireland irish israel israeli italy italian japan japanese jordan jordanian
        kazakhstan kazakh kazakhstani kenya kenyan korea korean kosovo kuwait kuwaiti kyrgyzstan
        kyrgyz laos latvia latvian lebanon lebanese libya libyan lithuania lithuanian luxembourg
        malaysia malaysian malta mexico mexican moldova moldovan mongolia mongolian montenegro
        morocco moroccan myanmar nepal netherlands dutch nicaragua nigeria nigerian norway norwegian
        oman omani pakistan pakistani palestine palestinian panama peru peruvian philippines
        philippine poland polish portugal portuguese qatar qatari romania romanian russia russian
        rwanda salvador saudi arabia arab scotland scottish senegal serbia serbian singapore
        slovakia slovak slovenia somalia spain spanish sudan sudanese sweden swedish switzerland
        swiss syria syrian taiwan tajikistan tajik tanzania thailand thai tunisia tunisian turkey
        turkish türkiye turkmenistan uganda ukraine ukrainian uk us u.s u.s. un u.n u.n. eu e.u usa
        united uruguay uzbekistan uzbek venezuela venezuelan vietnam vietnamese wales yemen yemeni
        zambia zimbabwe moscow washington london paris berlin beijing tehran ankara damascus
        brussels kremlin petersburg islamic democratic people’s people's african asian
        """
    ),
    particles=_words(
        "al el bin ibn bint von van de da di do dos del della la le der den ben abu du zu y"
    ),
    connectors=_words("of the for and to at in on & with from a an"),
    translated=_words("retranslated re-translated translated translates translation"),
    interpreted=_words("interpreted interpreter interpretation"),
    stage=_lines(
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
    ),
    furniture=_lines(
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
    ),
    furniture_patterns=(
        r"showing \d+ results?\.?",
        r"showing \d+ (?:to|-|–) \d+ of \d+.{0,40}",
        r"\d+ comments?",
        r"(?:share|tweet|email|print)(?:[ |·•,]+(?:share|tweet|email|print|facebook|twitter)){1,8}",
        r"(?:©|\(c\)|copyright) .{0,200}",
        r"page \d+ of \d+",
    ),
    publisher_words=_words(
        """
        english news times post herald tribune gazette guardian observer monitor mail star telegraph
        independent agency reuters tass interfax xinhua anadolu sputnik bbc cnn nbc cbs abc npr
        politico bloomberg aljazeera jazeera daily weekly press today journal online chronicle
        examiner express standard economist wire courier report
        """
    ),
    agencies=MappingProxyType(
        {
            "tass": "TASS",
            "itar-tass": "TASS",
            "ap": "AP",
            "associated press": "AP",
            "the associated press": "AP",
            "reuters": "Reuters",
            "afp": "AFP",
            "agence france-presse": "AFP",
            "upi": "UPI",
            "interfax": "Interfax",
            "ria novosti": "RIA Novosti",
            "sputnik": "Sputnik",
            "xinhua": "Xinhua",
            "dpa": "dpa",
            "efe": "EFE",
            "ansa": "ANSA",
            "kyodo": "Kyodo",
            "kyodo news": "Kyodo",
            "yonhap": "Yonhap",
            "anadolu": "Anadolu",
            "anadolu agency": "Anadolu",
            "aa": "Anadolu",
            "irna": "IRNA",
            "sana": "SANA",
            "kazinform": "Kazinform",
            "bloomberg": "Bloomberg",
            "cnn": "CNN",
            "pti": "PTI",
            "tanjug": "Tanjug",
            "ukrinform": "Ukrinform",
            "belta": "BelTA",
            "apa": "APA",
            "trend": "Trend",
            "mna": "Mehr",
            "ap, afp": "AP",
        }
    ),
    speech_titles=_words(
        """
        remarks remark address addresses speech speeches statement statements interview answers
        replies conference briefing briefings gaggle transcript comments comment greetings
        greeting congratulations message opening keynote lecture testimony debate q&a call
        """
    ),
    joint_titles=(
        "joint news conference",
        "joint press conference",
        "joint press statement",
        "joint media availability",
        "joint press availability",
        "following talks with",
        "following a meeting with",
        "after talks with",
    ),
    salutations=(
        r"ladies\s+and\s+gentlemen",
        r"(?:dear\s+)?(?:colleagues|friends|comrades)\s*[,!]",
        r"(?:mr|mrs|ms|madam|sir|your)\.?\s+(?:president|speaker|chair|chairman|chairperson|"
        r"secretary(?:[\s-]general)?|excellenc(?:y|ies)|majesty|highness)",
        r"excellencies",
        r"distinguished\s+(?:delegates|guests|colleagues|heads|ministers|members|participants)",
        r"good\s+(?:morning|afternoon|evening)",
    ),
    speech_formulas=(
        r"\bgeneral\s+(?:assembly|debate)\b",
        r"\bthis\s+(?:rostrum|podium|hall|august)\b",
        r"\ballow\s+me\s+to\b",
        r"\blet\s+me\s+(?:express|begin|congratulate|thank|first|conclude|reiterate)\b",
        r"\bi\s+(?:would\s+like|wish|want)\s+to\s+"
        r"(?:begin|congratulate|thank|express|welcome|extend|reiterate|stress|conclude)\b",
        r"\btake\s+this\s+opportunity\b",
        r"\b(?:i|we)\s+(?:congratulate|commend|call\s+(?:up)?on|urge|welcome|reaffirm|reiterate)\b",
        r"\b(?:my|our)\s+(?:country|delegation|people|nation)\b",
        r"\bhis\s+excellency\b|\bher\s+excellency\b",
        r"\bthank\s+you\b",
    ),
    first_person=_words(
        "i we our my us me ours mine myself ourselves i'm i’m we're we’re i've i’ve"
    ),
    reporting=_words(
        """
        said says told added stated noted stressed announced according reported reports tweeted
        recalled continued emphasized emphasised underlined pointed claimed argued insisted
        explained declared asked wrote accused urged warned called
        """
    ),
    past=_words(
        """
        was were had did went came took broke began made held became got gave left met led won lost
        fell rose saw grew could've would've should've been
        """
    ),
    ahead=(
        r"\bwill\b",
        r"\bshall\b",
        r"\bgoing to\b",
        r"\bplan(?:s|ned|ning)?\b",
        r"\bexpect(?:s|ed)?\b",
        r"\bscheduled\b",
        r"\bdue\b",
        r"\bby\s+(?:the\s+end\s+of\s+)?(?:early\s+|late\s+|mid-)?$",
        r"\buntil\b",
        r"\bthrough\b",
        r"\bforecast\b",
        r"\bnext\b",
        r"’ll\b",
        r"'ll\b",
    ),
    past_phrases=("could have", "would have", "should have", "have been", "has been"),
    date_words=_words("at published updated posted on date gmt utc msk et"),
    officials=_words(
        """
        president vice-president minister premier chancellor secretary secretary-general
        spokesperson spokesman spokeswoman ambassador envoy king queen prince emir sheikh sultan
        pope patriarch archbishop senator governor mayor
        """
    ),
    askers=_words(
        """
        moderator host co-host anchor presenter interviewer reporter correspondent journalist
        editor editor-in-chief press
        """
    ),
    year_ends=("end of", "late", "late in", "end of the year"),
    not_this_week=("next", "coming", "last"),
    byline=("by ", "reporting by ", "written by ", "additional reporting by "),
)
