/**
 * Who may do what with a device that Ms. Rivera handed to Mika's class. A principal can read it.
 *
 *   y  may            -  not there      x  must sign in first      h  this device is with the class
 *
 * The acts, in order: hand a device to this class · see when devices were handed over · bring in Mika's work by her
 * hand-over · take hers back · see what Mika made on it.
 */
export const handoverActs = ['hand over', 'list', 'bring', 'take back', 'see'] as const
export type HandoverAct = (typeof handoverActs)[number]

const nothing = '- - - - -'
/** Mika's family sees it, because Ms. Rivera chose so before she let go. */
const family = '- - - - y'

/** Whoever is not named finds nothing there. The device itself takes itself back with her password alone. */
export const handoverMatrix: Record<string, string> = {
  'the device': 'h h y y h',
  rivera: 'y y y - y',
  dubois: 'y y - - y',
  mika: '- - - - y',
  amara: family,
  tomas: family,
  nobody: 'x x x x x',
}

export const handoverRowOf = (person: string): string => handoverMatrix[person] ?? nothing
