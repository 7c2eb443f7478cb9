import { DigestRules } from '../../digests/web/digest-rules.tsx'
import { ListAnswerRules, SetAnswerRule } from '../../askings/contract.ts'
import { useChosen } from '../../platform/web/chosen-at-once.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Translator } from '../../translations/web/translator-form.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { CountFamilies } from '../../welcomes/contract.ts'
import { SchoolPart } from '../office/school-part.tsx'
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
        <SchoolPart
          key={school.id}
          name={school.name}
          of={data.length}
          about={say('house.classes-of', { count: classes.length })}
        >
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
        </SchoolPart>
      ))}
      <AnswerRules />
      <DigestRules />
      <Translator />
    </Page>
  )
}

function AnswerRules() {
  const { say } = useWords()
  const { data } = useRead(ListAnswerRules, {})
  if (!data || data.length === 0) return null
  return (
    <Section title={say('askings.rule')}>
      {data.map((rule) => (
        <SchoolRule key={rule.school.id} rule={rule} />
      ))}
    </Section>
  )
}

function SchoolRule({ rule: { school, holds } }: { rule: Answer<typeof ListAnswerRules>[number] }) {
  const { say } = useWords()
  const set = useAct(SetAnswerRule, { refreshes: [ListAnswerRules] })
  const [shown, choose] = useChosen(holds)
  return (
    <Checkbox
      label={say('askings.rule-at', { name: school.name })}
      checked={shown}
      onChange={({ target }) =>
        set.mutate({ params: { id: school.id }, body: { holds: target.checked } }, choose(target.checked))
      }
    />
  )
}
