/**
 * Who may do what with a conference of Mika's, held with her mother Amara. A principal can read it.
 *
 *   y  may            n  sees it, may not      -  not there      x  must sign in first
 *
 * The acts, in order: see the round · open a round for her class · see who is ready · see what she chose · prepare it ·
 * begin a meeting · read this meeting · write down what Amara said · write down what Mika said · turn its page.
 */
export const conferenceActs = [
  'round',
  'open',
  'board',
  'choices',
  'prepare',
  'begin',
  'read',
  'say for the family',
  'say for her',
  'turn',
] as const
export type ConferenceAct = (typeof conferenceActs)[number]

const nothing = '- - - - - - - - - -'
const teacher = 'y y y y n y y y n y'
const classmate = 'y - - - y - - - - -'

/** Whoever is not named finds nothing there. `prepare` is of one's own conference in the round. */
export const conferenceMatrix: Record<string, string> = {
  mika: 'y - - y y y y y y y',
  rivera: teacher,
  dubois: teacher,
  // her own words are hers to write; her hand on the page is not
  amara: 'y - - y n n y y n n',
  // another household: the choices, and nothing of what was said with Amara
  tomas: 'y - - y n n - - - -',
  noor: classmate,
  leila: 'y - - - n - - - - -',
  nobody: 'x x x x x x x x x x',
}

/** Hidden from learners and families: what was begun, and whoever took part, stays; nobody else finds it. */
const hidden: typeof conferenceMatrix = { tomas: nothing, noor: nothing, leila: nothing }

export const conferenceStandings = ['held', 'held, and the class hidden since'] as const

export const conferenceRowOf = (standing: (typeof conferenceStandings)[number], person: string): string =>
  (standing === 'held' ? undefined : hidden[person]) ?? conferenceMatrix[person] ?? nothing
