import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ListDigestRules, SetDigestRule } from '../contract.ts'
import { digestTells } from '../digest.ts'

/** For those who answer for a school: what may stand in a weekly letter. */
export function DigestRules() {
  const { say } = useWords()
  const { data } = useRead(ListDigestRules, {})
  const set = useAct(SetDigestRule, { refreshes: [ListDigestRules] })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('digests.rule')}>
      <p>{say('digests.rule-meaning')}</p>
      {data.map(({ school, tells }) => (
        <Select
          key={school.id}
          label={say('digests.rule-at', { name: school.name })}
          value={set.isPending && set.variables.params.id === school.id ? set.variables.body.tells : tells}
          onChange={(event) => {
            const chosen = digestTells.find((one) => one === event.currentTarget.value)
            if (chosen) set.mutate({ params: { id: school.id }, body: { tells: chosen } })
          }}
        >
          {digestTells.map((one) => (
            <option key={one} value={one}>
              {say(`digests.rule-${one}`)}
            </option>
          ))}
        </Select>
      ))}
      {set.error && <Notice kind="problem">{say('askings.not-kept')}</Notice>}
    </Section>
  )
}
