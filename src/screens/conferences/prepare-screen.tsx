import { Presentation } from 'lucide-react'
import { useState } from 'react'
import { PiecePicker } from '../../collections/web/piece-picker.tsx'
import { type ChoiceKind, longestCue, mostChoices } from '../../conferences/conference.ts'
import { GetConferencePreparation } from '../../conferences/contract.ts'
import { ChoiceCard } from '../../conferences/web/choice-card.tsx'
import styles from '../../conferences/web/conferences.module.css'
import { type Draft, type Preparation, usePreparationDraft } from '../../conferences/web/prepared.ts'
import { SayReady } from '../../conferences/web/say-ready.tsx'
import { useMe } from '../../people/web/me.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice, SavedState } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { ConferenceBar } from './conference-bar.tsx'
import { Checklist } from './checklist.tsx'
import { GoalChoice } from './goal-choice.tsx'
import { NotReached } from './not-reached.tsx'

/** A learner gets a conference ready: what to show and why, cards for oneself, a goal. */
export function PrepareScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const me = useMe()
  const roundId = params['id'] ?? ''
  const read = useRead(GetConferencePreparation, { params: { id: roundId, learnerId: me.id } })
  const draft = usePreparationDraft(roundId, read.data, say('conferences.untitled'))
  if (!read.data) return <NotReached error={read.error} onTryAgain={read.refetch} />
  const { data } = read
  return (
    <Page
      title={say('conferences.prepare-title')}
      lead={
        <>
          <p>{[data.round.name, data.round.place].filter(Boolean).join(' · ')}</p>
          <p>{say('conferences.prepare-lead')}</p>
        </>
      }
      width="reading"
      bar={<ConferenceBar />}
      action={
        <ButtonLink icon={Presentation} href={`/conference-rounds/${roundId}/present/${me.id}`}>
          {say('conferences.show')}
        </ButtonLink>
      }
    >
      {data.round.withdrawnAt && <Notice kind="note">{say('conferences.called-off')}</Notice>}
      {!data.may.prepare && <Notice kind="note">{say('conferences.closed-for-changes')}</Notice>}
      {draft.ready && draft.draft ? <Arranging draft={draft} prepared={data} /> : <Loading />}
      {data.may.prepare && <SayReady prepared={data} unsaved={draft.unsaved} />}
    </Page>
  )
}

type ArrangingProps = { draft: ReturnType<typeof usePreparationDraft>; prepared: Preparation }

function Arranging({ draft, prepared }: ArrangingProps) {
  const { say } = useWords()
  const me = useMe()
  const [picking, setPicking] = useState<ChoiceKind>()
  const content = draft.draft as Draft
  const { choices } = content
  const restOf = (pieceId: string) =>
    prepared.choices.find(({ piece }) => piece?.id === pieceId)?.rests ?? null
  const pick = (pieces: readonly { id: string; title: string }[]) => {
    const fresh = pieces
      .filter(({ id }) => !choices.some(({ pieceId }) => pieceId === id))
      .map(({ id, title }, place) => ({
        kind: place === 0 && picking ? picking : ('more' as const),
        pieceId: id,
        title,
        why: '',
        cue: '',
      }))
    draft.change({ choices: [...choices, ...fresh].slice(0, mostChoices) })
    setPicking(undefined)
  }
  return (
    <>
      <Checklist content={content} asks={prepared.round.asks} onPick={setPicking} />
      {choices.length > 0 && (
        <Section title={say('conferences.order')}>
          <ol className={styles['cards']}>
            {choices.map((one, at) => (
              <ChoiceCard
                key={one.pieceId}
                at={at}
                choices={choices}
                rests={restOf(one.pieceId)}
                onChange={(next) => draft.change({ choices: next })}
              />
            ))}
          </ol>
        </Section>
      )}
      <GoalChoice content={content} onChange={draft.change} />
      <Section title={say('conferences.welcome')}>
        <TextArea
          label={say('conferences.welcome-cue')}
          hint={say('conferences.welcome-cue-hint')}
          rows={2}
          maxLength={longestCue}
          value={content.welcomeCue}
          onChange={(event) => draft.change({ welcomeCue: event.currentTarget.value })}
          className={styles['cue']}
        />
      </Section>
      <WhyNot error={draft.error} />
      <div className={styles['ways']}>
        <Button look="primary" busy={draft.saving} onClick={draft.save}>
          {say('conferences.save')}
        </Button>
        <SavedState
          step={draft.unsaved ? 'unsaved' : draft.saving ? 'saving' : draft.waits ? 'waiting' : 'saved'}
        />
      </div>
      {picking && <PiecePicker learnerId={me.id} onPick={pick} onClose={() => setPicking(undefined)} />}
    </>
  )
}
