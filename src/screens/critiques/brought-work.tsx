import { useState } from 'react'
import { Link } from 'wouter'
import { GetBringing } from '../../critiques/contract.ts'
import type { Protocol } from '../../critiques/protocol.ts'
import { CritiqueCard } from '../../critiques/web/critique-card.tsx'
import { CritiqueForm } from '../../critiques/web/critique-form.tsx'
import { protocolIn } from '../../critiques/web/protocol-words.ts'
import { useMe } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Faces } from '../../ui/faces.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { Parts } from '../../work/web/parts.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './critiques.module.css'

type Bringing = Answer<typeof GetBringing>

/** What somebody laid on the table, large, and beside it the words on it: mine to give, theirs to read. */
export function BroughtWork({ params }: ScreenProps) {
  const { say, sayList } = useWords()
  const { data: brought, error, refetch } = useRead(GetBringing, { params: { id: params['id'] ?? '' } })
  if (!brought) return <Pending error={error} onTryAgain={refetch} />
  const protocol = protocolIn(brought.round)
  if (!protocol) return <Nowhere />
  const { learner, iteration, title, faces, round } = brought
  return (
    <Page title={title || say('work.untitled')} heading="work" lead={learner.name} bar={<TeacherBar />}>
      <div className={styles['brought']}>
        <div className={styles['form']}>
          <Parts parts={iteration.parts} />
          {iteration.whatChanged && <p className={styles['changed']}>{iteration.whatChanged}</p>}
        </div>
        <div className={styles['form']}>
          <p>
            <Link href={`/critique-rounds/${round.id}`}>{say('critiques.back-to-table')}</Link>
          </p>
          <Faces people={faces} sentence={sayList(faces.slice(0, 4).map(({ name }) => name))} />
          {brought.question && (
            <blockquote className={styles['asked']}>
              {brought.question}
              <cite>{learner.name}</cite>
            </blockquote>
          )}
          <Talk brought={brought} protocol={protocol} />
        </div>
      </div>
    </Page>
  )
}

function Talk({ brought, protocol }: { brought: Bringing; protocol: Protocol }) {
  const { say } = useWords()
  const me = useMe()
  const [editing, setEditing] = useState(false)
  const mine = brought.critiques.find(({ givenBy }) => givenBy.id === me.id)
  const others = brought.critiques.filter((one) => one !== mine)
  const { learner, question } = brought
  const opened = mine?.replies.some(
    ({ step, leave }) => leave && protocol.steps.some(({ key, needs }) => needs === step && !says(mine, key)),
  )
  return (
    <>
      {brought.may.give && (!mine || editing) && (
        <section className={styles['form']}>
          <h2>{say('critiques.your-words-for', { name: learner.name })}</h2>
          <CritiqueForm
            bringingId={brought.id}
            maker={learner.name}
            protocol={protocol}
            question={question}
            given={mine}
            onDone={() => setEditing(false)}
          />
        </section>
      )}
      {mine && !editing && (
        <section className={styles['form']}>
          <h2>{say('critiques.i-said')}</h2>
          <CritiqueCard
            critique={mine}
            protocol={protocol}
            question={question}
            action={
              mine.may.revise && (
                <Button look={opened ? 'primary' : 'plain'} onClick={() => setEditing(true)}>
                  {say(opened ? 'critiques.go-on' : 'critiques.edit')}
                </Button>
              )
            }
          />
        </section>
      )}
      {others.length > 0 && (
        <section className={styles['form']}>
          <h2>{say('critiques.from-table')}</h2>
          {others.map((critique) => (
            <CritiqueCard key={critique.id} critique={critique} protocol={protocol} question={question} />
          ))}
        </section>
      )}
      {brought.critiques.length === 0 && !brought.may.give && <p>{say('critiques.nothing-said')}</p>}
    </>
  )
}

const says = (critique: Bringing['critiques'][number], step: string) =>
  critique.words.some((word) => word.step === step)
