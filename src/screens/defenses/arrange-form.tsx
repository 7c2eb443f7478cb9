import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { ArrangeAttempt, CallAttempt } from '../../defenses/contract.ts'
import { type Arrangement, ArrangementFields, sentFrom } from '../../defenses/web/arrangement-fields.tsx'
import { type Attempt, type Defense, defenseReads } from '../../defenses/web/defense-words.ts'
import { Trouble } from '../../defenses/web/trouble.tsx'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { fieldOf } from '../../platform/web/day-minutes.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import day from '../../ui/shown-day.module.css'

type ArrangeFormProps = { defense: Defense; attempt: Attempt; again?: boolean; onDone?: () => void }

/** Another day or panel for this attempt, or the day of the next one. */
export function ArrangeForm({ defense, attempt, again = false, onDone }: ArrangeFormProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const [value, setValue] = useState<Arrangement>({
    heldOn: again ? '' : attempt.heldOn,
    from: fieldOf(attempt.fromMinute),
    place: attempt.place,
    staff: attempt.panel.flatMap((seat) => (seat.personId ? [{ id: seat.id, personId: seat.personId }] : [])),
    guests: attempt.panel.flatMap((seat) => (seat.isGuest ? [{ id: seat.id, guest: seat.name }] : [])),
  })
  const [tried, setTried] = useState(false)
  const keepAll = useKeepAll({ as: 'defenses.waiting', refreshes: defenseReads })
  const said = sentFrom(value)
  const keep = useMutation({
    networkMode: 'always',
    mutationFn: (body: NonNullable<typeof said>) =>
      keepAll([
        again
          ? write(CallAttempt, { params: { id: id.current }, body: { defenseId: defense.id, ...body } })
          : write(ArrangeAttempt, { params: { id: attempt.id }, body }),
      ]),
    onSuccess: () => onDone?.(),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (said && !keep.isPending) keep.mutate(said)
  }
  return (
    <form className={day['form']} onSubmit={send} noValidate>
      <ArrangementFields
        value={value}
        staff={defense.staff}
        onChange={(next) => setValue({ ...value, ...next })}
      />
      {tried && !said && <p role="alert">{say('defenses.look-again')}</p>}
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say(again ? 'defenses.call-again' : 'defenses.rearrange-keep')}
        </Button>
        {onDone && (
          <Button look="plain" onClick={onDone}>
            {say('ui.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
