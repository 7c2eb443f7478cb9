import { type FormEvent, useState } from 'react'
import { type AskedKind, askedKinds } from '../../communications/communication.ts'
import { CountCompleteness, GetYearPlan, SetWindow } from '../../communications/contract.ts'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { YearPlan } from './year-plan.tsx'
import styles from './completeness.module.css'

type WindowFormProps = { communication: YearPlan['communications'][number]; schoolId: string | undefined }

/** The days of one communication and what it asks, for the district or for one school. */
export function WindowForm({ communication, schoolId }: WindowFormProps) {
  const { say, locale } = useWords()
  const own = communication.own.find((one) => one.schoolId === schoolId)
  const { opensOn, closesOn, asks } = own ?? communication
  const [typed, setTyped] = useState<{ opensOn: string; closesOn: string; asks: readonly AskedKind[] }>()
  const days = typed ?? { opensOn, closesOn, asks }
  const set = useAct(SetWindow, {
    refreshes: [GetYearPlan, CountCompleteness],
    onDone: () => setTyped(undefined),
  })
  const send = (body: object) =>
    set.mutate({
      params: { id: newId() },
      body: { communicationId: communication.id, ...(schoolId ? { schoolId } : {}), ...body },
    })
  const save = (event: FormEvent) => {
    event.preventDefault()
    send({ days: { opensOn: days.opensOn, closesOn: days.closesOn }, asks: [...days.asks] })
  }
  const asked = (kind: AskedKind, on: boolean) =>
    askedKinds.filter((one) => (one === kind ? on : days.asks.includes(one)))
  return (
    <form className={styles['plan']} onSubmit={save} aria-label={communication.name[locale]}>
      <h2>
        {communication.name[locale]}
        {own && <small> · {say('communications.own-days')}</small>}
      </h2>
      <div className={styles['days']}>
        <Field
          label={say('communications.opens-on')}
          type="date"
          required
          value={days.opensOn}
          onChange={(event) => setTyped({ ...days, opensOn: event.currentTarget.value })}
        />
        <Field
          label={say('communications.closes-on')}
          type="date"
          required
          min={days.opensOn}
          value={days.closesOn}
          onChange={(event) => setTyped({ ...days, closesOn: event.currentTarget.value })}
        />
      </div>
      <fieldset>
        <legend>{say('communications.asks')}</legend>
        {askedKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={say(`communications.asks-${kind}`)}
            checked={days.asks.includes(kind)}
            onChange={(event) => setTyped({ ...days, asks: asked(kind, event.currentTarget.checked) })}
          />
        ))}
      </fieldset>
      {set.error && (
        <Notice kind="problem">
          {set.error instanceof ApiRefusal ? set.error.sentence : say('communications.not-done')}
        </Notice>
      )}
      {set.isSuccess && !typed && <Notice kind="success">{say('communications.days-kept')}</Notice>}
      <div className={styles['buttons']}>
        <Button type="submit" busy={set.isPending}>
          {say('communications.save-days')}
        </Button>
        {own && (
          <Button look="plain" onClick={() => send({})}>
            {say('communications.follow-district')}
          </Button>
        )}
      </div>
    </form>
  )
}
