import { type FormEvent, useRef, useState } from 'react'
import { longestWhy, type WordKind, wordKinds } from '../../conferences/conference.ts'
import { GetConference, ListMyConferences } from '../../conferences/contract.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AnswerWalkthrough, GetWalkthrough } from '../contract.ts'
import styles from './walkthroughs.module.css'

/** What a guardian answers, written or spoken; what is typed outlives a closed tab. */
export function AnswerForm({ conferenceId, name }: { conferenceId: string; name: string }) {
  const { say } = useWords()
  const draftKey = `walkthrough-answer ${conferenceId}`
  const draft = useAutosavedDraft<string>(draftKey)
  const id = useRef(newId())
  const [typed, setTyped] = useState<string>()
  const [kind, setKind] = useState<WordKind>('noticed')
  const [round, setRound] = useState(0)
  const voice = useVoiceFile()
  const words = typed ?? draft.content ?? ''
  const answer = useKeep(AnswerWalkthrough, {
    as: 'walkthroughs.waiting-answer',
    refreshes: [GetConference, GetWalkthrough, ListMyConferences],
    onDone: () => {
      id.current = newId()
      setTyped('')
      setRound(round + 1)
      void voice.take(undefined)
      void draft.drop()
    },
  })
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (answer.isPending || voice.busy || (words.trim() === '' && !voice.has)) return
    const mediaId = await voice.kept()
    const said = { conferenceId, kind, words: words.trim(), ...(mediaId ? { mediaId } : {}) }
    answer.mutate({ params: { id: id.current }, body: said })
  }
  return (
    <form className={styles['part']} onSubmit={(event) => void send(event)}>
      <Segments
        label={say('conferences.what-kind')}
        value={kind}
        onChange={setKind}
        choices={wordKinds.map((one) => ({ value: one, label: say(`conferences.${one}`) }))}
      />
      <TextArea
        label={say('walkthroughs.my-answer', { name })}
        rows={3}
        maxLength={longestWhy}
        value={words}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          draft.write(event.currentTarget.value)
        }}
      />
      <VoiceNote key={round} place={draftKey} onRecorded={voice.take} />
      <WhyNot error={answer.error} />
      {answer.isSuccess && <Notice kind="success">{say('walkthroughs.answered', { name })}</Notice>}
      <div className={styles['ways']}>
        <Button type="submit" look="primary" busy={answer.isPending || voice.busy}>
          {say('walkthroughs.answer')}
        </Button>
      </div>
    </form>
  )
}
