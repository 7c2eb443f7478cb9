import { CalendarPlus } from 'lucide-react'
import { handFile } from '../../device/web/hand-file.ts'
import { Button } from '../../ui/button.tsx'
import { type CalendarEvent, calendarFile } from '../calendar-file.ts'

/** Hands a calendar file to the device, made here, so that it needs no network. */
export function CalendarButton(props: { events: readonly CalendarEvent[]; timeZone: string; word: string }) {
  const { events, timeZone, word } = props
  const hand = () => {
    const file = new Blob([calendarFile(events, timeZone, new Date())], { type: 'text/calendar' })
    handFile(file, 'conference.ics')
  }
  return (
    <Button icon={CalendarPlus} onClick={hand}>
      {word}
    </Button>
  )
}
