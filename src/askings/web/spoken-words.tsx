import { type FormEvent, useState } from 'react'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './askings.module.css'

type SpokenWordsProps = {
  draftKey: string
  label: string
  send: string
  most: number
  /** to speak comes first, for those who do not write yet */
  voiceFirst?: boolean
  busy: boolean
  error: Error | null
  onSend: (said: { body: string; mediaId?: string }) => void
}

/** A few words, written or spoken, kept on this device while they are made. */
export function SpokenWords(props: SpokenWordsProps) {
  const { say } = useWords()
  const draft = useAutosavedDraft<{ body: string }>(props.draftKey)
  const [typed, setTyped] = useState<string>()
  const [empty, setEmpty] = useState(false)
  const voice = useVoiceFile()
  const body = typed ?? draft.content?.body ?? ''
  const write = (next: string) => {
    setTyped(next)
    draft.write({ body: next })
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (props.busy || voice.busy) return
    const isEmpty = body.trim() === '' && !voice.has
    setEmpty(isEmpty)
    if (isEmpty) return
    const mediaId = await voice.kept()
    props.onSend({ body: body.trim(), ...(mediaId === undefined ? {} : { mediaId }) })
  }
  const note = <VoiceNote place={props.draftKey} onRecorded={voice.take} />
  return (
    <form className={styles['form']} onSubmit={(event) => void send(event)} noValidate>
      {props.voiceFirst && note}
      <TextArea
        label={props.label}
        rows={2}
        maxLength={props.most}
        value={body}
        error={empty ? say('askings.empty') : undefined}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {!props.voiceFirst && note}
      {(props.error || voice.problem) && (
        <Notice kind="problem">
          {props.error instanceof ApiRefusal ? props.error.sentence : say('askings.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={props.busy || voice.busy}>
          {props.send}
        </Button>
      </div>
    </form>
  )
}
