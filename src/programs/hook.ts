const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute

/** A few times at once; then five minutes, twice as long each time, at most half a day. */
export const waitAfterTries = (tries: number): number =>
  tries < 4 ? second : Math.min(5 * minute * 2 ** (tries - 4), day / 2)

/** For so long nobody took anything: then a hook rests. */
export const patience = 3 * day
/** What nobody took is kept for so long, for a hook that rests. */
export const keptDays = 30
/** A new secret signs at once, and the one before for as long as this beside it. */
export const bothSecretsFor = day
/** No call takes longer, so that a worker that fell silent holds nothing up. */
export const longestCall = minute
/** Then others have their turn. */
export const longestTurn = minute / 2

/** The other side is away, or too busy: what follows would not be taken either. Other refusals are of this call alone. */
export const isAway = (trouble: string): boolean =>
  !/^4\d\d$/.test(trouble) || ['408', '425', '429'].includes(trouble)
