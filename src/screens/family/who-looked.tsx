import { useParams } from 'wouter'
import { ListLooks } from '../../families/contract.ts'
import { LookList } from '../../families/web/look-list.tsx'
import { useMe } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { BarLink, EmptyState, Page } from '../../ui/page.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'
import { Pending } from '../teacher/pending.tsx'

/** Who has looked, for a learner and their family. */
export function WhoLookedScreen() {
  const { say } = useWords()
  const me = useMe()
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, refetch } = useRead(ListLooks, { params: { id } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const isMine = data.learner.id === me.id
  return (
    <Page
      title={say('family.who-looked')}
      lead={isMine ? say('family.looked-lead-mine') : say('family.looked-lead', { name: data.learner.name })}
      width="reading"
      bar={
        isMine ? (
          <LearnerBar />
        ) : (
          <PersonBar>
            <BarLink href="/family">{say('family.title')}</BarLink>
          </PersonBar>
        )
      }
    >
      {data.looks.length === 0 && data.links.length === 0 && (
        <EmptyState title={say('family.looked-nobody')} />
      )}
      <LookList {...data} />
    </Page>
  )
}
