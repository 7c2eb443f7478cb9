import { dayOf } from '../../platform/web/dates.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetKeptClass, KeepClass, ListKeptClasses } from '../../schools/contract.ts'
import { type NamedDays, NamedDaysForm } from './named-days-form.tsx'

type ClassFormProps = {
  id: string
  schoolId: string
  before?: NamedDays
  closesOn?: string | undefined
  onDone: () => void
}

export function ClassForm({ id, schoolId, before, closesOn = '', onDone }: ClassFormProps) {
  const { say } = useWords()
  const keep = useAct(KeepClass, { refreshes: [ListKeptClasses, GetKeptClass], onDone })
  const fresh = { name: '', opensOn: dayOf(), closesOn }
  return (
    <NamedDaysForm
      begun={before ?? fresh}
      label={say('classes.name')}
      longest={120}
      act={say(before ? 'classes.keep' : 'classes.open-do')}
      busy={keep.isPending}
      error={keep.error}
      onKeep={(said) => keep.mutate({ params: { id }, body: { schoolId, ...said } })}
      onLeave={onDone}
    />
  )
}
