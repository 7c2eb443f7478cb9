import { Link } from 'wouter'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { EndSupport, ListSupport } from '../../support/contract.ts'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { SureButton } from '../../ui/sure-button.tsx'
import { Time } from '../../ui/time.tsx'
import { AsSupport } from '../office/as-support.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import styles from '../providers/providers.module.css'
import { Pending } from '../teacher/pending.tsx'
import { LetInForm } from './let-in-form.tsx'

type Grant = Answer<typeof ListSupport>['grants'][number]

/** Whom of those who host Cairn a district lets look, and whom it did. */
export function SupportScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListSupport, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const standing = data.grants.filter(({ stands }) => stands)
  const parts = [
    { title: say('support.now'), grants: standing.filter(({ lacksStep }) => !lacksStep) },
    { title: say('support.not-yet'), grants: standing.filter(({ lacksStep }) => lacksStep) },
  ]
  const before = data.grants.filter(({ stands }) => !stands)
  const free = data.people.filter(({ id }) => !standing.some(({ personId }) => personId === id))
  return (
    <Page title={say('support.title')} lead={say('support.lead')} bar={<OfficeBar />}>
      <AsSupport />
      {parts
        .filter(({ grants }) => grants.length > 0)
        .map(({ title, grants }) => (
          <Section key={title} title={title}>
            {grants.map((grant) => (
              <GrantCard key={grant.id} grant={grant} mayEnd={data.may.letIn} />
            ))}
          </Section>
        ))}
      {data.people.length === 0 && (
        <EmptyState title={say('support.nobody')}>
          <p>{say('support.nobody-meaning')}</p>
        </EmptyState>
      )}
      {data.may.letIn && free.length > 0 && <LetInForm key={standing.length} people={free} />}
      {before.length > 0 && (
        <Section title={say('support.before')}>
          {before.map((grant) => (
            <GrantCard key={grant.id} grant={grant} mayEnd={false} />
          ))}
        </Section>
      )}
      {data.may.letIn && data.grants.length > 0 && (
        <Link href="/office/logbook">{say('support.logbook')}</Link>
      )}
    </Page>
  )
}

function GrantCard({ grant, mayEnd }: { grant: Grant; mayEnd: boolean }) {
  const { say } = useWords()
  const end = useAct(EndSupport, { refreshes: [ListSupport] })
  const { name, reason, grantedBy, grantedAt, endsAt, ended, stands, lacksStep, looks } = grant
  return (
    <article className={styles['card']}>
      <h3>{name}</h3>
      <p>{reason}</p>
      {lacksStep && <Notice kind="note">{say('support.still-needs-step', { name })}</Notice>}
      <p className={styles['quiet']}>
        {say('support.by', { name: grantedBy })} <Time at={grantedAt} as="moment" />
        {' · '}
        {ended ? say('support.ended-by', { name: ended.by }) : say(stands ? 'support.until' : 'support.over')}{' '}
        <Time at={ended?.at ?? endsAt} as="moment" />
        {' · '}
        {say('support.looks', { count: looks })}
      </p>
      {mayEnd && (
        <div>
          <SureButton
            word={say('support.end')}
            asks={say('support.end-asks', { name })}
            yes={say('support.end-yes')}
            no={say('ui.cancel')}
            busy={end.isPending}
            onSure={() => end.mutate({ params: { id: grant.id } })}
          />
        </div>
      )}
      <WhyNot error={end.error} />
    </article>
  )
}
