import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Select } from '../../ui/field.tsx'
import day from '../../ui/shown-day.module.css'
import { GetDefense, InviteGuardian } from '../contract.ts'
import { type Showing, showings } from '../defense.ts'
import type { Attempt } from './defense-words.ts'
import { Trouble } from './trouble.tsx'

/** Whom of their family a learner asks, and what each of them sees. */
export function FamilyChoice({ attempt }: { attempt: Attempt }) {
  const { say } = useWords()
  if (attempt.family.length === 0) return <p className={day['quiet']}>{say('defenses.family-nobody')}</p>
  return (
    <div className={day['stack']}>
      <p className={day['quiet']}>{say('defenses.family-meaning')}</p>
      {attempt.family.map((one) => (
        <GuardianChoice key={one.id} attemptId={attempt.id} guardian={one} />
      ))}
    </div>
  )
}

type GuardianProps = { attemptId: string; guardian: Attempt['family'][number] }

function GuardianChoice({ attemptId, guardian }: GuardianProps) {
  const { say } = useWords()
  const keep = useKeep(InviteGuardian, { as: 'defenses.waiting-invitation', refreshes: [GetDefense] })
  // what was chosen stands there until the read agrees with it
  const chosen = keep.isIdle || keep.isError ? guardian.shows : (keep.variables?.body.shows ?? guardian.shows)
  return (
    <div>
      <Select
        label={guardian.name}
        value={chosen}
        onChange={(event) => {
          const shows = event.currentTarget.value as Showing
          keep.mutate({ params: { id: attemptId }, body: { guardianId: guardian.id, shows } })
        }}
      >
        {showings.map((value) => (
          <option key={value} value={value}>
            {say(`defenses.shows-${value}`)}
          </option>
        ))}
      </Select>
      <Trouble error={keep.error} />
      <span role="status">
        {keep.isSuccess && say(keep.data === 'waiting' ? 'ui.saved-waiting' : 'ui.saved')}
      </span>
    </div>
  )
}
