import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useNetworkState } from '../../platform/web/network.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice, SavedState } from '../../ui/notice.tsx'
import { GiveFeedback as GiveFeedbackEndpoint, ListFeedback, ListWaitingForFeedback } from '../contract.ts'
import { longestFeedback } from '../feedback.ts'
import styles from './feedback.module.css'

type GiveFeedbackProps = {
  iterationId: string
  /** Where what is being typed is kept; another attempt, another key. */
  draftKey: string
  onGiven: () => void
}

/** The id is made with the first letter and kept with the words, so that sending again never says it twice. */
type Writing = { id: string; body: string }

export function GiveFeedback(props: GiveFeedbackProps) {
  return <FeedbackBox key={props.draftKey} {...props} />
}

function FeedbackBox({ iterationId, draftKey, onGiven }: GiveFeedbackProps) {
  const { say } = useWords()
  const network = useNetworkState()
  const draft = useAutosavedDraft<Writing>(draftKey)
  const [typed, setTyped] = useState<Writing>()
  const writing = typed ?? draft.content ?? { id: '', body: '' }
  const give = useKeep(GiveFeedbackEndpoint, {
    as: 'feedback.waiting-feedback',
    values: ({ body }) => ({ words: (body.body ?? '').slice(0, 60) }),
    draft: draftKey,
    refreshes: [ListFeedback, ListWaitingForFeedback],
    onDone: () => {
      setTyped({ id: '', body: '' })
      void draft.drop()
      onGiven()
    },
  })
  const write = (body: string) => {
    const next = { id: writing.id || newId(), body }
    setTyped(next)
    draft.write(next)
  }
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    const body = writing.body.trim()
    if (body && !give.isPending) give.mutate({ params: { id: writing.id }, body: { iterationId, body } })
  }
  return (
    <form className={styles['give']} onSubmit={send}>
      <TextArea
        label={say('feedback.give')}
        hint={say('feedback.give-hint')}
        maxLength={longestFeedback}
        value={writing.body}
        readOnly={give.isPending}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => isSendKey(event) && send()}
      />
      {give.error && (
        <Notice kind="problem">
          {give.error instanceof ApiRefusal ? give.error.sentence : say('feedback.not-sent')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={give.isPending} disabled={!writing.body.trim()}>
          {say('feedback.send')}
        </Button>
        {give.isPending ? (
          <SavedState step={network === 'waiting' ? 'waiting' : 'saving'} />
        ) : (
          writing.body && draft.keptAt && <small>{say('feedback.draft-kept')}</small>
        )}
        <kbd className={styles['key']}>{say('feedback.send-key')}</kbd>
      </div>
    </form>
  )
}

export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey)
}
