import { type FormEvent, useRef, useState } from 'react'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AssignSlot, GetConferencePlan } from '../contract.ts'
import styles from './appointments.module.css'
import { useSchoolTime } from './school-time.ts'
import type { Plan } from './timetable.tsx'

type Family = Plan['families'][number]

/** Learners without a time, with what their families said, and a way to give them one. */
export function WithoutTime({ plan }: { plan: Plan }) {
  const { say } = useWords()
  const missing = plan.families.filter(
    ({ hasTime, guardians }) => !hasTime || guardians.some(({ wish, hasTime: has }) => wish && !has),
  )
  if (missing.length === 0) return <p>{say('appointments.missing-nobody')}</p>
  return (
    <ul className={styles['missing']}>
      {missing.map((family) => (
        <li key={family.learner.id}>
          <strong>{family.learner.name}</strong>
          {family.guardians.length === 0 && (
            <p className={styles['quiet']}>{say('appointments.no-guardian')}</p>
          )}
          {family.guardians.map(({ id, name, hasTime, wish }) => (
            <p key={id}>
              {name}
              {hasTime && <span className={styles['quiet']}> · {say('appointments.own-time')}</span>}
              {wish && !hasTime && <q className={styles['wish']}>{wish.words}</q>}
            </p>
          ))}
          <GiveTime family={family} plan={plan} />
        </li>
      ))}
    </ul>
  )
}

function GiveTime({ family, plan }: { family: Family; plan: Plan }) {
  const { say } = useWords()
  const { sayWhen } = useSchoolTime()
  const id = useRef(newId())
  const without = family.guardians.filter(({ hasTime }) => !hasTime)
  const [guardianId, setGuardianId] = useState(without[0]?.id ?? '')
  const [slotId, setSlotId] = useState('')
  const assign = useAct(AssignSlot, { refreshes: [GetConferencePlan] })
  const free = plan.days
    .flatMap((day) => day.slots)
    .filter((slot) => !slot.booking && !slot.cancelled && !slot.past)
  if (free.length === 0) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!slotId || assign.isPending) return
    const body = { slotId, learnerId: family.learner.id, guardianId: guardianId || null, replaces: null }
    assign.mutate({ params: { id: id.current }, body })
  }
  return (
    <details className={styles['acts']}>
      <summary>
        {say('appointments.give-one')} <span className="unseen">{family.learner.name}</span>
      </summary>
      <form className={styles['give']} onSubmit={send}>
        {without.length > 1 && (
          <Select
            label={say('appointments.for-family')}
            value={guardianId}
            onChange={(event) => setGuardianId(event.currentTarget.value)}
          >
            {without.map(({ id: guardian, name }) => (
              <option key={guardian} value={guardian}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <Select
          label={say('appointments.give-slot')}
          value={slotId}
          required
          onChange={(event) => setSlotId(event.currentTarget.value)}
        >
          <option value="">{say('appointments.pick')}</option>
          {free.map((slot) => (
            <option key={slot.id} value={slot.id}>
              {sayWhen(slot)}
            </option>
          ))}
        </Select>
        <Button
          type="submit"
          busy={assign.isPending}
          aria-label={`${say('appointments.give-time')}: ${family.learner.name}`}
        >
          {say('appointments.give-time')}
        </Button>
        {assign.error && (
          <Notice kind="problem">
            {assign.error instanceof ApiRefusal ? assign.error.sentence : say('appointments.not-sent')}
          </Notice>
        )}
      </form>
    </details>
  )
}
