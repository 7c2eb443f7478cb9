import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { type Area, type Pin, sayTime, whereabouts } from '../pin.ts'

const ninths = {
  start: { start: 'pins.upper-left', middle: 'pins.upper-middle', end: 'pins.upper-right' },
  middle: { start: 'pins.middle-left', middle: 'pins.middle', end: 'pins.middle-right' },
  end: { start: 'pins.lower-left', middle: 'pins.lower-middle', end: 'pins.lower-right' },
} as const satisfies Record<string, Record<string, WordKey>>

/** A pin's place in words: "upper left", "from 0:05 to 0:09", "page 3", “the ice sings”. */
export function useSayPlace(): (pin: Pin) => string {
  const { say } = useWords()
  const sayArea = (area: Area) => {
    const { across, down } = whereabouts(area)
    return say(ninths[down][across])
  }
  return (pin) => {
    if (pin.kind === 'words') return say('pins.quote', { words: shortened(pin.quote) })
    if (pin.kind === 'spot') return sayArea(pin.area)
    if (pin.kind === 'moment') {
      if (pin.to === null) return say('pins.at', { time: sayTime(pin.from) })
      return say('pins.from-to', { from: sayTime(pin.from), to: sayTime(pin.to) })
    }
    const page = say('pins.page', { number: pin.page })
    return pin.area ? `${page}, ${sayArea(pin.area)}` : page
  }
}

const longestSaid = 80

function shortened(quote: string): string {
  return quote.length > longestSaid ? `${quote.slice(0, longestSaid - 1).trimEnd()}…` : quote
}
