import { type FormEvent, useState } from 'react'
import { ListConferenceRounds, ReviseConferenceRound } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { GetReadinessBoard } from '../../readiness/contract.ts'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RoundFields, type RoundTyped } from './round-fields.tsx'

type Round = Answer<typeof ListConferenceRounds>[number]

/** Changes what a round says; learners keep whatever they prepared for it. */
export function ReviseRoundForm({ round, onClose }: { round: Round; onClose: () => void }) {
  const { say } = useWords()
  const { name, startsOn, endsOn, place, asks } = round
  const [typed, setTyped] = useState<RoundTyped>({ name, startsOn, endsOn, place, asks })
  // from the round as it was when this was opened: what a co-teacher changes meanwhile is not written over unseen
  const [revision] = useState(round.revision + 1)
  const revise = useKeep(ReviseConferenceRound, {
    as: 'conferences.round-waits',
    refreshes: [ListConferenceRounds, GetReadinessBoard],
    onDone: onClose,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (revise.isPending) return
    revise.mutate({
      params: { id: round.id, revision },
      body: { ...typed, asks: [...typed.asks] },
    })
  }
  const { error } = revise
  const sayWhy = useRefusalWords()
  return (
    <Dialog open title={say('conferences.revise-round')} onClose={onClose}>
      <form className={styles['form']} onSubmit={send}>
        <RoundFields typed={typed} onChange={(some) => setTyped({ ...typed, ...some })} />
        {error && (
          <Notice kind="problem">
            {error instanceof ApiRefusal && error.code === 'changed_elsewhere'
              ? say('conferences.round-changed')
              : sayWhy(error)}
          </Notice>
        )}
        <div className={styles['ways']}>
          <Button type="submit" look="primary" busy={revise.isPending}>
            {say('conferences.save')}
          </Button>
          <Button onClick={onClose}>{say('conferences.leave-round')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
