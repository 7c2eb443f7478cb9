/**
 * Who hands out the cards of Théo's class. A principal can read it.
 *
 *   y  may            -  not there      x  must sign in first
 *
 * The acts, in order: make the cards · list them with their codes · choose a picture · renew one that was lost ·
 * put a device at the door of the class · take one away · give one for home · list those · take one back.
 */
export const cardActs = [
  'make',
  'list',
  'picture',
  'renew',
  'put',
  'take away',
  'home',
  'list home',
  'take home',
] as const
export type CardAct = (typeof cardActs)[number]

/** Whoever is not named finds nothing there: not the child, nor the family, nor the office. */
export const cardMatrix: Record<string, string> = {
  okafor: 'y y y y y y y y y',
  nobody: 'x x x x x x x x x',
}

export const cardRowOf = (person: string): string => cardMatrix[person] ?? '- - - - - - - - -'
