import { type FormEvent, useRef, useState } from 'react'
import styles from '../../conferences/web/conferences.module.css'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { KeepRehearsal, ListRehearsals } from '../contract.ts'

/** Beside the pages while it is tried out: a recording for oneself, and keeping that it was done. Nobody is hurried. */
export function Rehearsing({ roundId, onKept }: { roundId: string; onKept: () => void }) {
  const { say } = useWords()
  const [begun] = useState(() => Date.now())
  const id = useRef(newId())
  const voice = useVoiceFile()
  const keep = useKeep(KeepRehearsal, {
    as: 'rehearsals.waiting',
    refreshes: [ListRehearsals],
    onDone: onKept,
  })
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (keep.isPending || voice.busy) return
    const mediaId = await voice.kept()
    const seconds = Math.round((Date.now() - begun) / 1_000)
    keep.mutate({
      params: { id: id.current },
      body: { roundId, seconds, ...(mediaId ? { mediaId } : {}) },
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
        <Button type="submit" look="primary" busy={keep.isPending || voice.busy}>
          {say('rehearsals.keep')}
        </Button>
      </div>
      {keep.error && <Notice kind="problem">{keep.error.message}</Notice>}
    </form>
  )
}
