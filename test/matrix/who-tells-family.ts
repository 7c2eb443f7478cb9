/**
 * Who may do what between a family and school: with what Mika gave her family to ask about, with the weekly letter,
 * and with who has looked. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: hear what Mika gave to ask about · give something in her name · take hers back · answer it ·
 * have who looked at her work · choose a weekly letter for oneself · say what letters of her school may hold · list her
 * class's families · make her mother's link.
 */
export const familyActs = [
  'hear',
  'give',
  'take back',
  'answer',
  'looks',
  'letter',
  'rule',
  'families',
  'link',
] as const
export type FamilyAct = (typeof familyActs)[number]

const nothing = '- - - - - - - - -'
/** Her mother signs in with a password, so that a link is not hers. */
const teacher = 'y n n n - - - y n'

/** Whoever is not named finds nothing there. Somebody who guards another child chooses letters about that child. */
const matrix: Record<string, string> = {
  mika: 'y y y n y - - - -',
  rivera: teacher,
  dubois: teacher,
  amara: 'y n n y y y - - -',
  tomas: 'y n n y y y - - -',
  leila: '- - - - - y - - -',
  okafor: '- - - - - y - - -',
  // counts and addresses, not what is said
  chen: '- - - - - - y y n',
  singh: '- - - - - - y y n',
  nobody: 'x x x x x x x x x',
}

export const familyRowOf = (person: string): string => matrix[person] ?? nothing
