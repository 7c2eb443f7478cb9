import { Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { v7 } from 'uuid'
import { Link } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import {
  EnrollPerson,
  FindForClass,
  GetKeptClass,
  ListKeptClasses,
  UnenrollPerson,
} from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import styles from '../register/register.module.css'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Shown } from './kept-class.tsx'
import { daysSaid, isEarly, noDays, PlaceDays, useAboutPlace } from './place-days.tsx'

type Role = 'student' | 'teacher'

/** Those who learn, or teach, in a class: today first, then those who did before. */
export function Places({ shown, as: role }: { shown: Shown; as: Role }) {
  const { say } = useWords()
  const about = useAboutPlace()
  const { runsDistrict } = useMe()
  const [adding, setAdding] = useState(false)
  const unenroll = useAct(UnenrollPerson, { refreshes: [GetKeptClass, ListKeptClasses] })
  const here = shown.people.filter((one) => one.role === role)
  const people = [...here.filter((one) => one.isOpen), ...here.filter((one) => !one.isOpen)]
  return (
    <Section title={say(`classes.${role}s`)}>
      <ul className={styles['list']}>
        {people.map((one) => (
          <li key={one.id} className={styles['row']}>
            <div>
              <p className={one.isOpen ? undefined : styles['past']}>
                {runsDistrict ? <Link href={`/office/people/${one.personId}`}>{one.name}</Link> : one.name}
              </p>
              <p className={styles['quiet']}>{about(one)}</p>
            </div>
            {one.isOpen && (
              <SureButton
                look="quiet"
                word={say('classes.take-out')}
                called={say('classes.take-out-of', { name: one.name })}
                asks={say(`classes.take-out-${role}-sure`, { name: one.name })}
                yes={say('classes.take-out-yes')}
                no={say('classes.take-out-no')}
                busy={unenroll.isPending && unenroll.variables.params.id === one.id}
                onSure={() => unenroll.mutate({ params: { id: one.id } })}
              />
            )}
          </li>
        ))}
      </ul>
      {people.length === 0 && <p className={styles['quiet']}>{say('classes.nobody')}</p>}
      <WhyNot error={unenroll.error} />
      {adding ? (
        <AddPlace classId={shown.id} as={role} onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {say(`classes.add-${role}`)}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** Stays open for the next one: classes are filled one after the other. */
function AddPlace({ classId, as: role, onDone }: { classId: string; as: Role; onDone: () => void }) {
  const { say } = useWords()
  const [words, setWords] = useState('')
  const [grade, setGrade] = useState('')
  const [days, setDays] = useState(noDays)
  const asked = useDeferredValue(words.trim())
  const { data = [] } = useRead(
    FindForClass,
    { params: { id: classId }, query: { words: asked } },
    { enabled: asked.length > 1 },
  )
  const enroll = useAct(EnrollPerson, {
    refreshes: [GetKeptClass, ListKeptClasses],
    onDone: () => setWords(''),
  })
  const [added, setAdded] = useState('')
  const add = (personId: string, name: string) => {
    if (isEarly(days)) return
    const body = { classId, personId, role, grade: grade.trim() || null, ...daysSaid(days) }
    enroll.mutate({ params: { id: v7() }, body })
    setAdded(name)
  }
  return (
    <div className={styles['form']}>
      <Field
        label={say(`classes.find-${role}`)}
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {role === 'student' && (
        <Field
          label={say('classes.grade')}
          optional
          maxLength={10}
          value={grade}
          onChange={(event) => setGrade(event.target.value)}
        />
      )}
      {role === 'teacher' && <PlaceDays days={days} onChange={setDays} />}
      <ul className={styles['list']}>
        {asked.length > 1 &&
          data.map((one) => (
            <li key={one.id} className={styles['row']}>
              <div>
                <p>{one.name}</p>
                <p className={styles['quiet']}>{one.about}</p>
              </div>
              <Button
                aria-label={say('classes.put-in-of', { name: one.name })}
                busy={enroll.isPending && enroll.variables.body.personId === one.id}
                onClick={() => add(one.id, one.name)}
              >
                {say('classes.put-in')}
              </Button>
            </li>
          ))}
      </ul>
      {enroll.isSuccess && <Notice kind="success">{say('classes.put-in-done', { name: added })}</Notice>}
      <WhyNot error={enroll.error} />
      <div>
        <Button onClick={onDone}>{say('classes.enough')}</Button>
      </div>
    </div>
  )
}
