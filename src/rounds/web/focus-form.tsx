import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetRounds, SetFocus } from '../contract.ts'
import { longestFocus } from '../round.ts'
import { RoundForm } from './round-form.tsx'

type FocusFormProps = { iterationId: string; before: string; onLeave: () => void }

/** Empty words lift it. */
export function FocusForm({ iterationId, before, onLeave }: FocusFormProps) {
  const { say } = useWords()
  const draftKey = `focus ${iterationId}`
  const set = useKeep(SetFocus, {
    as: 'rounds.waiting-focus',
    draft: draftKey,
    refreshes: [GetRounds],
    onDone: onLeave,
  })
  return (
    <RoundForm
      draftKey={draftKey}
      label={say('rounds.focus')}
      hint={say(before ? 'rounds.focus-hint-lift' : 'rounds.focus-hint')}
      most={longestFocus}
      before={before}
      mayBeEmpty={before !== ''}
      send={say('rounds.keep-focus')}
      keeping={set}
      onSend={({ id, words }) => set.mutate({ params: { id }, body: { iterationId, words } })}
      onLeave={onLeave}
    />
  )
}
