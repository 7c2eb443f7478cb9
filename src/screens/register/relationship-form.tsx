import { useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { CorrectGuardianship, FindPeople, GetPerson } from '../../register/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import type { Registered } from './person-page.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

type RelationshipFormProps = { tie: Registered['guardians'][number]; onDone: () => void }

/** What a guardian is to the child, said better; who guards whom stays as it is. */
export function RelationshipForm({ tie, onDone }: RelationshipFormProps) {
  const { say } = useWords()
  const [relationship, setRelationship] = useState(tie.relationship)
  const correct = useAct(CorrectGuardianship, { refreshes: [GetPerson, FindPeople], onDone })
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (relationship.trim() !== '')
          correct.mutate({ params: { id: tie.id }, body: { relationship: relationship.trim() } })
      }}
    >
      <Field
        label={say('register.relationship')}
        hint={say('register.relationship-hint')}
        value={relationship}
        maxLength={60}
        autoFocus
        onChange={(event) => setRelationship(event.target.value)}
      />
      <WhyNot error={correct.error} />
      <div className={styles['acts']}>
        <Button type="submit" look="primary" busy={correct.isPending} disabled={relationship.trim() === ''}>
          {say('register.correct-keep')}
        </Button>
        <Button onClick={onDone}>{say('register.leave-it')}</Button>
      </div>
    </form>
  )
}
