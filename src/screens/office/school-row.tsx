import { useState } from 'react'
import { v7 } from 'uuid'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import {
  CloseSchool,
  KeepSchool,
  ListKeptClasses,
  ListKeptSchools,
  ListSchools,
  ReopenSchool,
} from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { useTimesLost } from '../classes/times-lost.ts'
import { Time } from '../../ui/time.tsx'
import { NameForm } from './name-form.tsx'
import styles from '../register/register.module.css'

type School = Answer<typeof ListKeptSchools>['schools'][number]
type SchoolRowProps = { school: School; onTold: (sentence: string) => void }

const changed = [ListKeptSchools, ListSchools, ListKeptClasses]

export function OpenSchool({ school, onTold }: SchoolRowProps) {
  const { say } = useWords()
  const { id, name, learners, teachers, classes, fromRoster } = school
  const sure = say('house.close-school-sure', { name, classes, roster: fromRoster ? 'yes' : 'no' })
  const timesLost = useTimesLost()
  const [naming, setNaming] = useState(false)
  const [closing] = useState(() => v7())
  const keep = useAct(KeepSchool, {
    refreshes: changed,
    onDone: () => {
      setNaming(false)
      onTold(say('house.school-named'))
    },
  })
  const close = useAct(CloseSchool, {
    refreshes: changed,
    onDone: () => onTold(say('house.school-closed', { name, classes })),
  })
  return (
    <li className={styles['row']}>
      <div>
        <p>{name}</p>
        <p className={styles['quiet']}>{say('house.school-counts', { learners, teachers, classes })}</p>
        <WhereFrom school={school} />
        <WhyNot error={close.error} />
      </div>
      {naming ? (
        <NameForm
          label={say('house.school-name')}
          hint={fromRoster ? say('house.roster-name-hint') : undefined}
          before={name}
          act={say('house.keep-name')}
          busy={keep.isPending}
          error={keep.error}
          onKeep={(said) => keep.mutate({ params: { id }, body: { name: said } })}
          onLeave={() => setNaming(false)}
        />
      ) : (
        <div className={styles['acts']}>
          <Button aria-label={say('house.rename-of', { name })} onClick={() => setNaming(true)}>
            {say('house.rename')}
          </Button>
          <SureButton
            word={say('house.close-school')}
            asks={`${sure} ${timesLost({ schoolId: id })}`.trim()}
            yes={say('house.close-school-do')}
            no={say('register.leave-it')}
            busy={close.isPending}
            onSure={() => close.mutate({ params: { id: closing }, body: { schoolId: id } })}
          />
        </div>
      )}
    </li>
  )
}

/** Who says what it is called, where that is not only the office. */
function WhereFrom({ school: { fromRoster, leftRosterOn, rosterName } }: { school: School }) {
  const { say, sayDate } = useWords()
  const sentence = rosterName
    ? say('house.school-named-by-hand', { name: rosterName })
    : fromRoster
      ? say('house.school-from-roster')
      : leftRosterOn && say('house.school-left-roster', { day: sayDate(leftRosterOn, 'short') })
  return sentence && <p className={styles['quiet']}>{sentence}</p>
}

export function ClosedSchool({ school: { id, name, closedAt }, onTold }: SchoolRowProps) {
  const { say } = useWords()
  const reopen = useAct(ReopenSchool, {
    refreshes: changed,
    onDone: () => onTold(say('house.school-reopened', { name })),
  })
  return (
    <li className={styles['row']}>
      <div>
        <p>{name}</p>
        <p className={styles['quiet']}>
          {say('house.closed-at')} {closedAt && <Time at={closedAt} as="moment" />}
        </p>
        <WhyNot error={reopen.error} />
      </div>
      <Button
        aria-label={say('house.reopen-of', { name })}
        busy={reopen.isPending}
        onClick={() => reopen.mutate({ params: { id } })}
      >
        {say('house.reopen')}
      </Button>
    </li>
  )
}
