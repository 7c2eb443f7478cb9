/**
 * A calendar file (RFC 5545) with the school's own time zone spelled out, so that a phone anywhere shows the hour
 * at which somebody has to be there.
 */
export type CalendarEvent = {
  /** stays the same when the meeting moves, so that a calendar replaces it */
  id: string
  startsAt: string
  /** the day and the minutes from midnight, as the school's clock says them */
  heldOn: string
  fromMinute: number
  toMinute: number
  title: string
  place: string
  words: string
}

export function calendarFile(events: readonly CalendarEvent[], timeZone: string, stampedAt: Date): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cairn//Conferences//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...zoneLines(timeZone, events),
    ...events.flatMap((event) => eventLines(event, timeZone, stampedAt)),
    'END:VCALENDAR',
  ]
    .map(fold)
    .map((line) => `${line}\r\n`)
    .join('')
}

function eventLines(event: CalendarEvent, timeZone: string, stampedAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@cairn`,
    `DTSTAMP:${stamp(stampedAt.getTime())}Z`,
    `DTSTART;TZID=${timeZone}:${stamp(localMoment(event, event.fromMinute))}`,
    `DTEND;TZID=${timeZone}:${stamp(localMoment(event, event.toMinute))}`,
    `SUMMARY:${escape(event.title)}`,
    ...(event.place ? [`LOCATION:${escape(event.place)}`] : []),
    ...(event.words ? [`DESCRIPTION:${escape(event.words)}`] : []),
    'END:VEVENT',
  ]
}

/**
 * The offsets that hold for these meetings, each from midnight of its first day. They are the server's: what a
 * phone believes about the zone may be older than the zone's last law.
 */
function zoneLines(timeZone: string, events: readonly CalendarEvent[]): string[] {
  const inOrder = events.toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
  const first = inOrder.filter(
    (event, place) => place === 0 || offsetOf(event) !== offsetOf(inOrder[place - 1] ?? event),
  )
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...first.flatMap((event, place) => [
      'BEGIN:STANDARD',
      `DTSTART:${stamp(Date.parse(`${event.heldOn}T00:00Z`))}`,
      `TZOFFSETFROM:${offset(offsetOf(first[place - 1] ?? event))}`,
      `TZOFFSETTO:${offset(offsetOf(event))}`,
      'END:STANDARD',
    ]),
    'END:VTIMEZONE',
  ]
}

const localMoment = (event: CalendarEvent, minute: number): number =>
  Date.parse(`${event.heldOn}T00:00Z`) + minute * 60_000

const offsetOf = (event: CalendarEvent): number =>
  localMoment(event, event.fromMinute) - Date.parse(event.startsAt)

function offset(milliseconds: number): string {
  const minutes = Math.abs(Math.round(milliseconds / 60_000))
  const two = (number: number) => String(number).padStart(2, '0')
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}

function stamp(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
}

function escape(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

/** A line is at most 75 bytes; what is longer goes on in the next, after a blank, and no letter is cut in two. */
function fold(line: string): string {
  const bytes = new TextEncoder()
  let [folded, length] = ['', 0]
  for (const sign of line) {
    const more = bytes.encode(sign).length
    if (length + more > 75) {
      folded += '\r\n '
      length = 1
    }
    folded += sign
    length += more
  }
  return folded
}
