import { useState } from 'react'
import { Link } from 'wouter'
import { v7 } from 'uuid'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { AddGuardianship, FindPeople, GetPerson } from '../../register/contract.ts'
import { kinOf } from '../../register/relationship.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { EndGuardianshipDialog } from './end-guardianship-dialog.tsx'
import { FindPerson } from './find-person.tsx'
import type { Registered } from './person-page.tsx'
import { RelationshipForm } from './relationship-form.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

type Tie = Registered['guardians'][number]

/** Who guards them, or whom they guard: the tie that opens a child's work to an adult. */
export function Family({ person }: { person: Registered }) {
  const { say } = useWords()
  const isLearner = person.kinds.includes('learner')
  return (
    <>
      {(isLearner || person.guardians.length > 0) && (
        <Section title={say('register.guardians')}>
          <Ties person={person} ties={person.guardians} />
          {isLearner && !person.mergedInto && <AddTie person={person} as="learner" />}
        </Section>
      )}
      {!isLearner && (
        <Section title={say('register.children')}>
          <Ties person={person} ties={person.children} />
          {!person.mergedInto && <AddTie person={person} as="guardian" />}
        </Section>
      )}
    </>
  )
}

function Ties({ person, ties }: { person: Registered; ties: readonly Tie[] }) {
  const { say, sayDate } = useWords()
  const [ending, setEnding] = useState<Tie>()
  const [correcting, setCorrecting] = useState<string>()
  if (ties.length === 0) return <p className={styles['quiet']}>{say('register.no-family')}</p>
  const kin = (typed: string) => {
    const known = kinOf(typed)
    return known ? say(`register.kin-${known}`) : typed
  }
  const how = (tie: Tie) => {
    if (tie.ended === 'mistake') return say('register.was-mistake')
    if (tie.awaitsReturn) return say('register.until-return')
    if (!tie.isOpen && tie.closedOn) return say('register.until', { day: sayDate(tie.closedOn, 'short') })
    return say('register.since', { day: sayDate(tie.openedOn, 'short') })
  }
  return (
    <>
      <ul className={styles['list']}>
        {ties.map((tie) => (
          <li key={tie.id} className={styles['row']}>
            <div className={tie.isOpen ? undefined : styles['past']}>
              <Link href={`/office/people/${tie.personId}`}>{tie.name}</Link>
              <p className={styles['quiet']}>
                {[kin(tie.relationship), how(tie), tie.fromRoster ? say('register.from-roster') : '']
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {(tie.isOpen || tie.awaitsReturn) && correcting !== tie.id && (
              <div className={styles['acts']}>
                {tie.isOpen && !tie.fromRoster && (
                  <Button
                    aria-label={say('register.correct-of', { name: tie.name })}
                    onClick={() => setCorrecting(tie.id)}
                  >
                    {say('register.correct')}
                  </Button>
                )}
                <Button
                  aria-label={say('register.end-of', { name: tie.name })}
                  onClick={() => setEnding(tie)}
                >
                  {say('register.end')}
                </Button>
              </div>
            )}
            {correcting === tie.id && <RelationshipForm tie={tie} onDone={() => setCorrecting(undefined)} />}
          </li>
        ))}
      </ul>
      <EndGuardianshipDialog
        tie={ending}
        names={[person.name, ending?.name ?? '']}
        onClose={() => setEnding(undefined)}
      />
    </>
  )
}

/** First who, then what they are to the child; nothing is opened before both are said. */
function AddTie({ person, as }: { person: Registered; as: 'learner' | 'guardian' }) {
  const { say } = useWords()
  const [id, setId] = useState<string>()
  const [other, setOther] = useState<{ id: string; name: string }>()
  const [relationship, setRelationship] = useState('')
  const close = () => {
    setId(undefined)
    setOther(undefined)
    setRelationship('')
  }
  const add = useAct(AddGuardianship, { refreshes: [GetPerson, FindPeople], onDone: close })
  if (id === undefined)
    return (
      <div>
        <Button onClick={() => setId(v7())}>{say(`register.add-to-${as}`)}</Button>
      </div>
    )
  const pair = (one: string) =>
    as === 'learner' ? { learnerId: person.id, guardianId: one } : { learnerId: one, guardianId: person.id }
  return (
    <div className={styles['form']}>
      {other === undefined ? (
        <FindPerson
          label={say(`register.who-for-${as}`)}
          not={person.id}
          act={say('register.this-one')}
          onChoose={setOther}
        />
      ) : (
        <>
          <p>{other.name}</p>
          <Field
            label={say('register.relationship')}
            hint={say('register.relationship-hint')}
            value={relationship}
            maxLength={60}
            onChange={(event) => setRelationship(event.target.value)}
          />
          <p className={styles['quiet']}>{say('register.opens-work')}</p>
        </>
      )}
      <WhyNot error={add.error} />
      <div className={styles['acts']}>
        {other && (
          <Button
            look="primary"
            busy={add.isPending}
            disabled={relationship.trim() === ''}
            onClick={() =>
              add.mutate({ params: { id }, body: { ...pair(other.id), relationship: relationship.trim() } })
            }
          >
            {say('register.add-do')}
          </Button>
        )}
        <Button onClick={close}>{say('register.leave-it')}</Button>
      </div>
    </div>
  )
}
