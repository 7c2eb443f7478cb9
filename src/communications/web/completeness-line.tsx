import { ListChecks } from 'lucide-react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { GetClassCompleteness } from '../contract.ts'

/** On a teacher's first page while a communication is open: how many are still to come, and the way there. */
export function CompletenessLine({ classId }: { classId: string }) {
  const { say, sayDate, locale } = useWords()
  const { data } = useRead(GetClassCompleteness, { params: { id: classId }, query: {} })
  const here = data?.communications.find(({ id }) => id === data.chosen)
  const missing = data?.learners.filter(({ complete }) => !complete).length ?? 0
  if (!here || here.standing !== 'open' || missing === 0) return null
  return (
    <div>
      <ButtonLink look="plain" icon={ListChecks} href={`/classes/${classId}/completeness`}>
        {say('communications.line', { name: here.name[locale], day: sayDate(here.closesOn), count: missing })}
      </ButtonLink>
    </div>
  )
}
