/**
 * Who may do what with a piece of Mika's, for every audience she may have chosen. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: see it · see who sees it · open its picture · read its feedback · look at earlier
 * revisions · add an attempt · edit · rename · share · withdraw · delete · give feedback · answer feedback.
 */
export const acts = [
  'see',
  'who',
  'picture',
  'feedback',
  'earlier',
  'add',
  'edit',
  'rename',
  'share',
  'withdraw',
  'delete',
  'give',
  'reply',
] as const
export type Act = (typeof acts)[number]

export type Sharing = 'only me' | 'my teachers' | 'my family' | 'my class' | 'deleted'

/** Why each of them is in the matrix. */
export const people: Record<string, string> = {
  mika: 'the learner herself',
  noor: 'a classmate',
  ines: 'was in the class until November',
  theo: 'her little brother, in another class',
  jonas: 'a learner of another school',
  rivera: 'her teacher',
  dubois: 'her other teacher',
  okafor: 'teaches another class of the school',
  amari: 'a counsellor of the school, in no class',
  halvorsen: 'teaches at another school',
  amara: 'her mother',
  tomas: 'her father, in another household',
  leila: 'the mother of a classmate',
  chen: 'the principal: counts, not work',
  singh: 'the office: counts, not work',
  ravi: 'a learner of another district',
  marsh: 'a teacher of another district',
  doyle: 'a principal of another district',
  nobody: 'signed out',
}

const nothing = '- - - - - - - - - - - - -'
const signedOut = 'x x x x x x x x x x x x x'
const owner = 'y y y y y y y y y y y n y'

/** Whoever is not named in a sharing finds nothing there. */
export const matrix: Record<Sharing, Record<string, string>> = {
  // there is no share to withdraw
  'only me': {
    mika: 'y y y y y y y y y - y n y',
  },
  'my teachers': {
    mika: owner,
    rivera: 'y y y y - n n n n n n y n',
    dubois: 'y y y y - n n n n n n y n',
  },
  'my family': {
    mika: owner,
    amara: 'y y y y - n n n n n n n n',
    tomas: 'y y y y - n n n n n n n n',
  },
  'my class': {
    mika: owner,
    noor: 'y y y - - n n n n n n n -',
    rivera: 'y y y y - n n n n y n y n',
    dubois: 'y y y y - n n n n y n y n',
  },
  // the learner can still look, and restore it; nothing else happens to what is deleted
  deleted: {
    mika: 'y y y y y n n n n y n n y',
  },
}

export const rowOf = (sharing: Sharing, person: string): string =>
  person === 'nobody' ? signedOut : (matrix[sharing][person] ?? nothing)
