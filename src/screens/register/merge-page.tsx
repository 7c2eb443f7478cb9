import { ArrowLeft, ArrowLeftRight, Merge } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { v7 } from 'uuid'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { DescribeMerge, FindPeople, GetPerson, MergePeople } from '../../register/contract.ts'
import type { Doubt } from '../../register/merge.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import styles from './register.module.css'

type Told = Answer<typeof DescribeMerge>

/** Two records beside each other, in counts, before anything is done. */
export function MergePage({ params }: ScreenProps) {
  const { say } = useWords()
  const [id, goneId] = [params['id'] ?? '', params['goneId'] ?? '']
  const sent = { params: { id }, query: { goneId } }
  const { data, error, refetch } = useRead(DescribeMerge, sent, { refetchOnMount: 'always' })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('register.merge-title')} lead={say('register.merge-lead')} bar={<OfficeBar />}>
      <div className={styles['acts']}>
        <ButtonLink look="plain" icon={ArrowLeft} href={`/office/people/${id}`}>
          {data.kept.name}
        </ButtonLink>
        <ButtonLink look="plain" icon={ArrowLeftRight} href={`/office/people/${goneId}/merge/${id}`}>
          {say('register.swap')}
        </ButtonLink>
      </div>
      <div className={styles['sides']}>
        <Side title={say('register.goes-on')} side={data.kept} />
        <Side title={say('register.goes-into')} side={data.gone} />
      </div>
      <Section title={say('register.would-do')}>
        <ul>
          {(['work', 'ties', 'signing-in', 'devices', 'kept'] as const).map((one) => (
            <li key={one}>{say(`register.would-${one}`, { kept: data.kept.name, gone: data.gone.name })}</li>
          ))}
        </ul>
      </Section>
      {data.impossible.length > 0 ? (
        <Notice kind="problem" title={say('register.cannot')}>
          <ul>
            {data.impossible.map((one) => (
              <li key={one}>{say(`register.impossible-${one}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <DoMerge keptId={id} goneId={goneId} doubts={data.doubts} />
      )}
    </Page>
  )
}

function Side({ title, side }: { title: string; side: Told['kept'] }) {
  const { say, sayDate } = useWords()
  const counts = Object.entries(side.counts) as [keyof typeof side.counts, number][]
  return (
    <section className={styles['side']} aria-label={`${title}: ${side.name}`}>
      <p className={styles['quiet']}>{title}</p>
      <h2>{side.name}</h2>
      {side.legalName && <p>{say('register.legal-is', { name: side.legalName })}</p>}
      <p className={styles['quiet']}>{[...side.numbers, side.about].filter(Boolean).join(' · ')}</p>
      <p className={styles['quiet']}>
        {side.lastAt === null
          ? say('register.never-in')
          : say('register.last-in', { moment: sayDate(side.lastAt, 'moment') })}
      </p>
      <dl>
        {counts.map(([kind, count]) => (
          <div key={kind} style={{ display: 'contents' }}>
            <dt>{say(`register.count-${kind}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function DoMerge({ keptId, goneId, doubts }: { keptId: string; goneId: string; doubts: readonly Doubt[] }) {
  const { say } = useWords()
  const [, go] = useLocation()
  const [id] = useState(() => v7())
  const [accepted, setAccepted] = useState<readonly Doubt[]>([])
  const merge = useAct(MergePeople, {
    refreshes: [GetPerson, FindPeople, DescribeMerge],
    onDone: () => go(`/office/people/${keptId}`),
  })
  const toggle = (doubt: Doubt, isOn: boolean) =>
    setAccepted((known) => [...known.filter((one) => one !== doubt), ...(isOn ? [doubt] : [])])
  return (
    <div className={styles['form']}>
      {doubts.length > 0 && (
        <Notice kind="note" title={say('register.doubts')}>
          {say('register.doubts-meaning')}
        </Notice>
      )}
      {doubts.map((doubt) => (
        <Checkbox
          key={doubt}
          label={say(`register.doubt-${doubt}`)}
          checked={accepted.includes(doubt)}
          onChange={(event) => toggle(doubt, event.currentTarget.checked)}
        />
      ))}
      <WhyNot error={merge.error} />
      <div>
        <Button
          look="primary"
          icon={Merge}
          busy={merge.isPending}
          disabled={!doubts.every((doubt) => accepted.includes(doubt))}
          onClick={() => merge.mutate({ params: { id }, body: { keptId, goneId, accepts: [...accepted] } })}
        >
          {say('register.merge-do')}
        </Button>
      </div>
    </div>
  )
}
