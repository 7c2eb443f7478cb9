/**
 * Who may do what with the attempt Mika laid on a table, and with what Noor (or Kʼi) said about it, for every
 * way it may stand. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: see the round · see what Mika brought · open its picture · give words on it · edit the
 * words given · answer them · report them · hide them · seat everybody differently · bring work of one's own
 * · take Mika's back · end the round · read the words on Mika's own page.
 */
export const critiqueActs = [
  'round',
  'see',
  'picture',
  'give',
  'edit',
  'answer',
  'report',
  'hide',
  'seat',
  'bring',
  'take back',
  'end',
  'page',
] as const
export type CritiqueAct = (typeof critiqueActs)[number]

export type CritiqueStanding =
  | 'on the table, with Noor'
  | 'at a table without Noor'
  | 'taken back'
  | 'after the round'
  | 'where peers may not'
  | 'with its words hidden'

// what stands in "page" is whether the words are there
const maker = 'y y y n n y y n n y y n y'
const teacher = 'y y y n n n y y y n n y -'
const teacherWithout = 'y - - - n n y y y n - y -'
const giver = 'y y y y y n n n n y n n -'

/** Whoever is not named finds nothing there. */
export const critiqueMatrix: Record<CritiqueStanding, Record<string, string>> = {
  'on the table, with Noor': { mika: maker, noor: giver, rivera: teacher, dubois: teacher },
  'at a table without Noor': { mika: maker, rivera: teacher, dubois: teacher },
  // whoever gave words keeps them, and cannot go on
  'taken back': {
    mika: 'y y y n n y y n n y y n y',
    noor: 'y - - - n n n n n y - n -',
    rivera: teacherWithout,
    dubois: teacherWithout,
  },
  'after the round': {
    mika: 'y y y n n y y n n n y n y',
    noor: 'y - - - n n n n n n - n -',
    rivera: 'y - - - n n y y n n - y -',
    dubois: 'y - - - n n y y n n - y -',
  },
  'where peers may not': {
    mika: 'y y y n n y y n n n y n y',
    noor: 'y - - - n n n n n n - n -',
    rivera: teacherWithout,
    dubois: teacherWithout,
  },
  'with its words hidden': {
    mika: 'y y y n - - - - n y y n -',
    noor: 'y y y y n n n n n y n n -',
    rivera: teacher,
    dubois: teacher,
  },
}

const nothing = critiqueActs.map(() => '-').join(' ')
const signedOut = critiqueActs.map(() => 'x').join(' ')

export const critiqueRowOf = (standing: CritiqueStanding, person: string): string =>
  person === 'nobody' ? signedOut : (critiqueMatrix[standing][person] ?? nothing)
