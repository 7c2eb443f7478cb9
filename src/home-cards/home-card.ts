/**
 * A card that a young learner takes home. Its code leads to a page of pictures; the child's own picture opens what
 * they share with their family, on that device, until the evening. It is no sign-in: nothing can be written by it,
 * it names no class and no classmate, and whoever finds it sees no more than the child's family may see.
 */
export const mostDays = 366
/** Then the picture is tapped again. */
export const visitHours = 12
/** Of twelve pictures; then the card rests. */
export const mostPictures = 4
export const restMinutes = 10
export const mostAtOnce = 200
/** So many pieces a page: a telephone reads them in one go. */
export const mostShown = 40
