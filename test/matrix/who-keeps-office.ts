/**
 * Who keeps the office’s register and reads its logbook. A principal can read it.
 *
 *   y  may            -  not there      x  must sign in first
 *
 * The acts, in order: read what was done by office · find anyone · open Mika’s page as the office keeps it · change her
 * name · give her a new password · sign her out · add a guardian · look what a merge would do · make two records one ·
 * note that she leaves · enter somebody · look who is in her class · open a class of her school ·
 * give hers a substitute for some days · read what waits for the office · see what the program could not do · try it
 * again · see who may be here twice · see how much is stored · see who is chosen beforehand for new work · decide it ·
 * decide it otherwise for her school ·
 * see whether support is let in · see which server translates · name one · say whose first passwords are changed ·
 * see the schools of the district · name one · close one.
 */
export const officeActs = [
  'logbook',
  'find',
  'open',
  'rename',
  'password',
  'sign out',
  'guardian',
  'compare',
  'merge',
  'depart',
  'enter',
  'class',
  'open class',
  'substitute',
  'waiting',
  'errands',
  'retry',
  'twins',
  'storage',
  'suggested',
  'suggest',
  'suggest here',
  'support',
  'translator',
  'translate',
  'own passwords',
  'schools',
  'name school',
  'close school',
] as const
export type OfficeAct = (typeof officeActs)[number]

/** Whoever is not named finds nothing there: no teacher, no family, not the child herself. */
export const officeMatrix: Record<string, string> = {
  // the district's office
  singh: 'y y y y y y y y y y y y y y y y y y y y y y y y y y y y y',
  // a principal reads what was done at her schools, and keeps their classes, and nobody's record
  chen: 'y - - - - - - - - - - y y y y - - - y y n y - - - y - - -',
  doyle: 'y - - - - - - - - - - - - - y - - - y y n - - - - - - - -',
  nobody: 'x x x x x x x x x x x x x x x x x x x x x x x x x x x x x',
}

export const officeRowOf = (person: string): string =>
  officeMatrix[person] ?? '- - - - - - - - - - - - - - - - - - - - - - - - - - - - -'
