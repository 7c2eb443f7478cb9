import { useState } from 'react'
import { Link } from 'wouter'
import {
  ApplyFrameworkImport,
  FindCompetencies,
  GetFramework,
  GetFrameworkImport,
  ListFrameworkImports,
  ListFrameworks,
} from '../../competencies/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { BackWay } from './back-way.tsx'
import { type Judge, JudgeChoice } from './begin-framework-form.tsx'
import { Oddities } from './oddities.tsx'
import would from '../../ui/what-it-would-do.module.css'
import styles from './frameworks.module.css'

type Import = Answer<typeof GetFrameworkImport>

/** What a file would change, before anything does; after it was taken over, what it changed. */
export function FrameworkImportScreen({ params }: ScreenProps) {
  const { say, sayDate } = useWords()
  const { data, error, refetch } = useRead(
    GetFrameworkImport,
    { params: { id: params['id'] ?? '' } },
    { refetchOnMount: 'always' },
  )
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={data.title}
      lead={`${data.name} · ${say('competencies.brought-by', { name: data.broughtBy, day: sayDate(data.broughtAt, 'short') })}`}
      bar={<OfficeBar />}
    >
      <BackWay href="/office/frameworks">{say('competencies.office-title')}</BackWay>
      {data.appliedAt ? (
        <Notice kind="success" title={say('competencies.applied-on', { day: sayDate(data.appliedAt) })}>
          <Link href={`/office/frameworks/${data.frameworkId}`}>{say('competencies.see-it')}</Link>
        </Notice>
      ) : (
        <Notice kind="note" title={say('competencies.nothing-yet')}>
          {data.frameworkId === null ? (
            say('competencies.begins-new')
          ) : (
            <Link href={`/office/frameworks/${data.frameworkId}`}>
              {say('competencies.changes-standing')}
            </Link>
          )}
        </Notice>
      )}
      <Changes brought={data} />
      <Oddities oddities={data.oddities} inAll={data.odditiesInAll} />
      {!data.appliedAt && <Apply brought={data} />}
    </Page>
  )
}

const changes = ['adds', 'changes', 'retires', 'returns'] as const

function Changes({ brought }: { brought: Import }) {
  const { say } = useWords()
  const done = brought.appliedAt ? 'did' : 'would'
  return (
    <Section title={say(`competencies.it-${done}`)}>
      <dl className={would['counts']}>
        <div>
          <dt>{say('competencies.in-file')}</dt>
          <dd>{brought.competencies}</dd>
        </div>
        {changes.map((what) => (
          <div key={what}>
            <dt>{say(`competencies.${what}`)}</dt>
            <dd>{brought[what].count}</dd>
          </div>
        ))}
      </dl>
      {brought.touches.things > 0 && (
        <Notice kind="note" title={say('competencies.touches', { ...brought.touches })}>
          {say('competencies.touches-meaning')}
        </Notice>
      )}
      {changes
        .filter((what) => brought[what].count > 0)
        .map((what) => (
          <details key={what} className={would['details']}>
            <summary>
              {say(`competencies.${what}`)} ({brought[what].count})
            </summary>
            <ul className={would['plain']}>
              {brought[what].some.map((one, place) => (
                // two items may have the same words
                <li key={place}>{one}</li>
              ))}
            </ul>
            {brought[what].count > brought[what].some.length && (
              <p className={styles['quiet']}>
                {say('competencies.and-more', { count: brought[what].count - brought[what].some.length })}
              </p>
            )}
          </details>
        ))}
    </Section>
  )
}

/** So many would be retired that it is more likely the wrong file. */
const isDrastic = ({ retires, competencies }: Import) => retires.count > 20 && retires.count > competencies

function Apply({ brought }: { brought: Import }) {
  const { say } = useWords()
  const [judgedBy, setJudgedBy] = useState<Judge>('teacher')
  const [sure, setSure] = useState(false)
  const apply = useAct(ApplyFrameworkImport, {
    refreshes: [GetFrameworkImport, ListFrameworkImports, ListFrameworks, GetFramework, FindCompetencies],
  })
  const drastic = isDrastic(brought)
  return (
    <div className={styles['form']}>
      {brought.frameworkId === null && <JudgeChoice value={judgedBy} onChange={setJudgedBy} />}
      {drastic && (
        <Checkbox
          label={say('competencies.sure', { count: brought.retires.count })}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
      )}
      {apply.error && (
        <Notice kind="problem">
          {apply.error instanceof ApiRefusal ? apply.error.sentence : say('competencies.not-done')}
        </Notice>
      )}
      <div>
        <Button
          look="primary"
          busy={apply.isPending}
          disabled={drastic && !sure}
          onClick={() => apply.mutate({ params: { id: brought.id }, body: { judgedBy } })}
        >
          {say('competencies.apply')}
        </Button>
      </div>
      <p className={styles['quiet']}>{say('competencies.apply-meaning')}</p>
    </div>
  )
}
