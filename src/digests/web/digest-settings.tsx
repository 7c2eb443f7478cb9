import { useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioTiles } from '../../ui/choices.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetDigestChoice, KeepDigestChoice } from '../contract.ts'
import { type DigestWay, digestHours, digestWays, sayHour, sayWeekday, weekdays } from '../digest.ts'
import styles from './digests.module.css'

type Choice = Answer<typeof GetDigestChoice>

export function DigestSettings() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(GetDigestChoice, {})
  if (data) return <Settings choice={data} />
  if (!error) return <Loading />
  return (
    <Notice
      kind="problem"
      title={say('family.not-reached')}
      action={<Button onClick={() => void refetch()}>{say('people.away-try')}</Button>}
    />
  )
}

function Settings({ choice }: { choice: Choice }) {
  const { say } = useWords()
  const { email, phone, ways, way } = choice
  const where = way === 'text' ? phone : email
  if (!ways.mail && !ways.text) return <p>{say('digests.none-leaves')}</p>
  return (
    <>
      {email === null && phone === null && <p>{say('digests.nobody-known')}</p>}
      {where !== null && way !== 'none' && <p>{say('digests.to', { where })}</p>}
      <ul>
        {choice.children.map(({ name, tells }) => (
          <li key={name}>{say(`digests.tells-${tells}`, { name })}</li>
        ))}
      </ul>
      <ChoiceForm choice={choice} />
    </>
  )
}

function ChoiceForm({ choice }: { choice: Choice }) {
  const { say, locale } = useWords()
  const { email, phone, ways, way, weekday, hour } = choice
  const known = { way, weekday, hour }
  const [changed, setChanged] = useState<Partial<typeof known>>({})
  const chosen = { ...known, ...changed }
  const change = (next: typeof changed) => setChanged({ ...changed, ...next })
  const keep = useAct(KeepDigestChoice, { refreshes: [GetDigestChoice] })
  const open: Record<DigestWay, boolean> = {
    mail: ways.mail && email !== null,
    text: ways.text && phone !== null,
    none: true,
  }
  const offered = digestWays.filter((one) => open[one] || one === way)
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate({ body: chosen })
      }}
    >
      <RadioTiles
        label={say('digests.way')}
        value={chosen.way}
        choices={offered.map((value) => ({ value, label: say(`digests.way-${value}`) }))}
        onChange={(next) => change({ way: next })}
      />
      {chosen.way !== 'none' && (
        <div className={styles['when']}>
          <Select
            label={say('digests.day')}
            value={chosen.weekday}
            onChange={(event) => change({ weekday: Number(event.currentTarget.value) })}
          >
            {weekdays.map((one) => (
              <option key={one} value={one}>
                {sayWeekday(locale, one)}
              </option>
            ))}
          </Select>
          <Select
            label={say('digests.hour')}
            value={chosen.hour}
            onChange={(event) => change({ hour: Number(event.currentTarget.value) })}
          >
            {digestHours.map((one) => (
              <option key={one} value={one}>
                {sayHour(locale, one)}
              </option>
            ))}
          </Select>
        </div>
      )}
      <Button type="submit" look="primary" busy={keep.isPending}>
        {say('digests.keep')}
      </Button>
      {keep.isSuccess && <Notice kind="success">{say('digests.kept')}</Notice>}
      {keep.error && <Notice kind="problem">{say('askings.not-kept')}</Notice>}
    </form>
  )
}
