import { type FormEvent, lazy, type Ref, Suspense, useLayoutEffect, useRef } from 'react'
import { useNetworkState } from '../../platform/web/network.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import type { VoiceNoteHandle } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice, SavedState } from '../../ui/notice.tsx'
import { longestFeedback } from '../feedback.ts'
import { useFeedbackWriting } from './feedback-writing.ts'
import type { PinTarget } from '../../pins/web/pin-board.tsx'
import { SpokenNote } from './spoken-note.tsx'
import styles from './feedback.module.css'

const PinForm = lazy(async () => ({
  default: (await import('../../pins/web/pin-form.tsx')).PinForm,
}))

type GiveFeedbackProps = {
  iterationId: string
  /** The attempt as it is shown beside the box, once it is; only then can it be pointed at. */
  target: PinTarget | undefined
  /** Where what is being typed is kept; another attempt, another key. */
  draftKey: string
  onGiven: () => void
  /** By somebody who knows the learner from a space by hand alone: it is said who reads it besides. */
  beside: boolean
  /** One press begins to speak, the next one ends. */
  voice?: Ref<VoiceNoteHandle>
}

export function GiveFeedback(props: GiveFeedbackProps) {
  return <FeedbackBox key={props.draftKey} {...props} />
}

function FeedbackBox({ iterationId, target, draftKey, onGiven, beside, voice }: GiveFeedbackProps) {
  const { say } = useWords()
  const network = useNetworkState()
  const form = useRef<HTMLFormElement>(null)
  const toWords = () => form.current?.querySelector('textarea')?.focus()
  const box = useFeedbackWriting({ iterationId, draftKey, onGiven, onPointed: toWords })
  const { writing, spoken, give } = box
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    void box.send()
  }
  // from anywhere in the box: also from the voice note that was just made
  useLayoutEffect(() => {
    const place = form.current
    const press = (event: KeyboardEvent) => isSendKey(event) && send()
    place?.addEventListener('keydown', press)
    return () => place?.removeEventListener('keydown', press)
  })
  return (
    <form ref={form} className={styles['give']} onSubmit={send} data-writes-pin>
      <TextArea
        label={say('feedback.give')}
        hint={say(beside ? 'feedback.give-hint-beside' : 'feedback.give-hint')}
        maxLength={longestFeedback}
        value={writing.body}
        readOnly={give.isPending}
        onChange={(event) => box.change({ body: event.currentTarget.value })}
      />
      {target?.iteration.id === iterationId && (
        <Suspense fallback={null}>
          <PinForm target={target} pin={writing.pin} onMove={(pin) => box.change({ pin })} />
        </Suspense>
      )}
      <SpokenNote spoken={spoken} place={draftKey} voice={voice} films />
      {(give.error || box.noRoom) && (
        <Notice kind="problem">
          {give.error instanceof ApiRefusal ? give.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={give.isPending || spoken.busy} disabled={!box.said}>
          {say('feedback.send')}
        </Button>
        {give.isPending ? (
          <SavedState step={network === 'waiting' ? 'waiting' : 'saving'} />
        ) : (
          writing.body && box.keptAt && <small>{say('feedback.draft-kept')}</small>
        )}
        <kbd className={styles['key']}>{say('feedback.send-key')}</kbd>
      </div>
    </form>
  )
}

export function isSendKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey)
}
