import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Select } from '../../ui/field.tsx'
import { ListPrompts } from '../contract.ts'

/** What is about no work may be about a term. Where there is none, nothing is asked. */
export function TermChoice({
  value,
  onChoose,
}: {
  value: string | undefined
  onChoose: (termId: string | undefined) => void
}) {
  const { say } = useWords()
  const { data } = useRead(ListPrompts, {})
  if (!data || data.terms.length === 0) return null
  return (
    <Select
      label={say('reflections.about')}
      value={value ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
    >
      <option value="">{say('reflections.about-anything')}</option>
      {data.terms.map((term) => (
        <option key={term.id} value={term.id}>
          {term.name}
        </option>
      ))}
    </Select>
  )
}
