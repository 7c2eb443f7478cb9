/**
 * An activity as it stood when a teacher put it where colleagues find it: in the library of their school or
 * of their district. Copying it makes an independent draft; taking it out leaves the copies.
 */
export const shelves = ['own', 'school', 'district'] as const

/** One's own shelf holds one's own activities; nothing is put on it. */
export const sharedShelves = ['school', 'district'] as const

export const longestSearch = 200
