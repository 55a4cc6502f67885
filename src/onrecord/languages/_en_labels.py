"""Labels before a colon in English transcripts, and the words that stand in them beside a name."""

from __future__ import annotations

from onrecord.languages._tables import lines, words

QUESTION_LABELS = lines(
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
)
ANSWER_LABELS = lines(
    """
    answer
    a
    """
)
VOICE_LABELS = lines(
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
)
CONDUCTORS = lines(
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
)
NEVER_LABELS = lines(
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
)
HONORIFICS = words(
    """
    mr mrs ms miss mx dr prof professor sir madam madame lord lady dame hon honourable honorable
    sen rep gov gen col lt capt adm maj sgt amb rev
    """
)
POSTS = words(
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
)
INSTITUTIONS = words(
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
)
PLACES = words(
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
)
PARTICLES = words(
    "al el bin ibn bint von van de da di do dos del della la le der den ben abu du zu y"
)
CONNECTORS = words("of the for and to at in on & with from a an")
