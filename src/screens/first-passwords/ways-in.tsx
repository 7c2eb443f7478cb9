import { KeyRound, Printer } from 'lucide-react'
import { useMe } from '../../people/web/me.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import {
  CountFirstPasswords,
  IssueStaffFirstPasswords,
  SetOwnPasswordRule,
} from '../../first-passwords/contract.ts'
import { ownPasswordRules } from '../../first-passwords/first-password.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { SchoolPart } from '../office/school-part.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import styles from '../families/families.module.css'

type Place = Answer<typeof CountFirstPasswords>[number]

/** From a roster to people who sign in: who cannot yet, school by school. */
export function WaysIn() {
  const { say } = useWords()
  const { runsDistrict } = useMe()
  const { data, error, refetch } = useRead(CountFirstPasswords, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page
      title={say('first-passwords.office-title')}
      lead={say('first-passwords.office-lead')}
      bar={<OfficeBar />}
    >
      <Notice
        kind="note"
        action={
          runsDistrict && <ButtonLink href="/office/signing-in">{say('first-passwords.connect')}</ButtonLink>
        }
      >
        {say('first-passwords.or-provider')}
      </Notice>
      {data.length === 0 && (
        <EmptyState
          title={say('first-passwords.no-school')}
          action={<ButtonLink href="/office/rosters">{say('first-passwords.bring')}</ButtonLink>}
        >
          <p>{say('first-passwords.no-school-meaning')}</p>
        </EmptyState>
      )}
      {data.map((place) => (
        <SchoolWays key={place.school.id} place={place} of={data.length} />
      ))}
    </Page>
  )
}

function SchoolWays({ place, of }: { place: Place; of: number }) {
  const { say } = useWords()
  const issue = useAct(IssueStaffFirstPasswords, { refreshes: [CountFirstPasswords] })
  const { school, without, waiting, classes } = place
  return (
    <SchoolPart name={school.name} of={of} about={say('house.classes-of', { count: classes.length })}>
      <h3>{say('first-passwords.staff')}</h3>
      <p>{say('first-passwords.staff-counts', { without, waiting })}</p>
      <WhyNot error={issue.error} />
      {issue.data && issue.data.made > 0 && (
        <Notice kind="success">{say('first-passwords.made', { count: issue.data.made })}</Notice>
      )}
      <div className={styles['acts']}>
        {without > 0 && (
          <Button
            look="primary"
            icon={KeyRound}
            busy={issue.isPending}
            onClick={() => issue.mutate({ params: { id: school.id } })}
          >
            {say('first-passwords.make', { count: without })}
          </Button>
        )}
        {waiting > 0 && (
          <Button icon={Printer} onClick={() => open(`/first-passwords/staff/${school.id}`, '_blank')}>
            {say('first-passwords.print', { count: waiting })}
          </Button>
        )}
      </div>
      <OwnPasswords schoolId={school.id} who={place.ownPasswords} />
      <ul className={styles['list']}>
        {classes.map((one) => (
          <li key={one.id} className={styles['row']}>
            <p>{one.name}</p>
            <p className={styles['quiet']}>{say('first-passwords.class-counts', one)}</p>
            <div className={styles['acts']}>
              <ButtonLink look="plain" href={`/classes/${one.id}/first-passwords`}>
                {say('first-passwords.title')}
                <span className="unseen"> {one.name}</span>
              </ButtonLink>
              <ButtonLink look="plain" href={`/classes/${one.id}/families`}>
                {say('first-passwords.families')}
                <span className="unseen"> {one.name}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </SchoolPart>
  )
}

function OwnPasswords({ schoolId, who }: { schoolId: string; who: Place['ownPasswords'] }) {
  const { say } = useWords()
  const set = useAct(SetOwnPasswordRule, { refreshes: [CountFirstPasswords] })
  return (
    <>
      <Select
        label={say('first-passwords.own')}
        hint={say('first-passwords.own-meaning')}
        // until the list has been read anew, what was just chosen stands
        value={set.variables?.body.who ?? who}
        onChange={(event) => {
          const next = ownPasswordRules.find((one) => one === event.target.value)
          if (next) set.mutate({ params: { id: schoolId }, body: { who: next } })
        }}
      >
        {ownPasswordRules.map((one) => (
          <option key={one} value={one}>
            {say(`first-passwords.own-${one}`)}
          </option>
        ))}
      </Select>
      <WhyNot error={set.error} />
    </>
  )
}
