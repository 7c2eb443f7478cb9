import { useState } from 'react'
import { useLocation } from 'wouter'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListLearners } from '../../schools/contract.ts'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetClassDay, GetPortfolio, GetWall, PostForLearners } from '../../work/contract.ts'
import { CaptureForm } from '../../work/web/capture-form.tsx'
import { LearnerChoice } from './learner-choice.tsx'
import { Pending } from './pending.tsx'
import { PostAudiences } from './post-audiences.tsx'
import { chosenPieces, type PostChoice } from './post-choice.ts'
import { TeacherBar } from './teacher-bar.tsx'

/** One moment, several portfolios: a photo of the group, and whose it is. */
export function PostForSeveral({ params }: ScreenProps) {
  const { say } = useWords()
  const learners = useRead(ListLearners, { params: { id: params['id'] ?? '' } })
  if (!learners.data) return <Pending error={learners.error} onTryAgain={learners.refetch} />
  const { id, name } = learners.data
  return (
    <Page
      title={say('teacher.post-for-several')}
      lead={`${name}. ${say('teacher.post-lead')}`}
      width="reading"
      bar={<TeacherBar classId={id} />}
    >
      {learners.data.learners.length === 0 ? (
        <EmptyState title={say('teacher.nobody-yet')} />
      ) : (
        <PostForm here={learners.data} />
      )}
    </Page>
  )
}

export type TaughtLearners = Answer<typeof ListLearners>

/** The ids are made once and kept with the draft, so that sending it again is the same post. */
function PostForm({ here }: { here: TaughtLearners }) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const kept = useAutosavedDraft<PostChoice>(`post-choice ${here.id}`)
  const [changed, setChanged] = useState<PostChoice>()
  const [begun] = useState((): PostChoice => ({ id: newId(), audiences: ['family'], learners: [] }))
  const post = useKeep(PostForLearners, {
    as: 'teacher.waiting-post',
    values: ({ body }) => ({ title: body.title || say('work.untitled') }),
    refreshes: [GetWall, GetClassDay, GetPortfolio],
  })
  if (!kept.ready) return <Loading />
  const choice = changed ?? kept.content ?? begun
  const choose = (next: PostChoice) => {
    setChanged(next)
    kept.write(next)
  }
  return (
    <CaptureForm
      draftKey={`post ${here.id}`}
      saveLabel={say('teacher.post', { count: choice.learners.length })}
      asksTitle
      onKeep={async ({ title, parts }) => {
        const pieces = chosenPieces(choice, here.learners)
        if (pieces.length === 0) throw new ApiRefusal(0, 'nobody_chosen', say('teacher.choose-someone'))
        const body = { classId: here.id, title, parts, audiences: choice.audiences, pieces }
        await post.mutateAsync({ params: { id: choice.id }, body })
        await kept.drop()
        goTo(choice.audiences.includes('class') ? `/classes/${here.id}` : '/today')
      }}
    >
      <LearnerChoice learners={here.learners} choice={choice} onChoose={choose} />
      <PostAudiences here={here} choice={choice} onChoose={choose} />
    </CaptureForm>
  )
}
