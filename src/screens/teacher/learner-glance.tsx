import { Link } from 'wouter'
import { lazy, Suspense } from 'react'
import { useHat } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { GetPortfolio } from '../../work/contract.ts'
import { schoolYearOf } from '../../work/piece.ts'
import { PieceWall } from '../../work/web/piece-wall.tsx'
import { Pending } from './pending.tsx'
import { useReadOn } from './read-on.ts'
import { TeacherBar } from './teacher-bar.tsx'
import styles from './glance.module.css'

/** The work comes first; what was said about it and wanted a moment later. */
const ClaimsOf = lazy(async () => ({
  default: (await import('../../self-assessment/web/claims-of.tsx')).ClaimsOf,
}))
const GoalsOf = lazy(async () => ({
  default: (await import('../../goals/web/goal-list.tsx')).GoalsOf,
}))
const LearnerAnswers = lazy(async () => ({
  default: (await import('../../feedback/web/answers-given.tsx')).LearnerAnswers,
}))

type Pieces = Answer<typeof GetPortfolio>['pieces']

/** A learner's work as far as whoever looks may see it, school year by school year. */
export function LearnerGlance({ params }: ScreenProps) {
  const { say } = useWords()
  const portfolio = useReadOn(GetPortfolio, params['id'] ?? '')
  const first = portfolio.data?.pages[0]
  if (!first) return <Pending error={portfolio.error} onTryAgain={portfolio.refetch} />
  const { learner } = first
  const pieces = portfolio.data?.pages.flatMap((page) => page.pieces) ?? []
  return (
    <Page title={learner.name} heading="unseen" bar={<TeacherBar />}>
      <Head learner={learner} pieces={pieces} whole={!portfolio.hasNextPage} />
      <p>
        <Link href={`/learners/${learner.id}/timeline`}>{say('teacher.all-years')}</Link>
      </p>
      {pieces.length === 0 && <NothingYet name={learner.name} />}
      <Suspense fallback={null}>
        <ClaimsOf learnerId={learner.id} />
      </Suspense>
      <Suspense fallback={null}>
        <GoalsOf learnerId={learner.id} />
      </Suspense>
      <Suspense fallback={null}>
        <LearnerAnswers learnerId={learner.id} />
      </Suspense>
      {byYear(pieces).map(([year, grown]) => (
        <Section key={year} title={say('teacher.school-year', { from: String(year), to: String(year + 1) })}>
          <PieceWall pieces={grown} />
        </Section>
      ))}
      {portfolio.hasNextPage && (
        <div>
          <Button busy={portfolio.isFetchingNextPage} onClick={() => void portfolio.fetchNextPage()}>
            {say('teacher.older')}
          </Button>
        </div>
      )}
    </Page>
  )
}

type HeadProps = { learner: { id: string; name: string }; pieces: Pieces; whole: boolean }

function Head({ learner, pieces, whole }: HeadProps) {
  const { say } = useWords()
  const latest = pieces[0]
  const attempts = pieces.reduce((sum, piece) => sum + piece.iterations, 0)
  return (
    <header className={styles['head']}>
      <Face person={learner} size="large" />
      <div>
        <p className={styles['name']} aria-hidden>
          {learner.name}
        </p>
        {latest && (
          <p className={styles['about']}>
            {whole && `${say('teacher.pieces', { count: pieces.length, attempts })} · `}
            {say('teacher.last-grown')} <Time at={latest.grownAt} />
          </p>
        )}
      </div>
    </header>
  )
}

function NothingYet({ name }: { name: string }) {
  const { say } = useWords()
  const [hat] = useHat()
  const guards = hat === 'guardian'
  return (
    <EmptyState title={say('teacher.nothing-shared', { name })}>
      <p>{say(guards ? 'teacher.nothing-shared-family' : 'teacher.nothing-shared-teacher')}</p>
    </EmptyState>
  )
}

function byYear(pieces: Pieces): [number, Pieces][] {
  return [...Map.groupBy(pieces, ({ grownAt }) => schoolYearOf(grownAt))]
}
