import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { LeaveRemark, ListRemarks } from '../contract.ts'
import { longestRemark, type Sign, signs } from '../remark.ts'
import { RemarkTrouble } from './remark-trouble.tsx'
import { signFaces } from './sign-faces.ts'
import styles from './remarks.module.css'

type SayRemarkProps = { pieceId: string; space: { id: string; name: string }; given: readonly Sign[] }

/** Signs with words for everybody; the youngest have these alone. */
export function SayRemark({ pieceId, space, given }: SayRemarkProps) {
  const { say } = useWords()
  const { voice } = useVoice()
  const keep = useKeep(LeaveRemark, { as: 'remarks.waiting', refreshes: [ListRemarks] })
  return (
    <div className={styles['form']}>
      <div className={styles['signs']} role="group" aria-label={say('remarks.signs')}>
        {signs
          .filter((sign) => !given.includes(sign))
          .map((sign) => (
            <Button
              key={sign}
              icon={signFaces[sign]}
              disabled={keep.isPending}
              onClick={() =>
                keep.mutate({ params: { id: newId() }, body: { pieceId, spaceId: space.id, sign } })
              }
            >
              {say(`remarks.sign-${sign}`)}
            </Button>
          ))}
      </div>
      <RemarkTrouble error={keep.error} />
      {voice !== 'early' && <WordsForm pieceId={pieceId} spaceId={space.id} />}
    </div>
  )
}

function WordsForm({ pieceId, spaceId }: { pieceId: string; spaceId: string }) {
  const key = `remark ${pieceId} ${spaceId}`
  const draft = useAutosavedDraft<string>(key)
  if (!draft.ready) return null
  return (
    <WordsWriting
      place={{ pieceId, spaceId }}
      draftKey={key}
      begun={draft.content ?? ''}
      onType={draft.write}
    />
  )
}

type WordsWritingProps = {
  place: { pieceId: string; spaceId: string }
  draftKey: string
  begun: string
  onType: (words: string) => void
}

function WordsWriting({ place, draftKey, begun, onType }: WordsWritingProps) {
  const { say } = useWords()
  const [id, setId] = useState(newId)
  const [body, setBody] = useState(begun)
  const keep = useKeep(LeaveRemark, {
    as: 'remarks.waiting',
    refreshes: [ListRemarks],
    draft: draftKey,
    onDone: () => {
      setBody('')
      setId(newId())
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (keep.isPending || body.trim() === '') return
    keep.mutate({ params: { id }, body: { ...place, body: body.trim() } })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <TextArea
        label={say('remarks.words')}
        hint={say('remarks.words-hint')}
        rows={2}
        maxLength={longestRemark}
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value)
          onType(event.currentTarget.value)
        }}
      />
      <RemarkTrouble error={keep.error} />
      <div>
        <Button type="submit" busy={keep.isPending} disabled={body.trim() === ''}>
          {say('remarks.send')}
        </Button>
      </div>
    </form>
  )
}
