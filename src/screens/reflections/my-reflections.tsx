import { MessageSquareQuote, Users } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListDeletedReflections, ListReflections, RestoreReflection } from '../../reflections/contract.ts'
import { ReflectForm } from '../../reflections/web/reflect-form-later.tsx'
import { ReflectionList } from '../../reflections/web/reflection-list.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'

/** All a learner has said, newest first, and a place to say something that is about no piece. */
export function MyReflections() {
  const { say } = useWords()
  const me = useMe()
  const [search] = useSearchParams()
  const [open, setOpen] = useState(search.has('begin'))
  return (
    <Page
      title={say('reflections.my-words')}
      width="reading"
      bar={<LearnerBar />}
      action={
        !open && (
          <Button look="primary" icon={MessageSquareQuote} onClick={() => setOpen(true)}>
            {say('reflections.reflect-free')}
          </Button>
        )
      }
    >
      <div>
        <ButtonLink look="plain" icon={Users} href="/ask-me">
          {say('reflections.to-askings')}
        </ButtonLink>
      </div>
      {open && <ReflectForm learner={me} stage="looking_back" onDone={() => setOpen(false)} />}
      <All learnerId={me.id} invites={!open} />
      <DeletedLately />
    </Page>
  )
}

function All({ learnerId, invites }: { learnerId: string; invites: boolean }) {
  const { say } = useWords()
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const last = useRead(ListReflections, { params: { id: learnerId }, query: { before: pages.at(-1) } })
  const { data, error, refetch } = last
  if (!data && error) {
    return (
      <Notice
        kind="problem"
        title={say('reflections.not-reached')}
        action={<Button onClick={() => void refetch()}>{say('reflections.try-again')}</Button>}
      />
    )
  }
  return (
    <>
      {pages.map((before) => (
        <OnePage key={before ?? ''} learnerId={learnerId} before={before} />
      ))}
      {!data && <Loading />}
      {data?.next && (
        <Button onClick={() => setPages([...pages, data.next ?? undefined])}>
          {say('reflections.older')}
        </Button>
      )}
      {invites && data?.reflections.length === 0 && pages.length === 1 && (
        <EmptyState title={say('reflections.none')}>
          <p>{say('reflections.none-meaning')}</p>
        </EmptyState>
      )}
    </>
  )
}

function OnePage({ learnerId, before }: { learnerId: string; before: string | undefined }) {
  const { data } = useRead(ListReflections, { params: { id: learnerId }, query: { before } })
  return data ? <ReflectionList reflections={data.reflections} namesPiece /> : null
}

function DeletedLately() {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListDeletedReflections, {})
  const restore = useAct(RestoreReflection, { refreshes: [ListReflections, ListDeletedReflections] })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('reflections.deleted')}>
      {data.map(({ erasedOn, reflection }) => (
        <Notice
          key={reflection.id}
          kind="wait"
          title={say('reflections.deleted-until', { day: sayDate(erasedOn) })}
          action={
            <Button
              busy={restore.isPending}
              onClick={() => restore.mutate({ params: { id: reflection.id } })}
            >
              {say('reflections.restore')}
            </Button>
          }
        >
          {reflection.body}
        </Notice>
      ))}
    </Section>
  )
}
