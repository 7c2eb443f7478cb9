import { people } from './who-may.ts'

/**
 * Who finds what of Mika's in her years, and who opens her letters. A principal can read it.
 *
 *   y  may            n  knows that it is there, but may not open it
 *   -  not there      x  must sign in first
 *
 * In order: find words she kept to herself · find words for her teachers · find words for her family · find what she
 * says she can do, kept to herself · for her teachers · for her family · by a competency, work she tagged and shared with
 * her teachers · open a sealed letter · open one whose day has come · find that letter in her years · delete a sealed
 * letter · bring it back.
 */
export const lookingActs = [
  'find own',
  'find for teachers',
  'find for family',
  'find own claim',
  'find claim for teachers',
  'find claim for family',
  'find tagged',
  'open sealed',
  'open opened',
  'find opened',
  'delete',
  'restore',
] as const

const nothing = '- - - - - - - - - - - -'

/** Whoever is not named here finds nothing; the cast is that of who-may.ts. */
const named: Record<string, string> = {
  mika: 'y y y y y y y n y y y y',
  rivera: '- y - - y - y - - - - -',
  dubois: '- y - - y - y - - - - -',
  amara: '- - y - - y - - - - - -',
  tomas: '- - y - - y - - - - - -',
  nobody: 'x x x x x x x x x x x x',
}

export const lookingRows = Object.keys(people).map((key) => ({
  key,
  letters: (named[key] ?? nothing).split(' '),
}))
