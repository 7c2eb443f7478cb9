import { Upload } from 'lucide-react'
import { Link } from 'wouter'
import {
  AdoptPack,
  FindCompetencies,
  ListFrameworkImports,
  ListFrameworks,
} from '../../competencies/contract.ts'
import { type Framework, titleOf } from '../../competencies/web/wording.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { BeginFrameworkForm } from './begin-framework-form.tsx'
import styles from './frameworks.module.css'

type Pack = Answer<typeof ListFrameworks>['packs'][number]

/** For the district's office: which frameworks there are, and the ways to get another. */
export function OfficeFrameworks() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(ListFrameworks, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  if (!data.may.keep) return <Nowhere />
  return (
    <Page
      title={say('competencies.office-title')}
      lead={say('competencies.office-lead')}
      bar={<OfficeBar />}
      action={
        <ButtonLink look="primary" icon={Upload} href="/office/bring-framework">
          {say('competencies.bring')}
        </ButtonLink>
      }
    >
      <ul className={styles['rows']}>
        {data.frameworks.map((one) => (
          <FrameworkRow key={one.id} framework={one} />
        ))}
      </ul>
      <Packs packs={data.packs} frameworks={data.frameworks} />
      <BeginFrameworkForm />
      <BroughtLately />
    </Page>
  )
}

const origins = {
  pack: 'competencies.origin-pack',
  case: 'competencies.origin-case',
  table: 'competencies.origin-table',
  own: 'competencies.origin-own',
} as const

function FrameworkRow({ framework }: { framework: Framework }) {
  const { say, sayDate, locale } = useWords()
  const { id, origin, version, competencies, retired, adoptedAt, closedAt, judgedBy } = framework
  return (
    <li className={styles['row']}>
      <h2>
        <Link href={`/office/frameworks/${id}`}>{titleOf(framework, locale)}</Link>
      </h2>
      <p>
        {closedAt
          ? say('competencies.closed-since', { day: sayDate(closedAt, 'short') })
          : say('competencies.in-use-since', { day: sayDate(adoptedAt, 'short') })}
        {' · '}
        {say('competencies.items', { count: competencies })}
        {retired > 0 && ` · ${say('competencies.retired-count', { count: retired })}`}
      </p>
      <p className={styles['quiet']}>
        {say(origins[origin])}
        {version && ` ${version}`} · {say(`competencies.judged-${judgedBy}`)}
      </p>
    </li>
  )
}

function Packs({ packs, frameworks }: { packs: readonly Pack[]; frameworks: readonly Framework[] }) {
  const { say, locale } = useWords()
  const adopt = useAct(AdoptPack, { refreshes: [ListFrameworks, FindCompetencies] })
  const held = (pack: Pack) => frameworks.find((one) => one.pack === pack.pack)
  const offered = packs.filter((pack) => held(pack)?.version !== pack.version)
  if (offered.length === 0) return null
  return (
    <Section title={say('competencies.packs')}>
      {adopt.error && <Notice kind="problem">{say('competencies.not-done')}</Notice>}
      <ul className={styles['rows']}>
        {offered.map((pack) => (
          <li key={pack.pack} className={styles['row']}>
            <h3>{pack.title[locale]}</h3>
            <p>{pack.notes[locale]}</p>
            <p className={styles['quiet']}>
              {say('competencies.items', { count: pack.items })} · {pack.version}
            </p>
            <Button
              busy={adopt.isPending && adopt.variables.body.pack === pack.pack}
              onClick={() => adopt.mutate({ body: { pack: pack.pack } })}
            >
              {say(held(pack) ? 'competencies.take-newer' : 'competencies.take-over')}
              <span className="unseen">: {pack.title[locale]}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Files that were brought, so that a dry run can be found again. */
function BroughtLately() {
  const { say, sayDate } = useWords()
  const { data } = useRead(ListFrameworkImports, {})
  if (!data || data.length === 0) return null
  return (
    <Section title={say('competencies.brought')}>
      <ul className={styles['rows']}>
        {data.slice(0, 10).map(({ id, name, broughtAt, broughtBy, appliedAt }) => (
          <li key={id} className={styles['row']}>
            <Link href={`/office/framework-imports/${id}`}>{name}</Link>
            <p className={styles['quiet']}>
              {say('competencies.brought-by', { name: broughtBy, day: sayDate(broughtAt, 'short') })}
              {' · '}
              {say(appliedAt ? 'competencies.applied' : 'competencies.only-looked-at')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
