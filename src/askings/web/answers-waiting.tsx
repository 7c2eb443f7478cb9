import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { DecideAnswer, ListAnswersWaiting } from '../contract.ts'
import { GivenAnswer } from './asking-list.tsx'
import styles from './askings.module.css'

type Waiting = Answer<typeof ListAnswersWaiting>[number]

/** Answers of families that a teacher reads before the child does. */
export function AnswersWaiting({ classId }: { classId: string }) {
  const { say } = useWords()
  const { data } = useRead(ListAnswersWaiting, { params: { id: classId } }, { quietly: true })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('askings.answers-waiting')}>
      <ul className={styles['list']}>
        {data.map((one) => (
          <li key={one.answer.id} className={styles['asking']}>
            <Deciding waiting={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Deciding({ waiting: { asking, answer } }: { waiting: Waiting }) {
  const { say } = useWords()
  const decide = useAct(DecideAnswer, { refreshes: [ListAnswersWaiting] })
  const choose = (passes: boolean) => decide.mutate({ params: { id: answer.id }, body: { passes } })
  return (
    <>
      <p className={styles['quiet']}>{say('askings.ask-me', { name: asking.learner.name })}</p>
      <p dir="auto">{asking.body}</p>
      <GivenAnswer answer={answer} />
      <div className={styles['buttons']}>
        <Button look="primary" busy={decide.isPending} onClick={() => choose(true)}>
          {say('askings.pass-on')}
        </Button>
        <Button look="plain" busy={decide.isPending} onClick={() => choose(false)}>
          {say('askings.keep-back')}
        </Button>
      </div>
    </>
  )
}
