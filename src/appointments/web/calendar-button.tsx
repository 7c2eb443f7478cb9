import { CalendarPlus } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { type CalendarEvent, calendarFile } from '../calendar-file.ts'

/** Hands a calendar file to the device, made here, so that it needs no network. */
export function CalendarButton(props: { events: readonly CalendarEvent[]; timeZone: string; word: string }) {
  const { events, timeZone, word } = props
  const hand = () => {
    const file = new Blob([calendarFile(events, timeZone, new Date())], { type: 'text/calendar' })
    const url = URL.createObjectURL(file)
    const link = document.createElement('a')
    link.href = url
    link.download = 'conference.ics'
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  }
  return (
    <Button icon={CalendarPlus} onClick={hand}>
      {word}
    </Button>
  )
}
