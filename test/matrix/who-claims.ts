/**
 * Who may do what with what Mika (grade 4) says she can do, and with the tags on her work. Everything that
 * speaks for her is hers alone, for every kind of adult, whatever she shared.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: read the claim · hear its recording · claim for her · put it differently · share it ·
 * delete it · bring it back · see the tags · tag · take a tag off · suggest a tag · take that suggestion back ·
 * accept it · leave it · see the class's counts · open the sky (everybody their own).
 */
export const claimActs = [
  'read',
  'hear',
  'claim',
  'revise',
  'share',
  'delete',
  'restore',
  'tags',
  'tag',
  'untag',
  'suggest',
  'take back',
  'accept',
  'leave',
  'counts',
  'sky',
] as const
export type ClaimAct = (typeof claimActs)[number]

export const claimSharings = ['only me', 'my teachers', 'my family', 'deleted'] as const
export type ClaimSharing = (typeof claimSharings)[number]

/** Learners have a sky of their own; that is all of this that is there for them. */
const learners = ['noor', 'ines', 'theo', 'jonas', 'ravi']
const nothing = '- - - - - - - - - - - - - - - -'
const ownSky = '- - - - - - - - - - - - - - - y'
const signedOut = 'x x x x x x x x x x x x x x x x'
const owner = 'y y y y y y y y y y n n y y - y'
// knows her, and sees nothing of it: to write in her place is refused, the rest is not there
const acquainted = '- - n - - - - - - - - - - - - -'
const teacher = 'y y n n n n - y n n y - - - y -'
const suggester = 'y y n n n n - y n n y y n n y -'
const family = 'y y n n n n - y n n n - - - - -'

const matrix: Record<ClaimSharing, Record<string, string>> = {
  'only me': {
    mika: owner,
    rivera: '- - n - - - - - - - - - - - y -',
    dubois: '- - n - - - - - - - - - - - y -',
    amara: acquainted,
    tomas: acquainted,
  },
  'my teachers': { mika: owner, rivera: suggester, dubois: teacher, amara: acquainted, tomas: acquainted },
  'my family': {
    mika: owner,
    rivera: '- - n - - - - - - - - - - - y -',
    dubois: '- - n - - - - - - - - - - - y -',
    amara: family,
    tomas: family,
  },
  deleted: {
    // what is deleted can only be read by her, brought back, and deleted no second time
    mika: '- y y n n y y y n y n - - - - y',
    rivera: '- - n - - - - - - - - - - - y -',
    dubois: '- - n - - - - - - - - - - - y -',
    amara: acquainted,
    tomas: acquainted,
  },
}

export const claimRowOf = (sharing: ClaimSharing, person: string): string => {
  if (person === 'nobody') return signedOut
  return matrix[sharing][person] ?? (learners.includes(person) ? ownSky : nothing)
}
