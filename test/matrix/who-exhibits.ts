/**
 * Who may do what at a showcase event of Mika's class, at which Mika stands with a showcase that her teacher and her
 * mother agreed to; a guest's slip to her is held, and so is her card of thanks. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: see it · change it · have the guests' link · end it · print placards | take part · give Mika a
 * place · leave in Mika's name · read Mika's title for guests | list slips · pass on the slip to Mika · thank guests ·
 * let guests read Mika's thanks · take Mika's thanks back.
 */
export const exhibitionActs = [
  'see',
  'change',
  'link',
  'end',
  'placards',
  'take part',
  'place',
  'leave',
  'title',
  'slips',
  'pass on',
  'thank',
  'release thanks',
  'take thanks back',
] as const
export type ExhibitionAct = (typeof exhibitionActs)[number]

/** `to come`: guests are let in on its day; `closed`: it was ended for guests. */
export type ExhibitionStanding = 'to come' | 'closed'

const teacher = 'y y y y y n y - y y y - y y'
// what was written at it is still theirs to read for her
const teacherAfter = 'y n n n - n n - y y y - y y'
// runs it for the school, and reads no word to or of a child
const office = { before: 'y y y y y n y - n y - - - -', after: 'y n n n - n n - n y - - - -' }

const matrix: Record<ExhibitionStanding, Record<string, string>> = {
  'to come': {
    mika: 'y n n n - y n y n y - y n y',
    noor: 'y n n n - y n - n y - - - -',
    rivera: teacher,
    dubois: teacher,
    chen: office.before,
    singh: office.before,
  },
  closed: {
    mika: 'y n n n - n n y n y - y n y',
    noor: 'y n n n - n n - n y - - - -',
    // who ended it may say so twice
    rivera: teacherAfter.replace('y n n n', 'y n n y'),
    dubois: teacherAfter,
    chen: office.after,
    singh: office.after,
  },
}

const nothing = exhibitionActs.map(() => '-').join(' ')
const signedOut = exhibitionActs.map(() => 'x').join(' ')

export const exhibitionRowOf = (standing: ExhibitionStanding, person: string): string =>
  person === 'nobody' ? signedOut : (matrix[standing][person] ?? nothing)
