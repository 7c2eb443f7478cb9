import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { Loading } from '../../ui/ways.tsx'
import { SetDefense } from '../contract.ts'
import { longestTitle } from '../defense.ts'
import { type Arrangement, ArrangementFields, sentFrom } from './arrangement-fields.tsx'
import { type ClassDefenses, defenseReads } from './defense-words.ts'
import { Criteria, type Lines, Protocol, type Steps, wantedFrom } from './lines-editor.tsx'
import { Trouble } from './trouble.tsx'

type Typed = Arrangement & {
  learnerId: string
  title: string
  criteria: Lines
  protocol: Steps
}

type SetFormProps = { here: ClassDefenses; onDone: () => void }

/** By which criteria, in which order and for how long, when and before whom. */
export function SetForm({ here, onDone }: SetFormProps) {
  const { say } = useWords()
  const key = `defense of ${here.id}`
  const draft = useAutosavedDraft<Typed>(key)
  if (!draft.ready) return <Loading />
  const begun: Typed = {
    learnerId: '',
    title: say('defenses.title-usual'),
    heldOn: '',
    from: '',
    place: '',
    staff: [],
    guests: [],
    criteria: [1, 2, 3].map((number) => ({
      id: newId(),
      words: say(`defenses.criterion-usual-${number as 1 | 2 | 3}`),
    })),
    protocol: ([10, 10, 5] as const).map((minutes, at) => ({
      id: newId(),
      minutes,
      words: say(`defenses.step-usual-${(at + 1) as 1 | 2 | 3}`),
    })),
  }
  return (
    <Filling here={here} begun={draft.content ?? begun} draft={key} onType={draft.write} onDone={onDone} />
  )
}

type FillingProps = SetFormProps & { begun: Typed; draft: string; onType: (typed: Typed) => void }

function Filling({ here, begun, draft, onType, onDone }: FillingProps) {
  const { say } = useWords()
  const ids = useRef({ id: newId(), attemptId: newId() })
  const [typed, setTyped] = useState(begun)
  const [tried, setTried] = useState(false)
  const change = (next: Partial<Typed>) => {
    setTyped({ ...typed, ...next })
    onType({ ...typed, ...next })
  }
  const keep = useKeep(SetDefense, {
    as: 'defenses.waiting',
    refreshes: defenseReads,
    draft,
    onDone,
  })
  const arrangement = sentFrom(typed)
  const wanted = wantedFrom(typed)
  const isWhole = arrangement && typed.learnerId && typed.title.trim() && wanted.criteria.length > 0
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isWhole || keep.isPending) return
    keep.mutate({
      params: { id: ids.current.id },
      body: {
        learnerId: typed.learnerId,
        title: typed.title.trim(),
        ...wanted,
        attemptId: ids.current.attemptId,
        ...arrangement,
      },
    })
  }
  return (
    <form className={day['form']} onSubmit={send} noValidate>
      <Select
        label={say('defenses.whose')}
        value={typed.learnerId}
        onChange={(event) => change({ learnerId: event.currentTarget.value })}
      >
        <option value="">{say('defenses.choose')}</option>
        {here.learners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Field
        label={say('defenses.title')}
        maxLength={longestTitle}
        value={typed.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <ArrangementFields value={typed} staff={here.staff} onChange={change} />
      <Criteria criteria={typed.criteria} onChange={(next) => change({ criteria: next })} />
      <Protocol protocol={typed.protocol} onChange={(protocol) => change({ protocol })} />
      {tried && !isWhole && <p role="alert">{say('defenses.look-again')}</p>}
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say('defenses.set')}
        </Button>
      </div>
    </form>
  )
}
