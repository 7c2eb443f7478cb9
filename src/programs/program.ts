/** What a program may read: who is in which class, or how much is documented. Never anybody's work. */
export const readings = ['people', 'counts'] as const
export type Reading = (typeof readings)[number]

/** What a program can be told of. Each says which thing it was, by id, and nothing that anybody wrote. */
export const happenings = ['roster.applied', 'conference.closed', 'hook.tried'] as const
export type Happening = (typeof happenings)[number]
/** Those that somebody chooses; a trial is always told. */
export const chosenHappenings = happenings.filter((one) => one !== 'hook.tried')

/** The key in an Authorization header, or undefined. */
export function keyIn(header: string | undefined): string | undefined {
  return /^Bearer (cairn_key_[\w-]{43})$/.exec(header ?? '')?.[1]
}

export const longestDays = 730
