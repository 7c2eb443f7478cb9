import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import { CountSpaces } from '../contract.ts'

/** For an office: how many were opened by hand at each school, and no more. */
export function SpaceCounts() {
  const { say } = useWords()
  const { data } = useRead(CountSpaces, {})
  // among many schools, those that opened none would hide those that did
  const some = data?.filter(({ groups, oneToOnes, archived }) => groups + oneToOnes + archived > 0) ?? []
  if (some.length === 0) return null
  return (
    <Section title={say('groups.counts')}>
      <p>{say('groups.counts-meaning')}</p>
      <ul>
        {some.map((one) => (
          <li key={one.school}>{say('groups.count-line', one)}</li>
        ))}
      </ul>
    </Section>
  )
}
