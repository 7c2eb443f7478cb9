/**
 * Who brings rosters and lets people in. A principal can read it.
 *
 *   y  may            -  not there      x  must sign in first
 *
 * The acts, in order: bring a roster · read the history · say where rosters come from · see who of Division 3 has a way
 * in · make first passwords for Division 3 · make first passwords for the staff of Cedar Hill.
 */
export const rosterActs = ['bring', 'history', 'feeds', 'see', 'learners', 'staff'] as const
export type RosterAct = (typeof rosterActs)[number]

/** Whoever is not named finds nothing there: not the child, nor the family, nor a teacher of another class. */
export const rosterMatrix: Record<string, string> = {
  singh: 'y y y y y y',
  chen: '- - - y y y',
  rivera: '- - - y y -',
  dubois: '- - - y y -',
  nobody: 'x x x x x x',
}

export const rosterRowOf = (person: string): string => rosterMatrix[person] ?? '- - - - - -'
