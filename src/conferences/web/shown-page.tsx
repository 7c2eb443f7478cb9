import { lazy, Suspense, useState } from 'react'
import { fieldWords } from '../../goals/web/goal-form.tsx'
import { goalFields, type GoalForm } from '../../goals/goal.ts'
import type { Comparison } from '../../growth/web/compare-attempts.tsx'
import { frameOf, picturesOf } from '../../media/web/media-view-renditions.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Loading } from '../../ui/ways.tsx'
import { GetPiece } from '../../work/contract.ts'
import { Parts } from '../../work/web/parts.tsx'
import type { PageOf } from '../conference.ts'
import type { Preparation, ShownChoice } from './prepared.ts'
import styles from './conferences.module.css'

const CompareAttempts = lazy(async () => ({
  default: (await import('../../growth/web/compare-attempts.tsx')).CompareAttempts,
}))

type PageProps = { page: PageOf<ShownChoice>; prepared: Preparation; pages: readonly PageOf<ShownChoice>[] }

/** What is on one page, for whoever looks at it: the work first. */
export function ShownPage({ page, prepared, pages, small }: PageProps & { small?: boolean }) {
  if (page.kind === 'choice')
    return <ChoicePage key={page.choice.piece?.id} choice={page.choice} small={small} />
  if (page.kind === 'goal') return <GoalPage prepared={prepared} />
  return page.kind === 'welcome' ? <Welcome prepared={prepared} pages={pages} /> : null
}

/** What a page is called, in everybody's list of them. */
export function usePageName() {
  const { say } = useWords()
  return (page: PageOf<ShownChoice>) =>
    page.kind === 'choice'
      ? page.choice.piece?.title || say('conferences.untitled')
      : say(`conferences.${page.kind}`)
}

function Welcome({ prepared, pages }: Omit<PageProps, 'page'>) {
  const { say } = useWords()
  const nameOf = usePageName()
  return (
    <>
      <p className={styles['lead']}>{say('conferences.welcome-lead', { name: prepared.learner.name })}</p>
      <ol className={styles['contents']} start={2}>
        {pages.slice(1).map((page, at) => (
          <li key={at}>{nameOf(page)}</li>
        ))}
      </ol>
    </>
  )
}

function ChoicePage({ choice, small = false }: { choice: ShownChoice; small?: boolean | undefined }) {
  const { say } = useWords()
  return (
    <>
      <p className={styles['label']}>{say(`conferences.${choice.kind}`)}</p>
      {small ? <Cover choice={choice} /> : choice.piece && <Work choice={choice} id={choice.piece.id} />}
      {choice.why && <blockquote className={styles['why']}>{choice.why}</blockquote>}
    </>
  )
}

/** All its attempts: one as it is, several against each other. */
function Work({ choice, id }: { choice: ShownChoice; id: string }) {
  const [comparison, setComparison] = useState<Partial<Comparison>>({})
  const { data, error } = useRead(GetPiece, { params: { id } })
  const attempts = data?.iterations ?? []
  const latest = attempts.at(-1)
  if (!data) return error ? <Cover choice={choice} /> : <Loading />
  if (attempts.length < 2) return latest ? <Parts parts={latest.parts} /> : null
  return (
    <div data-slides>
      <Suspense fallback={<Loading />}>
        <CompareAttempts
          attempts={attempts}
          comparison={comparison}
          onChange={setComparison}
          // an attempt is looked at here and nowhere else: nobody leaves in the middle
          hrefOf={() => location.pathname}
        />
      </Suspense>
    </div>
  )
}

function Cover({ choice }: { choice: ShownChoice }) {
  const cover = choice.piece?.cover
  if (!cover || picturesOf(cover).length === 0)
    return choice.piece?.excerpt ? <p className={styles['excerpt']}>{choice.piece.excerpt}</p> : null
  return (
    <div className={styles['cover']}>
      <Picture
        renditions={picturesOf(cover)}
        {...frameOf(cover)}
        alt={choice.piece?.title ?? ''}
        thumbhash={cover.placeholder}
        sizes="(min-width: 48rem) 30rem, 92vw"
      />
    </div>
  )
}

export function GoalPage({ prepared }: { prepared: Pick<Preparation, 'goal'> }) {
  const { say } = useWords()
  if (!prepared.goal) return null
  const { words } = prepared.goal
  const form = prepared.goal.form as GoalForm
  const [first, ...others] = goalFields[form]
  return (
    <div className={styles['goal']}>
      <p className={styles['wanted']}>{words[first] ?? say('goals.drawn')}</p>
      <dl className={styles['fields']}>
        {others
          .filter((field) => words[field])
          .map((field) => (
            <div key={field}>
              <dt>{say(fieldWords[field])}</dt>
              <dd>{words[field]}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
