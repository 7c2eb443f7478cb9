/**
 * Who may do what in a group of Ms. Rivera's with Mika and Noor, in which Ms. Okafor, who teaches neither, is beside her, and Ms. Amari, a counsellor
 * who teaches in no class; Ms. Dubois, who teaches both in their class, was and is no longer.
 * Mika shows a piece there and nowhere else; Noor said something about it. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: find the space · its wall · the piece · decide what it is for its learners · bring in another
 * learner · archive it · read what was said · say something · report what Noor said · hide it ·
 * see what waits in it · give feedback · read it.
 */
export const gatherActs = [
  'space',
  'wall',
  'piece',
  'rule',
  'seat',
  'archive',
  'read',
  'say',
  'report',
  'hide',
  'waiting',
  'answer',
  'answers',
] as const
export type GatherAct = (typeof gatherActs)[number]

export const standings = ['active', 'visible', 'hidden', 'archived'] as const
export type Standing = (typeof standings)[number]

const keeps = 'y y y y y y y y y y y y y'
// what is archived can be opened again, and nothing in it is read meanwhile; what was reported is still dealt with
const keepsArchived = 'y - - y y y - - n y - - -'
// her own work, and what was said of it, stay hers
const own = '- - y - - - y n y n - n y'
// nobody would look at it while it is archived, so nobody is promised that
const ownArchived = '- - y - - - y n n n - n y'

const matrix: Record<Standing, Record<string, string>> = {
  active: {
    mika: 'y y y n n n y y y n - n y',
    noor: 'y y y n n n y y n n - n -',
    rivera: keeps,
    okafor: keeps,
    amari: keeps,
  },
  visible: {
    mika: 'y y y n n n y n y n - n y',
    noor: 'y y y n n n y n n n - n -',
    rivera: keeps,
    okafor: keeps,
    amari: keeps,
  },
  hidden: { mika: own, rivera: keeps, okafor: keeps, amari: keeps },
  archived: { mika: ownArchived, rivera: keepsArchived, okafor: keepsArchived, amari: keepsArchived },
}

const nothing = gatherActs.map(() => '-').join(' ')
const signedOut = gatherActs.map(() => 'x').join(' ')

export const gatherRowOf = (standing: Standing, person: string): string =>
  person === 'nobody' ? signedOut : (matrix[standing][person] ?? nothing)
