/**
 * Who may do what in a group of Ms. Rivera's with Mika and Noor, in which Ms. Okafor, who teaches neither, is beside her.
 * Mika shows a piece there and nowhere else; Noor said something about it. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: find the space · its wall · the piece · decide what it is for its learners · bring in another
 * learner · archive it · read what was said · say something · report what Noor said · hide it.
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
] as const
export type GatherAct = (typeof gatherActs)[number]

export const standings = ['active', 'visible', 'hidden', 'archived'] as const
export type Standing = (typeof standings)[number]

const keeps = 'y y y y y y y y y y'
// what is archived can be opened again, and nothing in it is read meanwhile
const keepsArchived = 'y - - y y y - - - -'
// her own work, and what was said of it, stay hers
const own = '- - y - - - y n y n'
// nobody would look at it while it is archived, so nobody is promised that
const ownArchived = '- - y - - - y n n n'

const matrix: Record<Standing, Record<string, string>> = {
  active: { mika: 'y y y n n n y y y n', noor: 'y y y n n n y y n n', rivera: keeps, okafor: keeps },
  visible: { mika: 'y y y n n n y n y n', noor: 'y y y n n n y n n n', rivera: keeps, okafor: keeps },
  hidden: { mika: own, rivera: keeps, okafor: keeps },
  archived: { mika: ownArchived, rivera: keepsArchived, okafor: keepsArchived },
}

const nothing = gatherActs.map(() => '-').join(' ')
const signedOut = gatherActs.map(() => 'x').join(' ')

export const gatherRowOf = (standing: Standing, person: string): string =>
  person === 'nobody' ? signedOut : (matrix[standing][person] ?? nothing)
