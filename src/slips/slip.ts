/** What a guest leaves for a learner at a showcase event: words, a short recording or a drawing. */
export const longestSlip = 600
export const longestSignature = 60

/** How long a recording made on the page may be. */
export const longestVoice = 60

/** The most a recording or a drawing may weigh: a minute from any telephone, and no film. */
export const largestSlipFile = 4 * 1024 * 1024

/** One guest's slips, those to one learner, those of one event, and files at one event, in so many minutes. */
export const mostSlips = { guest: 5, stand: 30, exhibition: 300, files: 120 }
export const slipMinutes = 10

/** Why a slip was not taken, in words of the page. */
export type SlipTrouble = 'empty' | 'rests' | 'large' | 'file'

/** Only what a telephone records or a finger draws, told by its bytes; no document and no package. */
const takenWays = new Set(['picture', 'mp4', 'matroska', 'ogg', 'flac', 'frames', 'wave', 'foreign'])
export const isTaken = (way: string): boolean => takenWays.has(way)
