import { Plus } from 'lucide-react'
import { ListClassDefenses } from '../../defenses/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { DefenseList } from './defense-list.tsx'

/** The presentations of learning of a class, for its teachers. */
export function ClassDefensesScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const classId = params['id'] ?? ''
  const { data, error, refetch } = useRead(ListClassDefenses, { params: { id: classId } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('defenses.presentations')}
      lead={data.name}
      width="reading"
      bar={<TeacherBar classId={classId} />}
      action={
        <ButtonLink look="primary" icon={Plus} href={`/classes/${classId}/presentations/new`}>
          {say('defenses.set-one')}
        </ButtonLink>
      }
    >
      {data.defenses.length === 0 ? (
        <EmptyState title={say('defenses.none')}>
          <p>{say('defenses.none-meaning')}</p>
        </EmptyState>
      ) : (
        <DefenseList defenses={data.defenses} />
      )}
    </Page>
  )
}
