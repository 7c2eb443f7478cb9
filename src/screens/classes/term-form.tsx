import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { KeepTerm, ListKeptClasses } from '../../schools/contract.ts'
import { type NamedDays, NamedDaysForm } from './named-days-form.tsx'

type TermFormProps = { id: string; schoolId: string; before?: NamedDays | undefined; onDone: () => void }

export function TermForm({ id, schoolId, before, onDone }: TermFormProps) {
  const { say } = useWords()
  const keep = useAct(KeepTerm, { refreshes: [ListKeptClasses], onDone })
  return (
    <NamedDaysForm
      begun={before ?? { name: '', opensOn: '', closesOn: '' }}
      label={say('classes.term-name')}
      longest={80}
      act={say('classes.term-keep')}
      busy={keep.isPending}
      error={keep.error}
      onKeep={(said) => keep.mutate({ params: { id }, body: { schoolId, ...said } })}
      onLeave={onDone}
    />
  )
}
