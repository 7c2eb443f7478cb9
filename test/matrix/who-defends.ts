/**
 * Who may do what with a presentation of learning of Mika's, set by Ms. Rivera; Ms. Okafor, who does not teach her, sits
 * on the panel with her, and so does a guest. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: see it · arrange another day · change its criteria · let the guest in by a link · write a note as
 * Ms. Okafor · write down what the guest says · say what it came to · say what Mika wants to show · answer for Mika ·
 * ask her mother to it · call it again · call it off.
 */
export const defenseActs = [
  'see',
  'arrange',
  'revise',
  'hand a pass',
  'note',
  'write down',
  'decide',
  'open',
  'answer',
  'invite',
  'call again',
  'call off',
] as const
export type DefenseAct = (typeof defenseActs)[number]

export type DefenseStanding = 'to come' | 'not yet'

const matrix: Record<DefenseStanding, Record<string, string>> = {
  'to come': {
    // what is hers, only she writes
    mika: 'y n n n n n n y n y n n',
    rivera: 'y y y y n y y n n n n y',
    dubois: 'y y y y n y y n n n n y',
    okafor: 'y n n n y y n n n n n n',
  },
  'not yet': {
    mika: 'y n n n n n n n y y n n',
    rivera: 'y n n n n n y n n n y y',
    dubois: 'y n n n n n n n n n y y',
    okafor: 'y n n n n n n n n n n n',
  },
}

const nothing = defenseActs.map(() => '-').join(' ')
const signedOut = defenseActs.map(() => 'x').join(' ')

export const defenseRowOf = (standing: DefenseStanding, person: string): string =>
  person === 'nobody' ? signedOut : (matrix[standing][person] ?? nothing)
