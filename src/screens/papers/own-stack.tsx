import { useMemo } from 'react'
import { ListOwnPapers } from '../../papers/contract.ts'
import type { Filing } from '../../papers/web/stack.ts'
import { StackDesk } from '../../papers/web/stack-desk.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Page } from '../../ui/page.tsx'
import { WayBack } from '../learner/way-back.tsx'
import { Pending } from '../teacher/pending.tsx'

/** A learner files their own pages. */
export function OwnStack() {
  const { data, error, refetch } = useRead(ListOwnPapers, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return <Stacking here={data} />
}

function Stacking({ here }: { here: Answer<typeof ListOwnPapers> }) {
  const { say } = useWords()
  const filing = useMemo(() => filingOf(here), [here])
  return (
    <Page
      title={say('papers.own-stack-title')}
      lead={say('papers.own-stack-lead')}
      bar={<PersonBar place={<WayBack href="/">{say('learner.my-work')}</WayBack>} />}
    >
      <StackDesk filing={filing} />
    </Page>
  )
}

function filingOf({ learner, papers }: Answer<typeof ListOwnPapers>): Filing {
  const open = papers.flatMap(({ activity }) => (activity?.mayRespond ? [activity] : []))
  const responses = open.flatMap(({ id, response }) =>
    response ? [{ ...response, learnerId: learner.id, activityId: id }] : [],
  )
  return {
    key: 'own',
    where: undefined,
    learners: [learner],
    activities: open.map(({ id, title }) => ({ id, title })),
    papers: papers.map(({ id, activity }) => ({
      id,
      learnerId: learner.id,
      activityId: activity?.id ?? null,
    })),
    responses,
  }
}
