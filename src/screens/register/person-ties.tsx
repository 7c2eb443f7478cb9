import { useState } from 'react'
import { v7 } from 'uuid'
import { Link } from 'wouter'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EndDuty, FindPeople, GetPerson, GiveDuty } from '../../register/contract.ts'
import { type Duty, duties } from '../../register/registered.ts'
import { ListSchools } from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { useAboutPlace } from '../classes/place-days.tsx'
import type { Registered } from './person-page.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

/** Where they are and were, and what they are charged with. */
export function PersonTies({ person }: { person: Registered }) {
  const { say } = useWords()
  const about = useAboutPlace()
  return (
    <>
      <Section title={say('register.classes')}>
        {person.classes.length === 0 && <p className={styles['quiet']}>{say('register.no-classes')}</p>}
        <ul className={styles['list']}>
          {person.classes.map((one) => (
            <li key={one.id} className={styles['row']}>
              <div>
                <p className={one.isOpen ? undefined : styles['past']}>
                  <Link href={`/office/classes/${one.classId}`}>{one.name}</Link> · {one.school}
                </p>
                <p className={styles['quiet']}>
                  {say(`register.role-${one.role}`)} · {about(one)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <PersonDuties person={person} />
    </>
  )
}

function PersonDuties({ person }: { person: Registered }) {
  const { say, sayDate } = useWords()
  const [giving, setGiving] = useState<string>()
  const end = useAct(EndDuty, { refreshes: [GetPerson, FindPeople] })
  if (!person.mayTakeDuties && person.duties.length === 0) return null
  return (
    <Section title={say('register.duties')}>
      <ul className={styles['list']}>
        {person.duties.map((one) => {
          const name = say('register.duty-at', {
            duty: say(`register.duty-${one.kind}`),
            place: one.school ?? say('register.whole-district'),
          })
          return (
            <li key={one.id} className={styles['row']}>
              <div>
                <p className={one.isOpen ? undefined : styles['past']}>{name}</p>
                {!one.isOpen && one.closedOn && (
                  <p className={styles['quiet']}>
                    {say('register.until', { day: sayDate(one.closedOn, 'short') })}
                  </p>
                )}
              </div>
              {one.isOpen && (
                <Button
                  aria-label={say('register.duty-end-of', { duty: name })}
                  busy={end.isPending && end.variables.params.id === one.id}
                  onClick={() => end.mutate({ params: { id: one.id } })}
                >
                  {say('register.duty-end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <WhyNot error={end.error} />
      {giving ? (
        <DutyForm id={giving} personId={person.id} onDone={() => setGiving(undefined)} />
      ) : (
        person.mayTakeDuties && (
          <div>
            <Button onClick={() => setGiving(v7())}>{say('register.duty-give')}</Button>
          </div>
        )
      )}
    </Section>
  )
}

function DutyForm({ id, personId, onDone }: { id: string; personId: string; onDone: () => void }) {
  const { say } = useWords()
  const [kind, setKind] = useState<Duty>('principal')
  const [schoolId, setSchoolId] = useState('')
  const { data: schools = [] } = useRead(ListSchools, {})
  const give = useAct(GiveDuty, { refreshes: [GetPerson, FindPeople], onDone })
  return (
    <div className={styles['form']}>
      <div className={styles['pair']}>
        <Select
          label={say('register.duty')}
          value={kind}
          onChange={(event) => setKind(duties.find((one) => one === event.target.value) ?? 'principal')}
        >
          {duties.map((one) => (
            <option key={one} value={one}>
              {say(`register.duty-${one}`)}
            </option>
          ))}
        </Select>
        <Select
          label={say('register.where')}
          value={schoolId}
          onChange={(event) => setSchoolId(event.target.value)}
        >
          <option value="">{say('register.whole-district')}</option>
          {schools
            .filter(({ closed }) => !closed)
            .map((school) => (
              <option key={school.id} value={school.id}>
                {school.name}
              </option>
            ))}
        </Select>
      </div>
      <p className={styles['quiet']}>{say('register.duty-meaning')}</p>
      <WhyNot error={give.error} />
      <div className={styles['acts']}>
        <Button
          look="primary"
          busy={give.isPending}
          onClick={() =>
            give.mutate({ params: { id }, body: { personId, kind, schoolId: schoolId || null } })
          }
        >
          {say('register.duty-do')}
        </Button>
        <Button onClick={onDone}>{say('register.leave-it')}</Button>
      </div>
    </div>
  )
}
