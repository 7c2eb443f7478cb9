import { DigestRules } from '../../digests/web/digest-rules.tsx'
import { ListAnswerRules, SetAnswerRule } from '../../askings/contract.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { CountFamilies } from '../../welcomes/contract.ts'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import styles from './families.module.css'

/** In each class, how many guardians came in; and whether teachers read answers before children do. */
export function OfficeFamilies() {
  const { say } = useWords()
  const { data, error, refetch } = useRead(CountFamilies, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return (
    <Page title={say('welcomes.title')} lead={say('welcomes.office-lead')} bar={<OfficeBar />}>
      {data.length === 0 && <EmptyState title={say('welcomes.nobody')} />}
      {data.map(({ school, classes }) => (
        <Section key={school.id} title={school.name}>
          <ul className={styles['list']}>
            {classes.map((one) => (
              <li key={one.id} className={styles['row']}>
                <div>
                  <ButtonLink look="plain" href={`/classes/${one.id}/families`}>
                    {one.name}
                  </ButtonLink>
                </div>
                <p className={styles['quiet']}>{say('welcomes.counts', one)}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <AnswerRules />
      <DigestRules />
    </Page>
  )
}

function AnswerRules() {
  const { say } = useWords()
  const { data } = useRead(ListAnswerRules, {})
  const set = useAct(SetAnswerRule, { refreshes: [ListAnswerRules] })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('askings.rule')}>
      {data.map(({ school, holds }) => (
        <Checkbox
          key={school.id}
          label={say('askings.rule-at', { name: school.name })}
          checked={set.isPending && set.variables.params.id === school.id ? set.variables.body.holds : holds}
          onChange={(event) =>
            set.mutate({ params: { id: school.id }, body: { holds: event.currentTarget.checked } })
          }
        />
      ))}
    </Section>
  )
}
