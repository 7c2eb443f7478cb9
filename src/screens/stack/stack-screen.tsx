import { useEffect } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { ListLearners } from '../../schools/contract.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { useFileStack } from './file-stack.ts'
import { StackBegin } from './stack-begin.tsx'
import { onlyThose } from './stack-draft.ts'
import { StackReview } from './stack-review.tsx'
import { StackTapping } from './stack-tapping.tsx'
import { useStack } from './use-stack.ts'
import styles from './stack.module.css'

export type TaughtClass = Answer<typeof ListLearners>

/** A stack of photos of a class, each filed to whose it is by tapping faces. */
export function StackScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const read = useRead(ListLearners, { params: { id: params['id'] ?? '' } })
  if (!read.data) return <Pending error={read.error} onTryAgain={read.refetch} />
  if (read.data.learners.length > 0) return <OpenStack key={read.data.id} taught={read.data} />
  return (
    <Page title={say('stack.title')} width="reading" bar={<TeacherBar classId={read.data.id} />}>
      <EmptyState title={say('teacher.nobody-yet')} />
    </Page>
  )
}

function OpenStack({ taught }: { taught: TaughtClass }) {
  const { say } = useWords()
  const here = useStack(taught.id)
  const filing = useFileStack(here, taught.id)
  const { ready, stack, change } = here
  useEffect(() => {
    if (ready) change((before) => onlyThose(before, taught.learners))
  }, [ready, change, taught.learners])
  const working = ready && stack.pictures.length > 0 && !filing.filed
  return (
    <Page
      title={say('stack.title')}
      heading={working ? 'unseen' : 'shown'}
      lead={working ? undefined : `${taught.name}. ${say('stack.lead')}`}
      width={working ? 'wide' : 'reading'}
      bar={<TeacherBar classId={taught.id} />}
    >
      {!ready ? (
        <Loading />
      ) : filing.filed ? (
        <FiledNow taught={taught} filed={filing.filed} left={stack.pictures.length} onGoOn={filing.forget} />
      ) : working && stack.at === 'review' ? (
        <StackReview taught={taught} here={here} filing={filing} />
      ) : working ? (
        <StackTapping taught={taught} here={here} />
      ) : (
        <StackBegin here={here} classId={taught.id} />
      )}
    </Page>
  )
}

type FiledNowProps = {
  taught: TaughtClass
  filed: { pictures: number; learners: number }
  left: number
  onGoOn: () => void
}

function FiledNow({ taught, filed, left, onGoOn }: FiledNowProps) {
  const { say } = useWords()
  return (
    <div className={styles['filed']}>
      <Notice kind="success" title={say('stack.filed', filed)}>
        {say('stack.filed-meaning')}
        {left > 0 && ` ${say('stack.left', { count: left })}`}
      </Notice>
      <div className={styles['ways']}>
        <Button look="primary" onClick={onGoOn}>
          {say(left > 0 ? 'stack.go-on' : 'stack.another')}
        </Button>
        <ButtonLink look="plain" href={`/classes/${taught.id}`}>
          {say('teacher.see-wall')}
        </ButtonLink>
        <ButtonLink look="plain" href={`/classes/${taught.id}/filed`}>
          {say('stack.wrong')}
        </ButtonLink>
        <ButtonLink look="plain" href="/on-this-device">
          {say('outbox.see-all')}
        </ButtonLink>
      </div>
    </div>
  )
}
