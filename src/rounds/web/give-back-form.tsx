import { ListWaitingForFeedback } from '../../feedback/contract.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetRounds, ListReturned, ReturnIteration } from '../contract.ts'
import { longestTryNext } from '../round.ts'
import { RoundForm } from './round-form.tsx'

type GiveBackFormProps = { iterationId: string; learner: { name: string }; onLeave: () => void }

/** An invitation to try again, never a rejection: what to try is asked for, and nothing else. */
export function GiveBackForm({ iterationId, learner, onLeave }: GiveBackFormProps) {
  const { say } = useWords()
  const draftKey = `give back ${iterationId}`
  const give = useKeep(ReturnIteration, {
    as: 'rounds.waiting-return',
    draft: draftKey,
    refreshes: [GetRounds, ListReturned, ListWaitingForFeedback],
    onDone: onLeave,
  })
  return (
    <RoundForm
      draftKey={draftKey}
      label={say('rounds.try-next')}
      hint={say('rounds.try-next-hint', { name: learner.name })}
      most={longestTryNext}
      send={say('rounds.send-back')}
      keeping={give}
      onSend={({ id, words }) => give.mutate({ params: { id }, body: { iterationId, tryNext: words } })}
      onLeave={onLeave}
    />
  )
}
