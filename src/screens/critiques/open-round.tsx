import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { ListClassRounds, OpenCritiqueRound } from '../../critiques/contract.ts'
import { mixTables, mostGives, type Tables, tablesAmiss } from '../../critiques/grouping.ts'
import { currentProtocols, protocolKeys } from '../../critiques/protocol.ts'
import { useProtocolWords } from '../../critiques/web/protocol-words.ts'
import { TablesEditor } from '../../critiques/web/tables-editor.tsx'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListLearners } from '../../schools/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioTiles } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { longestTitle } from '../../work/piece.ts'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './critiques.module.css'

type Class = Answer<typeof ListLearners>
type Rounds = Answer<typeof ListClassRounds>

/** A teacher opens a round: the protocol, the days, who is here, and who sits with whom. */
export function OpenRound({ params }: ScreenProps) {
  const asked = { params: { id: params['id'] ?? '' } }
  const learners = useRead(ListLearners, asked)
  const rounds = useRead(ListClassRounds, asked)
  const error = learners.error ?? rounds.error
  if (!learners.data || !rounds.data)
    return <Pending error={error} onTryAgain={() => Promise.all([learners.refetch(), rounds.refetch()])} />
  if (!rounds.data.may.open || !rounds.data.allowed) return <Nowhere />
  return <RoundForm here={learners.data} rounds={rounds.data} />
}

const tableSize = 3

function RoundForm({ here, rounds }: { here: Class; rounds: Rounds }) {
  const { say } = useWords()
  const { tell } = useProtocolWords()
  const [, goTo] = useLocation()
  const id = useRef(newId())
  const [title, setTitle] = useState('')
  const [protocol, setProtocol] = useState<(typeof protocolKeys)[number]>(protocolKeys[0])
  const [gives, setGives] = useState(1)
  const [days, setDays] = useState(() => ({ opensOn: dayFrom(0), closesOn: dayFrom(7) }))
  const [absent, setAbsent] = useState<readonly string[]>([])
  const mix = (missing: readonly string[], answers: number) =>
    mixTables(
      here.learners.map((one) => one.id).filter((one) => !missing.includes(one)),
      Math.max(tableSize, answers + 1),
      rounds.met,
      Math.random,
    )
  const [tables, setTables] = useState<Tables>(() => mix([], 1))
  const open = useAct(OpenCritiqueRound, {
    refreshes: [ListClassRounds],
    onDone: () => goTo(`/critique-rounds/${id.current}`),
  })
  const amiss = tablesAmiss(tables, gives)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (open.isPending || amiss) return
    open.mutate({
      params: { id: id.current },
      body: {
        classId: here.id,
        title: title.trim(),
        protocol,
        gives,
        ...days,
        tables: tables.map((one) => [...one]),
      },
    })
  }
  const seat = (missing: readonly string[], answers: number) => {
    setAbsent(missing)
    setGives(answers)
    setTables(mix(missing, answers))
  }
  return (
    <Page
      title={say('critiques.open-round')}
      lead={here.name}
      width="reading"
      bar={<TeacherBar classId={here.id} />}
    >
      <form className={styles['form']} onSubmit={send}>
        <Field
          label={say('critiques.title')}
          optional
          value={title}
          maxLength={longestTitle}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <RadioTiles
          label={say('critiques.protocol')}
          value={protocol}
          onChange={setProtocol}
          choices={currentProtocols.map((one) => ({
            value: one.key as (typeof protocolKeys)[number],
            label: tell(one.name),
            hint: tell(one.about),
          }))}
        />
        <div className={styles['days']}>
          <Field
            type="date"
            label={say('critiques.opens')}
            required
            value={days.opensOn}
            onChange={(event) => setDays({ ...days, opensOn: event.currentTarget.value })}
          />
          <Field
            type="date"
            label={say('critiques.closes')}
            required
            min={days.opensOn}
            value={days.closesOn}
            onChange={(event) => setDays({ ...days, closesOn: event.currentTarget.value })}
          />
          <Field
            type="number"
            label={say('critiques.gives')}
            hint={say('critiques.gives-meaning')}
            min={1}
            max={mostGives}
            value={gives}
            onChange={(event) =>
              seat(absent, Math.min(mostGives, Math.max(1, Number(event.currentTarget.value) || 1)))
            }
          />
        </div>
        <details>
          <summary>{say('critiques.absent', { count: absent.length })}</summary>
          {here.learners.map((learner) => (
            <Checkbox
              key={learner.id}
              label={learner.name}
              checked={absent.includes(learner.id)}
              onChange={(event) =>
                seat(
                  event.target.checked ? [...absent, learner.id] : absent.filter((one) => one !== learner.id),
                  gives,
                )
              }
            />
          ))}
        </details>
        <TablesEditor
          learners={here.learners}
          tables={tables}
          gives={gives}
          onChange={setTables}
          onMix={() => setTables(mix(absent, gives))}
        />
        {open.error && (
          <Notice kind="problem">
            {open.error instanceof ApiRefusal ? open.error.sentence : say('feedback.not-sent')}
          </Notice>
        )}
        <div className={styles['buttons']}>
          <Button type="submit" look="primary" busy={open.isPending} disabled={amiss !== undefined}>
            {say('critiques.open-round')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** A day from today, where the teacher is. */
function dayFrom(days: number): string {
  return dayOf(new Date(Date.now() + days * 86_400_000))
}
