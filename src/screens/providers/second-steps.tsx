import { type FormEvent, useState } from 'react'
import { v7 } from 'uuid'
import { useRefusalWords, WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { DemandSecondStep, EndSecondStepDemand, ListSecondSteps } from '../../second-steps/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './providers.module.css'
import { StaffList } from './staff-list.tsx'

type Steps = Answer<typeof ListSecondSteps>

/** Whether the district demands a second step of its staff, who has one, and help for whoever lost theirs. */
export function SecondSteps() {
  const { say } = useWords()
  const { data } = useRead(ListSecondSteps, {})
  if (!data) return null
  const has = data.staff.filter((one) => one.has)
  return (
    <>
      <p className={styles['quiet']}>{say('providers.step-meaning')}</p>
      {data.demand ? <Standing demand={data.demand} /> : <Demand />}
      <p>{say('providers.step-count', { has: has.length, all: data.staff.length })}</p>
      <StaffList
        title={say('providers.step-without', { count: data.staff.length - has.length })}
        staff={data.staff.filter((one) => !one.has)}
        isAsked={data.demand !== null}
      />
      <StaffList title={say('providers.step-with', { count: has.length })} staff={has} isAsked />
      {data.helped.length > 0 && <Helped helped={data.helped} />}
    </>
  )
}

function Demand() {
  const { say } = useWords()
  const [id] = useState(() => v7())
  const [fromOn, setFromOn] = useState('')
  const sayWhy = useRefusalWords()
  const demand = useAct(DemandSecondStep, { refreshes: [ListSecondSteps] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fromOn !== '') demand.mutate({ params: { id }, body: { fromOn } })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p className={styles['quiet']}>{say('providers.step-none')}</p>
      <Field
        label={say('providers.step-from')}
        type="date"
        value={fromOn}
        error={demand.error ? sayWhy(demand.error) : undefined}
        onChange={(event) => setFromOn(event.target.value)}
      />
      <div>
        <Button type="submit" busy={demand.isPending}>
          {say('providers.step-demand')}
        </Button>
      </div>
    </form>
  )
}

function Standing({ demand }: { demand: NonNullable<Steps['demand']> }) {
  const { say, sayDate } = useWords()
  const end = useAct(EndSecondStepDemand, { refreshes: [ListSecondSteps] })
  const isAhead = new Date(`${demand.fromOn}T00:00`) > new Date()
  const named = { day: sayDate(demand.fromOn, 'long'), name: demand.demandedBy }
  return (
    <>
      <p>{isAhead ? say('providers.step-before', named) : say('providers.step-since', named)}</p>
      <WhyNot error={end.error} />
      <div>
        <Button busy={end.isPending} onClick={() => end.mutate({ params: { id: demand.id } })}>
          {say('providers.step-end')}
        </Button>
      </div>
    </>
  )
}

function Helped({ helped }: Pick<Steps, 'helped'>) {
  const { say } = useWords()
  return (
    <details>
      <summary>{say('providers.step-helped')}</summary>
      <ul className={styles['people']}>
        {helped.map((one) => (
          <li key={one.id}>
            <span>
              {say('providers.step-helped-line', { name: one.name, by: one.givenBy })}
              <small>
                <Time at={one.givenAt} as="moment" />
              </small>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
