import { type FormEvent, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { LeaveRemark, ListRemarks } from '../contract.ts'
import { longestRemark, type Sign, signs } from '../remark.ts'
import { signFaces } from './sign-faces.ts'
import styles from './remarks.module.css'

type SayRemarkProps = {
  pieceId: string
  space: { id: string; name: string }
  given: readonly Sign[]
  mine: boolean
}

/** Signs with words for everybody; the youngest have these alone. */
export function SayRemark({ pieceId, space, given, mine }: SayRemarkProps) {
  const { say } = useWords()
  const { voice } = useVoice()
  const keep = useKeep(LeaveRemark, { as: 'remarks.waiting', refreshes: [ListRemarks] })
  const left = signs.filter((sign) => !given.includes(sign))
  return (
    <div className={styles['form']}>
      {left.length > 0 && (
        <div className={styles['signs']} role="group" aria-label={say('remarks.signs')}>
          {left.map((sign) => (
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
      )}
      <WhyNot error={keep.error} />
      {voice !== 'early' && <WordsForm pieceId={pieceId} spaceId={space.id} mine={mine} />}
    </div>
  )
}

function WordsForm({ pieceId, spaceId, mine }: { pieceId: string; spaceId: string; mine: boolean }) {
  const key = `remark ${pieceId} ${spaceId}`
  const draft = useAutosavedDraft<string>(key)
  if (!draft.ready) return null
  return (
    <WordsWriting
      place={{ pieceId, spaceId }}
      draftKey={key}
      mine={mine}
      begun={draft.content ?? ''}
      onType={draft.write}
    />
  )
}

type WordsWritingProps = {
  place: { pieceId: string; spaceId: string }
  draftKey: string
  mine: boolean
  begun: string
  onType: (words: string) => void
}

function WordsWriting({ place, draftKey, mine, begun, onType }: WordsWritingProps) {
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
        label={say(mine ? 'remarks.answer' : 'remarks.words')}
        hint={say(mine ? 'remarks.answer-hint' : 'remarks.words-hint')}
        rows={2}
        maxLength={longestRemark}
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value)
          onType(event.currentTarget.value)
        }}
      />
      <WhyNot error={keep.error} />
      <div>
        <Button type="submit" busy={keep.isPending} disabled={body.trim() === ''}>
          {say('remarks.send')}
        </Button>
      </div>
    </form>
  )
}
