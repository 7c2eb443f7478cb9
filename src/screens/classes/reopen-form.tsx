import { useState } from 'react'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetKeptClass, ListKeptClasses, ReopenClass } from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from '../register/register.module.css'
import { WhyNot } from '../../people/web/why-not.tsx'

export function ReopenForm({ id }: { id: string }) {
  const { say } = useWords()
  const [closesOn, setClosesOn] = useState('')
  const reopen = useAct(ReopenClass, { refreshes: [GetKeptClass, ListKeptClasses] })
  return (
    <div className={styles['form']}>
      <Field
        label={say('classes.reopen-until')}
        type="date"
        value={closesOn}
        onChange={(event) => setClosesOn(event.target.value)}
      />
      <WhyNot error={reopen.error} />
      <div>
        <Button
          busy={reopen.isPending}
          disabled={closesOn === ''}
          onClick={() => reopen.mutate({ params: { id }, body: { closesOn } })}
        >
          {say('classes.reopen')}
        </Button>
      </div>
    </div>
  )
}
