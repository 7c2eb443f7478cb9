import { Settings2 } from 'lucide-react'
import { Link } from 'wouter'
import { ListFrameworks } from '../../competencies/contract.ts'
import { CompetencySearch } from '../../competencies/web/competency-search.tsx'
import { notesOf, titleOf } from '../../competencies/web/wording.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { HatBar } from './hat-bar.tsx'
import styles from './frameworks.module.css'

/** What work can point at: found by words, or read framework by framework. For learners and teachers alike. */
export function BrowseFrameworks() {
  const { say, locale } = useWords()
  const { data, error, refetch } = useRead(ListFrameworks, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const open = data.frameworks.filter(({ closedAt }) => closedAt === null)
  return (
    <Page
      title={say('competencies.title')}
      lead={say('competencies.lead')}
      width="reading"
      bar={<HatBar />}
      action={
        data.may.keep && (
          <ButtonLink look="quiet" icon={Settings2} href="/office/frameworks">
            {say('competencies.keep')}
          </ButtonLink>
        )
      }
    >
      {open.length === 0 ? (
        <EmptyState title={say('competencies.none')}>
          <p>{say('competencies.none-meaning')}</p>
        </EmptyState>
      ) : (
        <>
          <CompetencySearch />
          <Section title={say('competencies.all')}>
            <ul className={styles['rows']}>
              {open.map((one) => (
                <li key={one.id} className={styles['row']}>
                  <h3>
                    <Link href={`/frameworks/${one.id}`}>{titleOf(one, locale)}</Link>
                  </h3>
                  <p>{notesOf(one, locale)}</p>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  )
}
