import { useState } from 'react'
import { AdoptPlan, CountCompleteness, GetYearPlan } from '../../communications/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { WindowForm } from './window-form.tsx'
import styles from './completeness.module.css'

export type YearPlan = Answer<typeof GetYearPlan>

/** For the district's office: which communications the year has, when each is due and what it asks. */
export function YearPlanScreen() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(GetYearPlan, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('communications.plan')} lead={say('communications.plan-lead')} bar={<OfficeBar />}>
      {data.communications.length === 0 ? <Packs plan={data} /> : <Windows plan={data} />}
    </Page>
  )
}

function Packs({ plan }: { plan: YearPlan }) {
  const { say, locale } = useWords()
  const adopt = useAct(AdoptPlan, { refreshes: [GetYearPlan, CountCompleteness] })
  return plan.packs.map(({ pack, version, title, notes, source, communications }) => (
    <Section key={pack} title={say('communications.taken-over', { title: title[locale], version })}>
      <div className={styles['pack']}>
        <p>{notes[locale]}</p>
        <ul>
          {communications.map(({ name }) => (
            <li key={name.en}>{name[locale]}</li>
          ))}
        </ul>
        <p>
          <small lang="en">{source}</small>
        </p>
        {adopt.error && <Notice kind="problem">{say('communications.not-done')}</Notice>}
        <Button look="primary" busy={adopt.isPending} onClick={() => adopt.mutate({ body: { pack } })}>
          {say('communications.adopt')}
        </Button>
      </div>
    </Section>
  ))
}

function Windows({ plan }: { plan: YearPlan }) {
  const { say } = useWords()
  const [schoolId, setSchoolId] = useState('')
  return (
    <>
      <div className={styles['pack']}>
        <Select
          label={say('communications.for-whom')}
          value={schoolId}
          onChange={(event) => setSchoolId(event.currentTarget.value)}
        >
          <option value="">{say('communications.district')}</option>
          {plan.schools.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div>
        {plan.communications.map((one) => (
          <WindowForm key={`${one.id} ${schoolId}`} communication={one} schoolId={schoolId || undefined} />
        ))}
      </div>
    </>
  )
}
