import { heldNow, pagesOf } from '../../conferences/conference.ts'
import type { Preparation } from '../../conferences/web/prepared.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type Meeting = Preparation['conferences'][number]
type OpenProps = {
  prepared: Preparation
  /** what this device closed itself, though that may not have arrived yet */
  closedHere: string | undefined
  onGoOn: (open: Meeting, shown: readonly string[]) => void
}

/** A meeting that another device began and did not close: this one can go on with it, from the page it was at. */
export function OpenElsewhere({ prepared, closedHere, onGoOn }: OpenProps) {
  const { say, sayDate, sayList } = useWords()
  const open = heldNow(prepared.conferences, closedHere)
  const page = open?.page
  if (!open?.may.lead || !page) return null
  const shown = pagesOf(prepared)
    .slice(0, page)
    .flatMap((one) => (one.kind === 'choice' && one.choice.piece ? [one.choice.piece.id] : []))
  return (
    <Notice
      kind="note"
      title={say('conferences.open-elsewhere', { when: sayDate(open.begunAt, 'moment') })}
      action={<Button onClick={() => onGoOn(open, shown)}>{say('conferences.go-on-here')}</Button>}
    >
      {open.people.length > 0 && sayList(open.people.map(({ name }) => name))}
    </Notice>
  )
}
