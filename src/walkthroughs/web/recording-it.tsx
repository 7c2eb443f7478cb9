import { useRef } from 'react'
import { BeginConference, GetConferencePreparation, ListMyConferences } from '../../conferences/contract.ts'
import { beginningOf, type Teller } from '../../conferences/web/meeting-writes.ts'
import type { Preparation } from '../../conferences/web/prepared.ts'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SendWalkthrough } from '../contract.ts'
import type { PageTimes } from './page-times.ts'
import styles from './walkthroughs.module.css'

type RecordingProps = { prepared: Preparation; people: Teller[]; times: PageTimes; onSent: () => void }

/** Beside the pages: speak through them from the first to the last, then send it to those it is for. */
export function RecordingIt({ prepared, people, times, onSent }: RecordingProps) {
  const { say, sayList } = useWords()
  const id = useRef(newId())
  const voice = useVoiceFile()
  const keepAll = useKeepAll({
    as: 'walkthroughs.waiting',
    refreshes: [GetConferencePreparation, ListMyConferences],
  })
  const { round, learner, preparationId } = prepared
  const send = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const mediaId = await voice.kept()
      if (!mediaId || !preparationId) throw new Error(say('walkthroughs.nothing-yet'))
      const whose = { roundId: round.id, learnerId: learner.id }
      await keepAll([
        write(BeginConference, beginningOf({ id: id.current, people }, whose)),
        write(SendWalkthrough, {
          params: { id: id.current },
          body: { mediaId, preparationId, marks: times.marks() },
        }),
      ])
    },
    onSuccess: onSent,
  })
  const take = (note: File | undefined) => {
    if (!note) times.forget()
    return voice.take(note)
  }
  return (
    <section className={styles['beside']} aria-label={say('walkthroughs.title')}>
      <p>{say('walkthroughs.how', { names: sayList(people.map(({ name }) => name)) })}</p>
      {/* the first press on it begins the recording; from there the pages are timed */}
      <div onClickCapture={times.begin}>
        <VoiceNote place={`walkthrough ${round.id}`} onRecorded={take} />
      </div>
      {send.error && <Notice kind="problem">{send.error.message}</Notice>}
      <div className={styles['ways']}>
        <Button look="primary" busy={send.isPending} onClick={() => send.mutate()}>
          {say('walkthroughs.send')}
        </Button>
      </div>
    </section>
  )
}
