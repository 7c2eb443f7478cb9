/**
 * The way in for a guardian without a password to invent: a link on paper or by mail, and a PIN that is told in
 * another way. The school makes it, renews it and takes it back; it opens no more than the tie to a child does.
 */
export const welcomeStates = ['none', 'waiting', 'opened', 'resting', 'lapsed'] as const

export const welcomeDays = 90
export const pinDigits = 6
/** After so many wrong PINs in a row the link rests until the school renews it. */
export const mostWrongPins = 10
/** After so many in a district, on whatever links, nobody comes in by PIN for a while. */
export const mostWrongPinsTogether = 200
export const restMinutes = 10
/** For whoever wants a password after all. */
export const shortestPassword = 8
export const shortestName = 3
export const mostAtOnce = 200

/** What somebody typed, without what people put between digits. */
export const pinOf = (typed: string): string => typed.replaceAll(/[\s.-]/g, '').slice(0, pinDigits + 1)
