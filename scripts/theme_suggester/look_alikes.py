"""Words that look like a theme's and speak of something else: a person in the story, a laboratory, a school."""

_PHRASES = """
    father, father's, stepfather, stepfather's, step-father, dad, dad's
    child's home, child home, children home, look after children, look after child, looking after children
    dna test, dna tests, dna testing, dna tested, dna sample, dna samples, dna swab, dna evidence, dna profile
    dna match, dna result, dna results, dna analysis, for dna, of dna, dna from, dna was taken
    infant school, infant schools, infants school, infants' school, sleep deprivation, sensory deprivation
    fractured relationship, fractured relationships, debt of gratitude
    people with lived experience, those with lived experience
    video recording, video recordings, audio recording, audio recordings, recording system, recording systems
    online training, online course, online courses, online learning, online form, online meeting, online meetings
    online directory, online resource, online resources, available online
    drinking water, cultural change, culture change, escalation of violence, escalation in violence
    twelve month old, thirteen month old, fourteen month old, fifteen month old, sixteen month old, eighteen month old
"""
LOOK_ALIKES = (
    *(phrase.strip() for line in _PHRASES.strip().splitlines() for phrase in line.split(",")),
    *(f"{months} month old" for months in range(12, 48)),
)
# An abbreviation that a text spells out in another sense says nothing of the theme there.
OTHER_SENSES = {"ASC": "adult social care", "CIC": "community interest company", "DNA": "deoxyribonucleic acid"}
