/**
 * A showcase event: a day on which learners stand at places with what they chose to show, and guests walk round. It
 * belongs to a school and is opened by a teacher or the school; what is shown stays the learners'.
 */
export const exhibitionStates = ['before', 'open', 'over', 'ended'] as const
export type ExhibitionState = (typeof exhibitionStates)[number]

export const longestTitle = 120
export const longestWords = 1_000
export const longestPlace = 80
export const mostPlaces = 40
export const mostClasses = 40

/** The visitors' map is so many fields wide and deep. */
export const mapSide = 6

export const longestReason = 500
export const longestCard = 600

/** So long thanks can be read at the link, after the event is over. */
export const thankingDays = 14

type Hours = { heldOn: string; guestsFrom: string; fromMinute: number; toMinute: number }
type Spot = { row?: number | undefined; column?: number | undefined }
type Places = { places: ({ id: string } & Spot)[] }

/** What is wrong with a day and its places, if anything is. */
export function faultIn(
  { heldOn, guestsFrom, fromMinute, toMinute, places }: Hours & Places,
  today: string,
): Record<string, string> | undefined {
  if (heldOn < today) return { heldOn: 'past' }
  if (guestsFrom > heldOn) return { guestsFrom: 'later_than_the_day' }
  if (fromMinute >= toMinute) return { toMinute: 'before_it_begins' }
  if (new Set(places.map(({ id }) => id)).size < places.length) return { places: 'twice' }
  if (places.some(({ row, column }) => (row === undefined) !== (column === undefined))) {
    return { places: 'half_a_spot' }
  }
  const spots = places.filter(isOnMap).map(({ row, column }) => `${row} ${column}`)
  if (new Set(spots).size < spots.length) return { places: 'same_spot' }
  return undefined
}

export const isOnMap = ({ row, column }: Spot): boolean => row !== undefined && column !== undefined

type Span = { fromMinute?: number | undefined; toMinute?: number | undefined }

/** From when to when, or no time at all. */
export const isSpan = ({ fromMinute, toMinute }: Span): boolean =>
  fromMinute === undefined || toMinute === undefined ? fromMinute === toMinute : fromMinute < toMinute
