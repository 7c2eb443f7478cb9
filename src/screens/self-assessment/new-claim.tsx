import { useLocation, useSearchParams } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListInForce } from '../../self-assessment/contract.ts'
import { ClaimForm } from '../../self-assessment/web/claim-form.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'

/** Where a learner says what they can do; `?at=` names the competency when it was chosen before. */
export function NewClaim() {
  const { say } = useWords()
  const me = useMe()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const at = search.get('at')
  const { data, error } = useRead(ListInForce, {})
  const competency = data?.flatMap(({ stars }) => stars).find(({ id }) => id === at)
  return (
    <Page title={say('self-assessment.claim')} width="reading" bar={<LearnerBar />}>
      {!data && !error && <Loading />}
      {(data ?? error) && (
        <ClaimForm
          key={competency?.id ?? ''}
          learner={me}
          competency={competency}
          onDone={() => go('/can-do')}
        />
      )}
    </Page>
  )
}
