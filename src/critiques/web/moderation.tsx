import { Eye, EyeOff } from 'lucide-react'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { HideCritique, ListClassRounds } from '../contract.ts'
import { type Critique, HiddenMark } from './critique-card.tsx'
import { critiqueReads } from './critique-reads.ts'
import styles from './critiques.module.css'

/** For teachers: what was reported and by whom, and the one press that takes words off the table or lets them be. */
export function Moderation({ critique }: { critique: Critique }) {
  const { say, sayDate } = useWords()
  const hide = useAct(HideCritique, { refreshes: [...critiqueReads, ListClassRounds] })
  const decide = (hidden: boolean) =>
    hide.mutate({ params: { id: newId() }, body: { critiqueId: critique.id, hidden } })
  return (
    <div className={styles['moderation']}>
      {critique.hidden && <HiddenMark hidden={critique.hidden} />}
      {critique.reports.length > 0 && (
        <ul className={styles['reports']}>
          {critique.reports.map(({ by, why, at }) => (
            <li key={`${by.id} ${at}`}>
              <strong>{say('critiques.reported', { name: by.name, when: sayDate(at) })}</strong>
              {why && <span className={styles['words']}>{why}</span>}
            </li>
          ))}
        </ul>
      )}
      {hide.error && (
        <Notice kind="problem">
          {hide.error instanceof ApiRefusal ? hide.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        {!critique.hidden && (
          <Button icon={EyeOff} busy={hide.isPending} onClick={() => decide(true)}>
            {say('critiques.hide')}
          </Button>
        )}
        {(critique.hidden !== null || critique.reports.length > 0) && (
          <Button look="plain" icon={Eye} busy={hide.isPending} onClick={() => decide(false)}>
            {say(critique.hidden ? 'critiques.show-again' : 'critiques.let-stand')}
          </Button>
        )}
      </div>
    </div>
  )
}
