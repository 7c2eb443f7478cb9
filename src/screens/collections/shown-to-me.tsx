import { Link } from 'wouter'
import { ListShownToMe } from '../../collections/contract.ts'
import { CollectionWall } from '../../collections/web/collection-tile.tsx'
import { useHat } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListShowcaseRequests } from '../../showcases/contract.ts'
import { GuardianGrade } from '../../showcases/web/guardian-grade.tsx'
import { ShowcaseRequest } from '../../showcases/web/showcase-request.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { NotReached } from '../teacher/not-reached.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './collections.module.css'

/** What learners ask a teacher or guardian to agree to, and what they show them. */
export function ShownToMe() {
  const { say } = useWords()
  const [hat] = useHat()
  const asked = useRead(ListShowcaseRequests, {})
  const shown = useRead(ListShownToMe, {})
  const requests = asked.data ?? []
  const waiting = requests.filter(({ state }) => state !== 'open')
  const open = requests.filter(({ state }) => state === 'open')
  const isEmpty = asked.data && shown.data && requests.length === 0 && shown.data.length === 0
  return (
    <Page title={say('collections.shown-title')} bar={<TeacherBar />}>
      {asked.error && !asked.data && <NotReached error={asked.error} onTryAgain={asked.refetch} />}
      {!asked.data && !asked.error && <Loading />}
      {isEmpty && (
        <EmptyState title={say('collections.shown-none')}>
          <p>{say('collections.shown-none-meaning')}</p>
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Section title={say('showcases.to-agree')}>
          <div className={styles['requests']}>
            {waiting.map((one) => (
              <ShowcaseRequest key={one.id} showcase={one} />
            ))}
          </div>
        </Section>
      )}
      {open.length > 0 && (
        <Section title={say('showcases.open-now')}>
          <div className={styles['requests']}>
            {open.map((one) => (
              <ShowcaseRequest key={one.id} showcase={one} />
            ))}
          </div>
        </Section>
      )}
      {shown.data && shown.data.length > 0 && (
        <Section title={say('collections.shown-to-me')}>
          <CollectionWall tiles={shown.data} showLearner />
        </Section>
      )}
      {hat !== 'guardian' && <Link href="/collection-templates">{say('collections.templates')}</Link>}
      {hat === 'office' && <GuardianGrade />}
    </Page>
  )
}
