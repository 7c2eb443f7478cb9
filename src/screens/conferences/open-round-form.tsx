import { type FormEvent, useRef, useState } from 'react'
import { checklist } from '../../conferences/conference.ts'
import { ListConferenceRounds, OpenConferenceRound } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { RoundFields, type RoundTyped } from './round-fields.tsx'

/** A name and the days: learners can prepare from then on. */
export function OpenRoundForm({ classId }: { classId: string }) {
  const { say } = useWords()
  const id = useRef(newId())
  const [typed, setTyped] = useState<RoundTyped>({
    name: say('conferences.round-name-usual'),
    startsOn: '',
    endsOn: '',
    place: '',
    asks: checklist,
  })
  const open = useKeep(OpenConferenceRound, {
    as: 'conferences.round-waits',
    refreshes: [ListConferenceRounds],
    onDone: () => {
      id.current = newId()
      setTyped({ ...typed, startsOn: '', endsOn: '' })
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (open.isPending || !typed.startsOn || !typed.endsOn) return
    open.mutate({ params: { id: id.current }, body: { classId, ...typed, asks: [...typed.asks] } })
  }
  return (
    <Section title={say('conferences.open-round')}>
      <form className={styles['form']} onSubmit={send}>
        <RoundFields typed={typed} onChange={(some) => setTyped({ ...typed, ...some })} />
        <WhyNot error={open.error} />
        <div>
          <Button type="submit" look="primary" busy={open.isPending}>
            {say('conferences.open-round')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
