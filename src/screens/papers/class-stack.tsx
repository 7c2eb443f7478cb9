import { Printer } from 'lucide-react'
import { useMemo } from 'react'
import { ListPapers } from '../../papers/contract.ts'
import type { Filing } from '../../papers/web/stack.ts'
import { StackDesk } from '../../papers/web/stack-desk.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { wayOf, whereOf } from '../teacher/taught-place.ts'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import type { ClassPapers } from './print-papers.tsx'

/** A teacher files a stack of paper: everything that is needed was read when the page was opened. */
export function ClassStack({ params }: ScreenProps) {
  const { data, error, refetch } = useRead(ListPapers, {
    params: { id: params['spaceId'] ?? params['id'] ?? '' },
  })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return <Stacking here={data} />
}

function Stacking({ here }: { here: ClassPapers }) {
  const { say } = useWords()
  const { space, learners } = here
  const filing = useMemo((): Filing => {
    const { space, ...rest } = here
    return { ...rest, key: space.classId ?? space.id, where: whereOf(space) }
  }, [here])
  return (
    <Page
      title={say('papers.stack-title')}
      lead={`${space.name}. ${say('papers.stack-lead')}`}
      bar={<TeacherBar {...whereOf(space)} />}
    >
      {learners.length === 0 ? (
        <EmptyState title={say('papers.nobody')} />
      ) : (
        <StackDesk filing={filing}>
          <ButtonLink look="plain" icon={Printer} href={`${wayOf(space)}/papers`}>
            {say('papers.to-print')}
          </ButtonLink>
        </StackDesk>
      )}
    </Page>
  )
}
