import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListClassRounds } from '../contract.ts'

/** On a teacher's first page: somebody asked that words be looked at. Nothing while nobody did. */
export function CritiqueReports({ classId }: { classId: string }) {
  const { say } = useWords()
  const { data } = useRead(ListClassRounds, { params: { id: classId } })
  const [first] = data?.rounds.filter(({ reports }) => reports > 0) ?? []
  if (!first) return null
  return (
    <Notice
      kind="problem"
      title={say('critiques.reports', { count: first.reports })}
      action={<ButtonLink href={`/critique-rounds/${first.id}`}>{say('critiques.look')}</ButtonLink>}
    />
  )
}
