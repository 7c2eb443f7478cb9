import type { GetFrameworkImport } from '../../competencies/contract.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import would from '../../ui/what-it-would-do.module.css'
import styles from './frameworks.module.css'

type Oddity = Answer<typeof GetFrameworkImport>['oddities'][number]

/** What is odd in the file, where, and what becomes of it: a sentence each. */
export function Oddities({ oddities, inAll }: { oddities: readonly Oddity[]; inAll: number }) {
  const { say } = useWords()
  if (inAll === 0) return null
  return (
    <Section title={say('competencies.oddities', { count: inAll })}>
      <ul className={would['plain']}>
        {oddities.map((one) => (
          <OneOddity key={`${one.code} ${one.at}`} oddity={one} />
        ))}
      </ul>
      {inAll > oddities.length && (
        <p className={styles['quiet']}>{say('competencies.and-more', { count: inAll - oddities.length })}</p>
      )}
    </Section>
  )
}

const sentences = {
  no_statement: 'competencies.odd-no_statement',
  no_identifier: 'competencies.odd-no_identifier',
  same_identifier: 'competencies.odd-same_identifier',
  tie_incomplete: 'competencies.odd-tie_incomplete',
  tie_leads_nowhere: 'competencies.odd-tie_leads_nowhere',
  same_tie: 'competencies.odd-same_tie',
  goes_in_circles: 'competencies.odd-goes_in_circles',
  unknown_parent: 'competencies.odd-unknown_parent',
  other_version: 'competencies.odd-other_version',
} as const

function OneOddity({ oddity }: { oddity: Oddity }) {
  const { say } = useWords()
  return (
    <li>
      {usePlace(oddity.at)}: {say(sentences[oddity.code])}
      {oddity.detail && <span className={styles['quiet']}> ({oddity.detail})</span>}
    </li>
  )
}

/** A row of a table, an item or a tie of a package, or the item itself. */
function usePlace(at: string): string {
  const { say } = useWords()
  const number = at.replace(/\D/g, '')
  if (/^\d+$/.test(at)) return say('competencies.at-row', { number })
  if (at.startsWith('CFItems ')) return say('competencies.at-item', { number })
  if (at.startsWith('CFAssociations ')) return say('competencies.at-tie', { number })
  return at
}
