import { useLocation } from 'wouter'
import { ListClassDefenses } from '../../defenses/contract.ts'
import { SetForm } from '../../defenses/web/set-form.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

export function SetDefenseScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const classId = params['id'] ?? ''
  const { data, error, refetch } = useRead(ListClassDefenses, { params: { id: classId } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('defenses.set-one')}
      lead={data.name}
      width="reading"
      bar={<TeacherBar classId={classId} />}
    >
      <SetForm here={data} onDone={() => goTo(`/classes/${classId}/presentations`)} />
    </Page>
  )
}
