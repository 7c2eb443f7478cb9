import type { Answer } from '../../platform/web/client.ts'
import { useChosen } from '../../platform/web/chosen-at-once.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ListDigestRules, SetDigestRule } from '../contract.ts'
import { digestTells } from '../digest.ts'

type Rule = Answer<typeof ListDigestRules>[number]

/** For those who answer for a school: what may stand in a weekly letter. */
export function DigestRules() {
  const { say } = useWords()
  const { data } = useRead(ListDigestRules, {})
  if (!data || data.length === 0) return null
  return (
    <Section title={say('digests.rule')}>
      <p>{say('digests.rule-meaning')}</p>
      {data.map((rule) => (
        <SchoolRule key={rule.school.id} rule={rule} />
      ))}
    </Section>
  )
}

function SchoolRule({ rule: { school, tells } }: { rule: Rule }) {
  const { say } = useWords()
  const set = useAct(SetDigestRule, { refreshes: [ListDigestRules] })
  const [shown, choose] = useChosen(tells)
  return (
    <>
      <Select
        label={say('digests.rule-at', { name: school.name })}
        value={shown}
        onChange={(event) => {
          const chosen = digestTells.find((one) => one === event.currentTarget.value)
          if (chosen) set.mutate({ params: { id: school.id }, body: { tells: chosen } }, choose(chosen))
        }}
      >
        {digestTells.map((one) => (
          <option key={one} value={one}>
            {say(`digests.rule-${one}`)}
          </option>
        ))}
      </Select>
      {set.error && <Notice kind="problem">{say('askings.not-kept')}</Notice>}
    </>
  )
}
