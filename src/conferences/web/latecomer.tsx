import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { longestName } from '../conference.ts'
import type { Teller } from './meeting-writes.ts'
import type { Preparation } from './prepared.ts'
import styles from './conferences.module.css'

type LatecomerProps = { prepared: Preparation; people: readonly Teller[]; onJoin: (who: Teller) => void }

/** The door opens in the middle: whoever comes in takes part from then on, by one tap. */
export function Latecomer({ prepared, people, onJoin }: LatecomerProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const [other, setOther] = useState('')
  const away = prepared.people.filter(
    ({ id, role }) => role !== 'learner' && !people.some(({ personId }) => personId === id),
  )
  const come = (who: Teller) => {
    onJoin(who)
    setOther('')
    setOpen(false)
  }
  if (!open)
    return (
      <div>
        <Button look="plain" icon={UserPlus} onClick={() => setOpen(true)}>
          {say('conferences.came-late')}
        </Button>
      </div>
    )
  return (
    <section className={styles['form']} aria-label={say('conferences.came-late')}>
      <p className={styles['quiet']}>{say('conferences.came-late-meaning')}</p>
      <div className={styles['ways']}>
        {away.map(({ id, name, role }) => (
          <Button key={`${role} ${id}`} onClick={() => come({ role, personId: id, name })}>
            {name} ({say(`conferences.role-${role}`)})
          </Button>
        ))}
      </div>
      <Field
        label={say('conferences.somebody-else')}
        optional
        maxLength={longestName}
        value={other}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
      <div className={styles['ways']}>
        <Button
          disabled={other.trim() === ''}
          onClick={() => come({ role: 'guardian', personId: null, name: other.trim() })}
        >
          {say('conferences.came-late-add')}
        </Button>
        <Button look="plain" onClick={() => setOpen(false)}>
          {say('conferences.nobody-came')}
        </Button>
      </div>
    </section>
  )
}
