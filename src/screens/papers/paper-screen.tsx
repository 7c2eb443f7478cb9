import { Camera } from 'lucide-react'
import { GetPaper } from '../../papers/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** Where a code leads that was scanned with a phone: to nothing, unless one may know whose it is. */
export function PaperScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const { data, error, refetch } = useRead(GetPaper, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const { learner, activity, mine } = data
  const place = data.class.name
  return (
    <Page
      title={mine ? say('papers.sheet-mine') : say('papers.sheet-title', { name: learner.name })}
      lead={
        activity
          ? say('papers.sheet-for', { title: activity.title, place })
          : say('papers.sheet-any', { place })
      }
      width="reading"
      bar={<TeacherBar classId={mine ? undefined : data.class.id} />}
      action={
        <ButtonLink look="primary" icon={Camera} href={mine ? '/stack' : `/classes/${data.class.id}/stack`}>
          {say('papers.sheet-file')}
        </ButtonLink>
      }
    >
      <p>{say('papers.sheet-meaning')}</p>
    </Page>
  )
}
