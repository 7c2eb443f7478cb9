import { useState } from 'react'
import { v7 } from 'uuid'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { HelpWithSecondStep, ListSecondSteps } from '../../second-steps/contract.ts'
import { Button } from '../../ui/button.tsx'
import styles from './providers.module.css'

type Staff = Answer<typeof ListSecondSteps>['staff']
type StaffListProps = { title: string; staff: Staff; isAsked: boolean }

/** Closed at first: in a large district it is long, and the numbers say most. */
export function StaffList({ title, staff, isAsked }: StaffListProps) {
  if (staff.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <ul className={styles['people']}>
        {staff.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            {isAsked && <Help one={one} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Asked twice, because whoever is helped comes in with a password alone for a while. */
function Help({ one }: { one: Staff[number] }) {
  const { say } = useWords()
  const [asking, setAsking] = useState<string>()
  const help = useAct(HelpWithSecondStep, {
    refreshes: [ListSecondSteps],
    onDone: () => setAsking(undefined),
  })
  const { name } = one
  if (one.me) return <small>{say('providers.step-not-yours')}</small>
  if (asking === undefined) {
    return (
      <Button
        onClick={() => setAsking(v7())}
        aria-label={
          one.has ? say('providers.step-lost-name', { name }) : say('providers.step-help-name', { name })
        }
      >
        {one.has ? say('providers.step-lost') : say('providers.step-help')}
      </Button>
    )
  }
  return (
    <div className={styles['card']}>
      <p className={styles['quiet']}>{say('providers.step-sure', { name })}</p>
      <WhyNot error={help.error} />
      <div className={styles['acts']}>
        <Button
          look="danger"
          busy={help.isPending}
          onClick={() => help.mutate({ params: { id: asking }, body: { personId: one.id } })}
        >
          {say('providers.step-yes')}
        </Button>
        <Button onClick={() => setAsking(undefined)}>{say('providers.leave')}</Button>
      </div>
    </div>
  )
}
