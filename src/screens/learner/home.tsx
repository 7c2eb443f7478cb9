import { Camera, Plus } from 'lucide-react'
import { lazy } from 'react'
import { Link } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import { AppearTogether } from '../../ui/appear-together.tsx'
import { afterwards } from '../../platform/web/patient-import.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { PieceWall } from '../../work/web/piece-wall.tsx'
import { byYear, usePortfolio, type WorkOfYear } from '../../work/web/piece-wall-portfolio.ts'
import { schoolYearOf } from '../../work/piece.ts'
import { LearnerBar } from './learner-bar.tsx'
import styles from './home.module.css'

/** It needs answers before it shows, so it need not be in the first load. */
const WhatWaits = lazy(async () => ({
  default: (await afterwards(() => import('./what-waits.tsx'))).WhatWaits,
}))

/** A learner's first page: what waits for them, then their work, newest year first. */
export function LearnerHome() {
  const { say } = useWords()
  const { voice } = useVoice()
  const me = useMe()
  return (
    <Page
      title={say('learner.my-work')}
      bar={<LearnerBar />}
      action={
        <ButtonLink look="primary" icon={voice === 'early' ? Camera : Plus} href="/work/new">
          {say('work.add')}
        </ButtonLink>
      }
    >
      <AppearTogether name="learner-home" under={<MyWork learnerId={me.id} />}>
        <WhatWaits learnerId={me.id} />
      </AppearTogether>
    </Page>
  )
}

function MyWork({ learnerId }: { learnerId: string }) {
  const { say } = useWords()
  return (
    <>
      <p className={styles['ways']}>
        <Link href="/timeline">{say('learner.all-years')}</Link>
        <Link href="/spaces">{say('learner.my-spaces')}</Link>
        <Link href={`/learners/${learnerId}/looks`}>{say('learner.who-looked')}</Link>
      </p>
      <Years learnerId={learnerId} />
    </>
  )
}

function Years({ learnerId }: { learnerId: string }) {
  const { say } = useWords()
  const portfolio = usePortfolio(learnerId)
  const { pieces, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = portfolio
  if (!pieces && isError) {
    return (
      <Notice kind="wait" action={<Button onClick={() => void refetch()}>{say('learner.try-again')}</Button>}>
        {say('learner.work-away')}
      </Notice>
    )
  }
  if (!pieces) return <Loading />
  if (pieces.length === 0) {
    return (
      <EmptyState title={say('learner.first-work')}>
        <p>{say('learner.first-work-meaning')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {byYear(pieces).map((work, place) => (
        <Year key={work.year} work={work} leads={place === 0} open={place === 0 || pieces.length < 7} />
      ))}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()} className={styles['older']}>
          {say('learner.older-work')}
        </Button>
      )}
    </>
  )
}

function Year({ work, open, leads }: { work: WorkOfYear; open: boolean; leads: boolean }) {
  const { say } = useWords()
  return (
    <details className={styles['year']} open={open}>
      <summary className={styles['opener']}>
        <h2>{useYearName(work.year)}</h2>
        <span className={styles['count']}>{say('learner.pieces', { count: work.pieces.length })}</span>
      </summary>
      <PieceWall pieces={work.pieces} leads={leads} />
    </details>
  )
}

/** "2026/27 · Grade 4"; the grade is only known for the year that is running. */
function useYearName(year: number): string {
  const { say } = useWords()
  const { grade } = useMe()
  const name = `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  if (!grade || year !== schoolYearOf(new Date().toISOString())) return name
  const number = Number.parseInt(grade, 10)
  const said = Number.isNaN(number) ? say('learner.kindergarten') : say('learner.grade', { grade: number })
  return `${name} · ${said}`
}
