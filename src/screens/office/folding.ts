/** So many schools are shown whole; of more each is a line that opens, or a page would be a hundred screens long. */
const shownWhole = 3

export const isFolded = (schools: number): boolean => schools > shownWhole
