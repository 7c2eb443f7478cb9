import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import day from '../../ui/shown-day.module.css'
import { Loading } from '../../ui/ways.tsx'
import { ReviseDefense } from '../contract.ts'
import { type Attempt, defenseReads } from './defense-words.ts'
import { Criteria, type Lines, Protocol, type Steps, wantedFrom } from './lines-editor.tsx'
import { Trouble } from './trouble.tsx'

type Typed = { criteria: Lines; protocol: Steps }
type ReviseFormProps = { id: string; attempt: Attempt; onDone: () => void }

/** Other criteria, another order, until it begins. */
export function ReviseForm(props: ReviseFormProps) {
  const { criteria, protocol, revision } = props.attempt
  const draft = useAutosavedDraft<Typed>(`revision ${revision + 1} of ${props.id}`)
  if (!draft.ready) return <Loading />
  const begun = { criteria, protocol: protocol.map((step) => ({ id: newId(), ...step })) }
  return <Revising {...props} begun={draft.content ?? begun} onType={draft.write} />
}

type RevisingProps = ReviseFormProps & { begun: Typed; onType: (typed: Typed) => void }

function Revising({ id, attempt, begun, onType, onDone }: RevisingProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState(begun)
  const revision = attempt.revision + 1
  const change = (next: Partial<Typed>) => {
    setTyped({ ...typed, ...next })
    onType({ ...typed, ...next })
  }
  const keep = useKeep(ReviseDefense, {
    as: 'defenses.waiting',
    refreshes: defenseReads,
    draft: `revision ${revision} of ${id}`,
    onDone,
  })
  const wanted = wantedFrom(typed)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (wanted.criteria.length > 0 && !keep.isPending)
      keep.mutate({ params: { id }, body: { ...wanted, revision } })
  }
  return (
    <form className={day['form']} onSubmit={send} noValidate>
      <p className={day['quiet']}>{say('defenses.revise-meaning')}</p>
      <Criteria criteria={typed.criteria} onChange={(criteria) => change({ criteria })} />
      <Protocol protocol={typed.protocol} onChange={(protocol) => change({ protocol })} />
      {wanted.criteria.length === 0 && <p role="alert">{say('defenses.look-criterion')}</p>}
      <Trouble error={keep.error} />
      <div className={day['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say('defenses.rearrange-keep')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
