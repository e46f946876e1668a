"""The words by which a recommendation is judged, as patterns for small letters."""


def _any(words: str) -> str:
    """One of several phrases, separated by commas; a full stop at the end of one is any ending."""
    return "|".join(" ".join(phrase.split()).replace(".", r"\w*") for phrase in words.split(","))


# Verbs of which one can see that they were done.
ACTIONS = _any(
    r"""
    adopt, add, agree, align, allocate, amend, analyse, appoint, arrange, ask, assess, assign, attach, audit, begin,
    brief, bring, carry out, build (?!on\b|confidence|trust), cease, change, check, choose, circulate, clarify,
    close, collate, collect, commission, compare, complete, conduct, consult, contact, convene, co-?design,
    co-?locate, copy, count, create, cross-?check, cut, decide, define, deliver, design, develop, discuss, display,
    disseminate, do (?!not), distribute, document, draft, draw up, employ, end, escalate, establish, evaluate,
    examine, extend, file, fill, find out, finish, fit, flag, follow up, formalise, fund, gather, give, hold,
    identify, implement, include, incorporate, inform, insert,
    inspect, install, integrate, introduce, interview, invite, issue, join, launch, lead, link, list, make (?!sure),
    map, measure, meet, merge, mark, move, name, negotiate, nominate, notify, observe, obtain, offer, open,
    organise, oversee, pass, pay for, pilot, place, plan, present, print, produce, procure, provide, publish, put,
    read, re-?audit, re-?issue, re-?launch, recall, receive, record, recruit, refer, refresh, register, relaunch,
    remove, rename, repeat, replace, report, request, require, research, respond, restore, review, revise, rewrite,
    roll out, run, sample, scrutinise, search, secure, seek (?!to\b|ways), see each, see every, select, send, set,
    share, show, sign, speak (?:to|with), split, standardise, start, stop, submit, survey, take
    (?:up|the|a|each|every), teach, tell, test, track, train, transfer, undertake, update, use, visit, walk,
    withdraw, write
    """
)

# What begins a recommendation that asks for thought, attention or a better state, and for nothing to be done.
VAGUE = _any(
    r"""
    acknowledge, aim, appreciate, assist, attempt, avoid, be, bear, build (?:on|confidence|trust), celebrate,
    challenge, champion, consider, continue, cultivate, embed, embrace, emphasise, empower, enable, encourage,
    endeavour, enhance, expect, explore, feel, focus, foster, give
    (?:attention|consideration|regard|thought|priority|weight|due|careful|further|greater|more|full), have,
    heighten, help,
    highlight, hold in mind, improve, increase (?:awareness|understanding|confidence), keep (?:in mind|under
    review), know, learn, listen, look, make [\w ]*\b(?:aware|clear), maintain, maximise, note, pay, prioritise,
    promote, raise, recognise, reflect, reinforce, remain, remember, remind, respect, seek (?:to|ways), strengthen,
    strive, support, take (?:account|care|heed|into|note|notice|responsibility|steps), think, try, understand,
    uphold, value, view, work, would benefit
    """
)

# States of mind and of practice: that somebody “is aware” or “is supported” does not say what anybody did.
STATES = _any(
    r"""
    able, alert, appropriate, attuned, available, aware, better, child-centred, child-focused, clear, committed,
    confident, considered, consistent, conscious, cognisant, curious, effective, embedded, empowered, enabled,
    encouraged, engaged, enhanced, equipped, expected, explored, familiar, fully, good, heard, holistic, improved,
    included, informed, involved, joined, kept in mind, knowledgeable, known, listened, mindful, more, open,
    prioritised, promoted, proactive, professionally, recognised, reflected, reflective, reminded, required,
    respected, responsive, robust, sensitive, sighted, skilled, strengthened, supported, supportive, sure, timely,
    trauma-informed, understood, valued, vigilant, well, willing
    """
)

# What somebody “makes sure” that others do, and that nobody can see done; what stands behind is theirs to do.
MINDS = _any(
    r"""
    are aware, appreciate, consider, feel, follow, has, have, include., know, recognise, understand., value
    """
)

# Past participles that do not end in -ed.
SHOWN_DONE = _any(
    r"""
    begun, brought, built, chosen, drawn up, given, held, led, met, put, read, rewritten, run, seen, sent, set,
    shown, sought, spoken to, taken, taught, told, withdrawn, written, made
    """
)

# Bodies, teams and posts: whoever is named with one of these can be asked whether it was done.
BODIES = (
    r"\b(?:"
    + _any(
        r"""
    academ., board, cafcass, camhs, chair, chief., college., colleges, commissioner., council., coordinator.,
    department, director., doctor, executive., forum, governors, government, gp practices?, group., head.,
    headteacher., hospital., hub, icb, integrated care board, lead, leads, local authorit., lscp, manager., mash,
    midwi., ministers?, nhs ., nurse., officer., ofsted, panel, partnership., police, practice managers?,
    probation., safeguarding partners, school., service, services, social care, subgroup., sub-group., team.,
    trust., constabulary, working party
    """
    )
    + r")\b"
)

# Nobody in particular, as `scripts.addressees.spelling` gives a name.
EVERYBODY = (
    # Safeguarding partners are three bodies by law, and not whoever works with others.
    r"(?!(?:the |local |statutory |our )*safeguarding partners$)"
    r"(?:(?:all|any|each|every|other|relevant|local|individual|partner|single|multi|multiagency|multi agency|frontline"
    r"|front line|involved|key|appropriate|of|our|safeguarding|the) )*"
    r"(?:adults?|agenc(?:y|ies)|bodies|colleagues|everybody|everyone|organisations?|members?|partners?|people|persons?|parties"
    r"|practitioners?|professionals?|services?|settings?|sectors?|staff|stakeholders?|system|those|us|we|workers?|workforce"
    r"|tba|tbc|to be (?:agreed|confirmed|decided)|not (?:known|stated)|n a|unknown|various|multi agency)"
    r"(?: (?:involved|concerned|and (?:partners?|organisations?|professionals?|practitioners?|agencies|services|staff)"
    r"|working with (?:children|families|children and families)))*"
)

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|fifty|a hundred)"
_PERIOD = r"(?:working )?(?:hour|day|week|month|term|quarter|year)s?"
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SEASON = "(?:spring|summer|autumn|winter|easter|christmas|q[1-4])"

# By what one can tell that it was done.
MEASURES = "|".join(
    (
        # a day or a rhythm
        rf"\b(?:by|before|until|no later than|from|in|at)(?: the)?(?: (?:end|start|beginning|middle) of(?: the)?)? "
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\b",
        rf"\b(?:by|before|until|no later than|in|from)(?: the)?(?: (?:end|start) of(?: the)?)? (?:{_SEASON}|20\d\d)\b",
        r"\bby the (?:end|start) of (?:the|this|next)\b"
        r"|\b(?:by|before|at) (?:the |its |their )?(?:next|this) (?:\w+ )?(?:meeting|term|year|quarter|month)\b",
        rf"\b(?:within|after|in|every|for|over)(?: the next)? {_NUMBER}(?: to {_NUMBER})? {_PERIOD}\b(?! old)",
        rf"\b(?:every|each) {_PERIOD}\b|\b(?:once|twice|three times|four times) (?:a|each|every) {_PERIOD}\b",
        r"\b(?:daily|weekly|fortnightly|monthly|quarterly|termly|annually|yearly|six-monthly)\b",
        # a number
        r"\d+(?:\.\d+)? ?(?:%|per ?cent\b)|\b(?:per ?cent|percentage|proportion|number|rate) of\b",
        rf"\b(?:at least|no (?:more|fewer|less) than|fewer than|up to|a minimum of) {_NUMBER}\b|\bmore than \d",
        rf"\bfrom {_NUMBER} (?:{_PERIOD}|per ?cent) to {_NUMBER}\b",
        rf"\b(?:{_NUMBER}|half|most) (?:in|out of) (?:every )?{_NUMBER}\b|\btarget\b|\bbaseline\b|\bindicators?\b",
        # a look at how it went
        r"\b(?:re-?)?audit(?:s|ed|ing)?\b|\bdip[- ]sampl\w+|\bsampl(?:e|es|ing) (?:of )?\b|\bspot checks?\b|\bsurvey\w*"
        r"|\bquestionnaires?\b|\bevaluat\w+|\binspections?\b|\bscrutin\w+|\bmeasur(?:e|ed|able|ing)\b(?! to\b)"
        r"|\bfeedback (?:from|of|by)\b|\bdata (?:on|show|to show|set|that)\b|\bdataset\b",
        # what it says to whom
        r"(?<!where there is )(?<!there is )\bevidenc(?:e|ed|ing)\b(?![- ](?:based|informed|led))"
        r"(?! of (?:\w+[- ]){0,2}(?:abuse|harm|neglect|exploitation|violence|injur\w+|coercion))",
        r"\breport(?:s|ed|ing)? (?:back|to (?!the police\b)|on progress|progress|on how|annually|quarterly|its|their"
        r"|the (?:findings|results|number|outcome)|findings|results|what|how)"
        r"|\b(?:annual|yearly|progress|assurance|quarterly|written) reports?\b",
        r"(?<!quality )\bassurance\b|\bminuted\b|\bpublish\w*\b|\bsigned off\b|\bsign[- ]off\b|\baction log\b",
        # what is different then
        r"\bso that\b|\bin order that\b|\bas shown by\b|\bshown by\b|\b(?:seen|known) (?:in|by)\b|\bsuch that\b",
    )
)
