import { X } from 'lucide-react'
import { useLocation } from 'wouter'
import { ActivityInstructions } from '../../activities/web/activity-instructions.tsx'
import { GetLibraryItem, ListLibrary, ListShelved, WithdrawItem } from '../../library/contract.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { useAskedPlace } from './asked-place.ts'
import { CopyWay } from './copy-way.tsx'

/** An activity as it stands in a library, to be looked at before it is copied. */
export function LibraryItem({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const [, goTo] = useLocation()
  const { classId, spaceId } = useAskedPlace()
  const { data, error, refetch } = useRead(GetLibraryItem, { params: { id: params['id'] ?? '' } })
  const withdraw = useAct(WithdrawItem, {
    refreshes: [ListLibrary, ListShelved],
    onDone: () => goTo(`/library/${data?.shelf ?? 'school'}`, { replace: true }),
  })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const { id, activityId, title, publishedBy, school, publishedAt, may } = data
  return (
    <Page
      title={title}
      heading="work"
      lead={say('library.by', { name: publishedBy.name, from: school, when: sayDate(publishedAt, 'day') })}
      width="reading"
      bar={<TeacherBar classId={classId} spaceId={spaceId} />}
    >
      {may.copy && <CopyWay activityId={activityId} itemId={id} title={title} />}
      <ActivityInstructions content={data} />
      {may.withdraw && (
        <div>
          <Button icon={X} busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id } })}>
            {say('library.withdraw')}
          </Button>
          {withdraw.isError && <p role="alert">{say('errors.failed')}</p>}
        </div>
      )}
    </Page>
  )
}
