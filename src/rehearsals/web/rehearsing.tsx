import { type FormEvent, useEffect, useRef } from 'react'
import type { PageOf } from '../../conferences/conference.ts'
import styles from '../../conferences/web/conferences.module.css'
import type { ShownChoice } from '../../conferences/web/prepared.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { KeepRehearsal, ListRehearsals } from '../contract.ts'
import type { PageStays } from './page-stays.ts'

type RehearsingProps = {
  roundId: string
  pages: readonly PageOf<ShownChoice>[]
  stays: PageStays
  onKept: () => void
}

/** Beside the pages while it is tried out: a recording for oneself, and keeping that it was done. Nobody is hurried. */
export function Rehearsing({ roundId, pages, stays, onKept }: RehearsingProps) {
  const { say } = useWords()
  const id = useRef(newId())
  const voice = useVoiceFile()
  const keep = useKeep(KeepRehearsal, {
    as: 'rehearsals.waiting',
    refreshes: [ListRehearsals],
    onDone: onKept,
  })
  useEffect(() => {
    const look = () => (document.hidden ? stays.away() : stays.back())
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [stays])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (keep.isPending || voice.busy) return
    const mediaId = await voice.kept()
    const stayed = stays.of(pages)
    const seconds = stayed.reduce((sum, stay) => sum + stay.seconds, 0)
    keep.mutate({
      params: { id: id.current },
      body: { roundId, seconds, pages: stayed, ...(mediaId ? { mediaId } : {}) },
    })
  }
  return (
    <form
      className={styles['beside']}
      aria-label={say('rehearsals.title')}
      onSubmit={(event) => void send(event)}
    >
      <p>{say('rehearsals.only-you')}</p>
      <VoiceNote place={`rehearsal ${roundId}`} onRecorded={voice.take} />
      <div className={styles['ways']}>
        <Button type="submit" look={voice.has ? 'primary' : 'quiet'} busy={keep.isPending || voice.busy}>
          {say('rehearsals.keep')}
        </Button>
      </div>
      <WhyNot error={keep.error} />
    </form>
  )
}
