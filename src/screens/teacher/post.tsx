import { useState } from 'react'
import { useLocation } from 'wouter'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading, Nowhere } from '../../ui/ways.tsx'
import { GetClassDay, GetPortfolio, GetWall, PostForLearners } from '../../work/contract.ts'
import { CaptureForm } from '../../work/web/capture-form.tsx'
import { LearnerChoice } from './learner-choice.tsx'
import { Pending } from './pending.tsx'
import { PostAudiences } from './post-audiences.tsx'
import { chosenPieces, type PostChoice } from './post-choice.ts'
import { type TaughtPlace, useTaughtPlace } from './taught-place.ts'
import { TeacherBar } from './teacher-bar.tsx'

/** One moment, several portfolios: a photo of the group, and whose it is. */
export function PostForSeveral({ params }: ScreenProps) {
  const { say } = useWords()
  const { place, error, refetch } = useTaughtPlace(params)
  if (!place) return <Pending error={error} onTryAgain={refetch} />
  if (!place.teaches) return <Nowhere />
  return (
    <Page
      title={say('teacher.post-for-several')}
      lead={`${place.name}. ${say('teacher.post-lead')}`}
      width="reading"
      bar={<TeacherBar {...place.where} />}
    >
      {place.learners.length === 0 ? (
        <EmptyState title={say('teacher.nobody-yet')} />
      ) : (
        <PostForm here={place} />
      )}
    </Page>
  )
}

/** The ids are made once and kept with the draft, so that sending it again is the same post. */
function PostForm({ here }: { here: TaughtPlace }) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const kept = useAutosavedDraft<PostChoice>(`post-choice ${here.id}`)
  const [changed, setChanged] = useState<PostChoice>()
  const [begun] = useState(
    (): PostChoice => ({
      id: newId(),
      // what is posted in a group is for the group; of a class each family sees its own child's
      audiences: [here.byHand ? 'class' : 'family'],
      learners: [],
    }),
  )
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
        const body = { ...here.where, title, parts, audiences: choice.audiences, pieces }
        await post.mutateAsync({ params: { id: choice.id }, body })
        await kept.drop()
        goTo(here.byHand || choice.audiences.includes('class') ? here.way : '/today')
      }}
    >
      <LearnerChoice learners={here.learners} choice={choice} onChoose={choose} />
      <PostAudiences here={here} choice={choice} onChoose={choose} />
    </CaptureForm>
  )
}
