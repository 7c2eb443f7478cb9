/**
 * Where a district's rosters come from by themselves: files that lie in a folder, and a server that is asked every
 * night; and what the columns of its own extracts are.
 */
export const serverVersions = ['1.1', '1.2'] as const
export type ServerVersion = (typeof serverVersions)[number]

/** Each night once, whenever the machine is awake. */
export const hoursBetweenAskings = 20
