/**
 * Who may do what with a printed sheet of Mika's, for every way it may stand. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: learn whose it is from its code · read the list of the class's papers · print for the
 * class · file a page as the next attempt at Mika's response.
 */
export const paperActs = ['know', 'list', 'print', 'add'] as const
export type PaperAct = (typeof paperActs)[number]

export type PaperStanding =
  | 'with a response her teachers see'
  | 'with a response she took back'
  | 'when the class is hidden from its learners'
  | 'when Mika has left the class'

const teacher = 'y y y y'

/** Whoever is not named finds nothing there: a family or a classmate who picks it up learns nothing. */
export const paperMatrix: Record<PaperStanding, Record<string, string>> = {
  // her own next attempt is added as always, not by this door
  'with a response her teachers see': { rivera: teacher, dubois: teacher, mika: 'y - - n' },
  'with a response she took back': { rivera: 'y y y -', dubois: 'y y y -', mika: 'y - - -' },
  'when the class is hidden from its learners': { rivera: teacher, dubois: teacher, mika: 'y - - n' },
  'when Mika has left the class': { rivera: '- y y -', dubois: '- y y -', mika: 'y - - n' },
}

const nothing = '- - - -'
const signedOut = 'x x x x'

export const paperRowOf = (standing: PaperStanding, person: string): string =>
  person === 'nobody' ? signedOut : (paperMatrix[standing][person] ?? nothing)
