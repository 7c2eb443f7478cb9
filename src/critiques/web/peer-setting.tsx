import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetCritiqueRound, ListClassRounds, SetPeerFeedback } from '../contract.ts'

/** Off until a teacher of the class says otherwise; who decided last, and when, stands under it. */
export function PeerSetting({ rounds }: { rounds: Answer<typeof ListClassRounds> }) {
  const { say, sayDate } = useWords()
  const set = useAct(SetPeerFeedback, { refreshes: [ListClassRounds, GetCritiqueRound] })
  const { allowed, setting } = rounds
  return (
    <div>
      <Checkbox
        label={say('critiques.allow')}
        checked={allowed}
        disabled={set.isPending}
        onChange={(event) =>
          set.mutate({
            params: { id: newId() },
            body: { spaceId: rounds.class.spaceId, allowed: event.target.checked },
          })
        }
        hint={
          setting
            ? say(allowed ? 'critiques.allowed-by' : 'critiques.forbidden-by', {
                name: setting.setBy.name,
                when: sayDate(setting.setAt),
              })
            : say('critiques.allow-meaning')
        }
      />
      {set.error && (
        <Notice kind="problem">
          {set.error instanceof ApiRefusal ? set.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
    </div>
  )
}
