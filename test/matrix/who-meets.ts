/**
 * Who may do what with the times of a round of Mika's class, of which her mother Amara has one for her; her father
 * Tomas lives elsewhere. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: read the whole plan · plan a day · take a time for Mika · say that none suits · give Amara a
 * time · give back the time that Amara has · cancel a slot · cancel a day.
 */
export const meetingActs = [
  'plan',
  'plan a day',
  'take',
  'wish',
  'assign',
  'give back',
  'cancel slot',
  'cancel day',
] as const
export type MeetingAct = (typeof meetingActs)[number]

export const meetingStandings = [
  'in a round',
  'called off',
  'hidden from families',
  'hidden from learners',
] as const
export type MeetingStanding = (typeof meetingStandings)[number]

const teacher = 'y y n n y y y y'
const sees = '- n n n n - n n'

/** Whoever is not named finds nothing there. */
const matrix: Record<MeetingStanding, Record<string, string>> = {
  'in a round': {
    mika: sees,
    noor: sees,
    rivera: teacher,
    dubois: teacher,
    amara: '- n y y n y n n',
    // his own time, and nothing of hers
    tomas: '- n y y n - n n',
    leila: sees,
  },
  'called off': {
    mika: sees,
    noor: sees,
    rivera: 'y n n n n y y y',
    dubois: 'y n n n n y y y',
    amara: '- n n n n y n n',
    tomas: sees,
    leila: sees,
  },
  // the time that was agreed stands, and can be given back; nobody else is offered one
  'hidden from families': {
    mika: sees,
    noor: sees,
    rivera: teacher,
    dubois: teacher,
    amara: '- n n n n y n n',
  },
  // Mika has a time; her classmate has begun nothing
  'hidden from learners': {
    mika: sees,
    rivera: teacher,
    dubois: teacher,
    amara: '- n y y n y n n',
    tomas: '- n y y n - n n',
    leila: sees,
  },
}

const nothing = meetingActs.map(() => '-').join(' ')
const signedOut = meetingActs.map(() => 'x').join(' ')

export const meetingRowOf = (standing: MeetingStanding, person: string): string =>
  person === 'nobody' ? signedOut : (matrix[standing][person] ?? nothing)
