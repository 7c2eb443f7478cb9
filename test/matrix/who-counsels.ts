/**
 * Who may do what in a one-to-one that Ms. Amari, a counsellor who teaches in no class, keeps with Mika, and with nobody
 * else. Mika shows one piece there alone; another there, to her class, her teachers and her family. Both were answered by
 * Ms. Amari. Hidden is hidden from Mika and from families; ended is her duty.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: find the space · its wall · what waits in it · the piece that is shown there alone · what was said
 * of it · the piece that is shown widely · what was said of that · is told the name of the space beside it · is shown
 * Ms. Amari’s face beside it · finds the space among a child’s · Mika’s portfolio · her timeline · her goals · her
 * reflections · the tags of that piece · answer the piece shown there alone · give it back · bring somebody in ·
 * decide what it is for its learners · archive it.
 */
export const counselActs = [
  'space',
  'wall',
  'waiting',
  'alone',
  'answers',
  'wide',
  'wideAnswers',
  'name',
  'face',
  'child',
  'portfolio',
  'timeline',
  'goals',
  'reflections',
  'tags',
  'answer',
  'giveBack',
  'seat',
  'rule',
  'archive',
] as const
export type CounselAct = (typeof counselActs)[number]

export const counselStandings = ['active', 'hidden', 'ended'] as const
export type CounselStanding = (typeof counselStandings)[number]

const keeps = 'y y y y y y y y y - - - - - - y y y y y'
// her own work and what was said of it stay hers, and beside it she is told where it is shown
const own = '- - - y y y y y y - y y y y y n n - - -'
// shown to her class as well, her teachers there and her family read what was said, and by whom
const teacher = '- - - - - y y - y - y y y y y - - - - -'
const family = '- - - - - y y y y y y y y y y - - - - -'
const classmate = '- - - - - y - - - - - - - - - - - - - -'

const active = {
  amari: keeps,
  mika: 'y y - y y y y y y - y y y y y n n n n n',
  rivera: teacher,
  dubois: teacher,
  amara: family,
  tomas: family,
  noor: classmate,
}
const hidden = { ...active, mika: own, amara: teacher, tomas: teacher }
// what she said stays with Mika’s work, and she sees it no more
const ended = {
  mika: '- - - y y y y y - - y y y y y n n - - -',
  rivera: '- - - - - y y - - - y y y y y - - - - -',
  dubois: '- - - - - y y - - - y y y y y - - - - -',
  amara: '- - - - - y y y - - y y y y y - - - - -',
  tomas: '- - - - - y y y - - y y y y y - - - - -',
  noor: classmate,
}
const matrix: Record<CounselStanding, Record<string, string>> = { active, hidden, ended }

const nothing = counselActs.map(() => '-').join(' ')
const signedOut = counselActs.map(() => 'x').join(' ')

export const counselRowOf = (standing: CounselStanding, person: string): string =>
  person === 'nobody' ? signedOut : (matrix[standing][person] ?? nothing)
