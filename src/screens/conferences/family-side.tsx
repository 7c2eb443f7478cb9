import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { heldNow, pagesOf } from '../../conferences/conference.ts'
import { AddConferenceWord, GetConferencePreparation } from '../../conferences/contract.ts'
import styles from '../../conferences/web/conferences.module.css'
import { KeptLine } from '../../conferences/web/kept-line.tsx'
import { useKeptShow } from '../../conferences/web/kept-show.ts'
import type { Preparation } from '../../conferences/web/prepared.ts'
import { Number } from '../../conferences/web/presenting-stage.tsx'
import { ShownPage, usePageName } from '../../conferences/web/shown-page.tsx'
import { useTurning } from '../../conferences/web/turning.ts'
import { WhatToAsk } from '../../conferences/web/what-to-ask.tsx'
import { WordForm } from '../../conferences/web/word-form.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useMe } from '../../people/web/me.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import { isNotThere } from '../../platform/web/refusal.ts'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { ConferenceBar } from './conference-bar.tsx'
import { NotReached } from './not-reached.tsx'

const everyFewSeconds = 4_000

/** The family's own page beside the conference: what is being shown, and what to ask, in their language. */
export function FamilySide({ params }: ScreenProps) {
  const { say } = useWords()
  const [id, learnerId] = [params['id'] ?? '', params['learnerId'] ?? '']
  const { data, error, refetch } = useRead(
    GetConferencePreparation,
    { params: { id, learnerId } },
    { refetchInterval: everyFewSeconds, quietly: true, refetchOnMount: 'always' },
  )
  // whoever is no guardian any more stops seeing it in the middle, not at the next visit
  if (!data || isNotThere(error)) return <NotReached error={error} onTryAgain={refetch} />
  const { name } = data.learner
  if (data.readyAt === null && data.conferences.length === 0)
    return (
      <Page title={say('conferences.present-title', { name })} width="reading" bar={<ConferenceBar />}>
        <EmptyState title={say('conferences.still-preparing', { name })}>
          <p>{say('conferences.still-preparing-meaning', { name })}</p>
        </EmptyState>
      </Page>
    )
  return <Following prepared={data} />
}

function Following({ prepared }: { prepared: Preparation }) {
  const { say } = useWords()
  const nameOf = usePageName()
  const pages = pagesOf(prepared)
  const { at, turn, goTo } = useTurning(pages.length)
  const [alone, setAlone] = useState(false)
  const held = heldNow(prepared.conferences) ?? prepared.conferences.at(-1)
  const live = held?.closedAt === null ? held.page : null
  useEffect(() => {
    if (live !== null && !alone) goTo(live - 1)
  }, [live, alone, goTo])
  const covers = prepared.choices.flatMap(({ piece }) => piece?.cover ?? [])
  const show = useKeptShow([], covers)
  const page = pages[at] ?? { kind: 'together' as const }
  const byHand = (by: number) => {
    setAlone(true)
    turn(by)
  }
  const { name } = prepared.learner
  return (
    <Page
      title={say('conferences.present-title', { name })}
      lead={
        live !== null && !alone ? say('conferences.following', { name }) : say('conferences.turn-by-hand')
      }
      width="reading"
      bar={<ConferenceBar />}
    >
      <div className={styles['row']}>
        <h2>{nameOf(page)}</h2>
        <Number at={at} all={pages.length} />
      </div>
      <ShownPage page={page} pages={pages} prepared={prepared} small />
      <WhatToAsk page={page} />
      {page.kind === 'together' && held?.may.write && <OwnWords conferenceId={held.id} name={name} />}
      <div className={styles['ways']}>
        <Button icon={ArrowLeft} disabled={at === 0} onClick={() => byHand(-1)}>
          {say('conferences.previous')}
        </Button>
        <Button icon={ArrowRight} disabled={at === pages.length - 1} onClick={() => byHand(1)}>
          {say('conferences.next')}
        </Button>
        {live !== null && alone && (
          <Button look="primary" onClick={() => setAlone(false)}>
            {say('conferences.follow-again')}
          </Button>
        )}
      </div>
      <KeptLine show={show} />
    </Page>
  )
}

function OwnWords({ conferenceId, name }: { conferenceId: string; name: string }) {
  const { say } = useWords()
  const me = useMe()
  const tell = useKeep(AddConferenceWord, {
    as: 'conferences.waiting-word',
    refreshes: [GetConferencePreparation],
  })
  return (
    <>
      <WordForm
        tellers={[{ role: 'guardian', personId: me.id, name: me.name }]}
        label={say('conferences.my-words')}
        onTell={({ kind, words }) =>
          tell.mutate({
            params: { id: newId() },
            body: { conferenceId, kind, words, role: 'guardian', name: me.name, personId: me.id },
          })
        }
      />
      <WhyNot error={tell.error} />
      {tell.isSuccess && <Notice kind="success">{say('conferences.saved-here', { name })}</Notice>}
    </>
  )
}
