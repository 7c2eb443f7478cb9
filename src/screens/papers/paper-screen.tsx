import { Camera } from 'lucide-react'
import { GetPaper } from '../../papers/contract.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { wayOf, whereOf } from '../teacher/taught-place.ts'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** Where a code leads that was scanned with a phone: to nothing, unless one may know whose it is. */
export function PaperScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const { data, error, refetch } = useRead(GetPaper, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const { learner, activity, mine } = data
  const { space } = data
  const place = space?.name
  return (
    <Page
      title={mine ? say('papers.sheet-mine') : say('papers.sheet-title', { name: learner.name })}
      lead={
        place &&
        (activity
          ? say('papers.sheet-for', { title: activity.title, place })
          : say('papers.sheet-any', { place }))
      }
      width="reading"
      bar={<TeacherBar {...(mine || !space ? {} : whereOf(space))} />}
      action={
        <ButtonLink look="primary" icon={Camera} href={mine || !space ? '/stack' : `${wayOf(space)}/stack`}>
          {say('papers.sheet-file')}
        </ButtonLink>
      }
    >
      <p>{say('papers.sheet-meaning')}</p>
    </Page>
  )
}
