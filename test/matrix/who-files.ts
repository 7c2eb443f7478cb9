/**
 * Who may put right what Ms. Rivera filed to Mika by mistake, for every way it may stand. A principal can read it.
 *
 *   y  may            n  knows of it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: read what was filed to the class · read what was filed to this work · send it on to Noor, whose
 * it is · take it back · put it back.
 */
export const filingActs = ['list', 'beside', 'move', 'take back', 'put back'] as const
export type FilingAct = (typeof filingActs)[number]

export type FilingStanding = 'just filed' | 'which Mika wrote about' | 'which Mika keeps to herself'

/** Her colleague of the same class reads lists of what he himself filed: there is nothing in them. */
const colleague = 'y y - - -'

export const filingMatrix: Record<FilingStanding, Record<string, string>> = {
  'just filed': { rivera: 'y y y y y', dubois: colleague },
  // what a learner added stays, and is for the learner to delete
  'which Mika wrote about': { rivera: 'y y n n -', dubois: colleague },
  'which Mika keeps to herself': { rivera: 'y y y y y', dubois: 'y - - - -' },
}

const nothing = '- - - - -'
const signedOut = 'x x x x x'

export const filingRowOf = (standing: FilingStanding, person: string): string =>
  person === 'nobody' ? signedOut : (filingMatrix[standing][person] ?? nothing)
