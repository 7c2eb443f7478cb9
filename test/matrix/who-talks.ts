import type { Sharing } from './who-may.ts'

/**
 * Who may do what in the conversation about a piece of Mika's: feedback that Ms. Rivera gave by voice, pinned
 * to a place; Mika's spoken answer; an attempt that Ms. Rivera gave back; an exemplar she placed.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: read the rounds · hear the feedback · hear the answer · look at the exemplar · pin
 * feedback · edit it · take it back · write down what it says · answer by voice · set the focus · give back for
 * another go · take that back · say there will be no other go · place an exemplar · take it away.
 */
export const talkActs = [
  'rounds',
  'hear',
  'hear answer',
  'exemplar',
  'pin',
  'edit',
  'retract',
  'transcribe',
  'answer',
  'focus',
  'give back',
  'keep as is',
  'no other go',
  'place',
  'remove',
] as const
export type TalkAct = (typeof talkActs)[number]

const nothing = '- - - - - - - - - - - - - - -'
const signedOut = 'x x x x x x x x x x x x x x x'
const owner = 'y y y y n n n n y y n n y n n'
const giver = 'y y y y y y y y n y y y n y y'
const colleague = 'y y y y y n n n n y y n n y n'
const family = 'y y y y n n n n n n n n n n n'
// sees the piece and none of the conversation: what would touch the work is refused, the rest is not there
const classmate = '- - - - n - - - - - - - - n -'

/** Whoever is not named in a sharing finds nothing there. */
const matrix: Record<Sharing, Record<string, string>> = {
  'only me': { mika: owner },
  'my teachers': { mika: owner, rivera: giver, dubois: colleague },
  'my family': { mika: owner, amara: family, tomas: family },
  'my class': { mika: owner, rivera: giver, dubois: colleague, noor: classmate },
  // her own answers stay hers to give; nothing else happens to what is deleted
  deleted: { mika: 'y y y y n n n n y n n n y n n' },
}

export const talkRowOf = (sharing: Sharing, person: string): string =>
  person === 'nobody' ? signedOut : (matrix[sharing][person] ?? nothing)
