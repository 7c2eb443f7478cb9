import { lazy } from 'react'
import { PersonBar } from '../../people/web/top-bar.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { AppearTogether } from '../../ui/appear-together.tsx'
import { afterwards } from '../../platform/web/patient-import.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { useGrade } from '../../schools/web/grade.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BarLink, EmptyState, Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { ListChildren } from '../../work/contract.ts'
import { PieceWall } from '../../work/web/piece-wall.tsx'
import styles from './family.module.css'

/** One part for the page and its children: a second one would wait for what the first has asked. */
let whatWaits: Promise<typeof import('./what-waits.tsx')> | undefined
const comeOnce = () => (whatWaits ??= afterwards(() => import('./what-waits.tsx')))
const FamilyWaits = lazy(async () => ({ default: (await comeOnce()).FamilyWaits }))
const ChildWaits = lazy(async () => ({ default: (await comeOnce()).ChildWaits }))

const ChildSpaces = lazy(async () => ({
  default: (await afterwards(() => import('../../spaces/web/child-spaces.tsx'))).ChildSpaces,
}))

type Child = Answer<typeof ListChildren>[number]

/** All my children on one page, each with what they have shared with us. */
export function FamilyScreen() {
  const { say } = useWords()
  const { data: children, error, refetch } = useRead(ListChildren, {})
  return (
    <Page
      title={say('family.title')}
      heading="unseen"
      bar={
        <PersonBar>
          <BarLink href="/conference-times">{say('family.conference-times')}</BarLink>
          <BarLink href="/collections">{say('family.collections')}</BarLink>
          <BarLink href="/family/letters">{say('family.letters')}</BarLink>
        </PersonBar>
      }
    >
      {!children && !error && <Loading />}
      {!children && error && (
        <Notice
          kind="problem"
          title={say('family.not-reached')}
          action={<Button onClick={() => void refetch()}>{say('people.away-try')}</Button>}
        />
      )}
      {children?.length === 0 && (
        <EmptyState title={say('family.no-children')}>
          <p>{say('family.no-children-meaning')}</p>
        </EmptyState>
      )}
      <AppearTogether name="family" under={children && <Children family={children} />}>
        <FamilyWaits guards={children !== undefined && children.length > 0} />
      </AppearTogether>
    </Page>
  )
}

function Children({ family }: { family: readonly Child[] }) {
  return (
    <>
      {family.length > 1 && <ChildLinks family={family} />}
      {family.map((child) => (
        <ChildSection key={child.id} child={child} />
      ))}
    </>
  )
}

/** On a phone the second child would be a long way down. */
function ChildLinks({ family }: { family: readonly Child[] }) {
  const { say } = useWords()
  return (
    <nav className={styles['links']} aria-label={say('family.title')}>
      {family.map((child) => (
        <a key={child.id} href={`#child-${child.id}`}>
          <Face person={child} size="small" />
          {child.givenName}
        </a>
      ))}
    </nav>
  )
}

function ChildSection({ child }: { child: Child }) {
  const id = `child-${child.id}`
  return (
    <section className={styles['child']} aria-labelledby={id}>
      <header className={styles['head']}>
        <Face person={child} size="large" />
        <div className={styles['who']}>
          <h2 id={id}>{child.name}</h2>
          <WhereTheyAre child={child} />
        </div>
      </header>
      <AppearTogether name={id} under={<SharedWork child={child} />}>
        <ChildWaits learnerId={child.id} name={child.givenName} />
      </AppearTogether>
      <AppearTogether name={`${id}-spaces`}>
        <ChildSpaces childId={child.id} />
      </AppearTogether>
    </section>
  )
}

function SharedWork({ child }: { child: Child }) {
  const { say } = useWords()
  const more = child.total > child.pieces.length
  if (child.pieces.length === 0)
    return (
      <div className={styles['nothing']}>
        <p>{say('family.nothing-shared')}</p>
        <p className={styles['quiet']}>{say('family.nothing-shared-meaning', { name: child.givenName })}</p>
      </div>
    )
  return (
    <>
      <PieceWall pieces={child.pieces} />
      <ButtonLink href={`/learners/${child.id}`} className={styles['all']}>
        {say(more ? 'family.see-all-count' : 'family.see-all', {
          name: child.givenName,
          count: child.total,
        })}
      </ButtonLink>
      <ButtonLink look="plain" href={`/learners/${child.id}/timeline`} className={styles['all']}>
        {say('family.all-years', { name: child.givenName })}
      </ButtonLink>
      <ButtonLink look="plain" href={`/learners/${child.id}/looks`} className={styles['all']}>
        {say('family.who-looked')}
      </ButtonLink>
    </>
  )
}

function WhereTheyAre({ child }: { child: Child }) {
  const { sayList } = useWords()
  const sayGrade = useGrade()
  const places = [sayGrade(child.grade), sayList(child.classes), sayList(child.schools)]
  // A class is often called what its grade is called.
  return <p className={styles['quiet']}>{[...new Set(places.filter(Boolean))].join(' · ')}</p>
}
