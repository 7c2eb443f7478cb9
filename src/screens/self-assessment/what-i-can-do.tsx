import { Plus, Sparkles } from 'lucide-react'
import { Link } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { figuresOf } from '../../self-assessment/constellation.ts'
import {
  GetConstellation,
  ListClaims,
  ListDeletedClaims,
  RestoreClaim,
} from '../../self-assessment/contract.ts'
import { type Claim, ClaimCard } from '../../self-assessment/web/claim-card.tsx'
import { CompetencySign } from '../../self-assessment/web/competency-sign.tsx'
import { useCompetencyWords } from '../../self-assessment/web/competency-words.ts'
import { Suggestions } from '../../self-assessment/web/suggestions.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'
import { WaitingClaims } from './waiting-claims.tsx'
import styles from './self-assessment.module.css'

type Sky = Answer<typeof GetConstellation>['frameworks'][number]

/** All a learner says they can do, beside what there is to say something about. */
export function WhatICanDo() {
  const { say } = useWords()
  const me = useMe()
  const sky = useRead(GetConstellation, {})
  const { data, error, refetch } = useRead(ListClaims, { params: { id: me.id } })
  const frameworks = sky.data?.frameworks ?? []
  return (
    <Page
      title={say('self-assessment.what-i-can')}
      lead={say('self-assessment.what-i-can-lead')}
      width="reading"
      bar={<LearnerBar />}
      action={
        frameworks.length > 0 && (
          <ButtonLink look="primary" icon={Plus} href="/can-do/new">
            {say('self-assessment.claim')}
          </ButtonLink>
        )
      }
    >
      {frameworks.length > 0 && (
        <div>
          <ButtonLink look="quiet" icon={Sparkles} href="/constellation">
            {say('self-assessment.my-constellation')}
          </ButtonLink>
        </div>
      )}
      {(sky.data?.suggestions.length ?? 0) > 0 && (
        <Section title={say('self-assessment.suggestions')}>
          <Suggestions suggestions={sky.data?.suggestions ?? []} namesPiece />
        </Section>
      )}
      {!data && !error && <Loading />}
      {!data && error && (
        <Notice
          kind="problem"
          title={say('self-assessment.not-reached')}
          action={<Button onClick={() => void refetch()}>{say('self-assessment.try-again')}</Button>}
        />
      )}
      {data?.claims.length === 0 && (
        <Nothing hasFramework={sky.data === undefined || frameworks.length > 0} />
      )}
      <WaitingClaims />
      {data && <Claims claims={data.claims} />}
      {frameworks.map((framework) => (
        <Framework key={framework.id} sky={framework} />
      ))}
      <DeletedLately />
    </Page>
  )
}

function Nothing({ hasFramework }: { hasFramework: boolean }) {
  const { say } = useWords()
  if (!hasFramework) {
    return (
      <EmptyState title={say('self-assessment.no-framework-yet')}>
        <p>{say('self-assessment.no-framework')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={say('self-assessment.none')}>
      <p>{say('self-assessment.none-meaning')}</p>
    </EmptyState>
  )
}

function Claims({ claims }: { claims: readonly Claim[] }) {
  if (claims.length === 0) return null
  return (
    <ul className={styles['claims']}>
      {claims.map((claim) => (
        <li key={claim.id}>
          <ClaimCard claim={claim} />
        </li>
      ))}
    </ul>
  )
}

/** What there is to say something about, folded; each leads to saying it. */
function Framework({ sky }: { sky: Sky }) {
  const { say } = useWords()
  const { nameOf, plainOf, titleOf } = useCompetencyWords()
  return (
    <Section title={titleOf(sky)}>
      <ul className={styles['groups']}>
        {figuresOf(sky.stars)
          .flatMap(({ hub, stars }) =>
            hub ? [{ star: hub, below: stars }] : stars.map((star) => ({ star, below: [] })),
          )
          .map(({ star, below }) => {
            return (
              <li key={star.id}>
                <CompetencySign identifier={star.identifier} />
                <div>
                  <h3>
                    <Link href={`/can-do/new?at=${star.id}`}>{nameOf(star)}</Link>
                  </h3>
                  <p>{plainOf(star)}</p>
                  {below.length > 0 && (
                    <details>
                      <summary>
                        {say('self-assessment.what-is-in-it')}
                        <span className="unseen">: {nameOf(star)}</span>
                      </summary>
                      <dl>
                        {below.map((one) => (
                          <div key={one.id}>
                            <dt>{nameOf(one)}</dt>
                            <dd>{plainOf(one)}</dd>
                          </div>
                        ))}
                      </dl>
                    </details>
                  )}
                </div>
              </li>
            )
          })}
      </ul>
    </Section>
  )
}

function DeletedLately() {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListDeletedClaims, {})
  const restore = useAct(RestoreClaim, { refreshes: [ListClaims, ListDeletedClaims, GetConstellation] })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('self-assessment.deleted')}>
      {data.map(({ erasedOn, claim }) => (
        <Notice
          key={claim.id}
          kind="wait"
          title={say('self-assessment.deleted-until', { day: sayDate(erasedOn) })}
          action={
            <Button busy={restore.isPending} onClick={() => restore.mutate({ params: { id: claim.id } })}>
              {say('self-assessment.restore')}
            </Button>
          }
        >
          {claim.words || claim.profile?.words || ''}
        </Notice>
      ))}
    </Section>
  )
}
