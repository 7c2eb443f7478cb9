import { Mail } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { serverNow } from '../../platform/web/clock.ts'
import { dayOf } from '../../platform/web/dates.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { useVoiceFile } from '../../recordings/web/voice-file.ts'
import { VoiceNote } from '../../recordings/web/voice-note.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListLetters, SealLetter } from '../contract.ts'
import { farthestYears, isLaterDay, longestLetter, yearsAfter } from '../letter.ts'
import styles from './letters.module.css'

const draftKey = 'letter'
const yearsOffered = [1, 3, 10] as const

type Begun = { body: string; opensOn: string }

/** Written or spoken, and the day it opens. Nothing of it can be seen again before. */
export function LetterForm({ onDone }: { onDone: () => void }) {
  const { say } = useWords()
  const id = useRef(newId())
  const draft = useAutosavedDraft<Begun>(draftKey)
  const [typed, setTyped] = useState<Begun>()
  const [wrong, setWrong] = useState<'empty' | 'day'>()
  const voice = useVoiceFile()
  const today = dayOf(serverNow())
  const letter = typed ?? draft.content ?? { body: '', opensOn: yearsAfter(today, 1) }
  const change = (next: Partial<Begun>) => {
    setTyped({ ...letter, ...next })
    draft.write({ ...letter, ...next })
  }
  const keep = useKeep(SealLetter, {
    as: 'letters.waiting',
    draft: draftKey,
    refreshes: [ListLetters],
    onDone: () => {
      void draft.drop()
      onDone()
    },
  })
  const seal = async (event: FormEvent) => {
    event.preventDefault()
    const body = letter.body.trim()
    if (keep.isPending || voice.busy) return
    const found = body === '' && !voice.has ? 'empty' : isLaterDay(letter.opensOn, today) ? undefined : 'day'
    setWrong(found)
    if (found) return
    const mediaId = await voice.kept()
    const parts = mediaId === undefined ? [] : [{ mediaId }]
    keep.mutate({ params: { id: id.current }, body: { opensOn: letter.opensOn, body, parts } })
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void seal(event)} noValidate>
      <TextArea
        label={say('letters.body')}
        rows={8}
        maxLength={longestLetter}
        value={letter.body}
        error={wrong === 'empty' ? say('letters.empty') : undefined}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <div>
        <p>{say('letters.spoken')}</p>
        <VoiceNote place={draftKey} onRecorded={voice.take} />
      </div>
      <Field
        label={say('letters.opens-on')}
        type="date"
        min={tomorrow(today)}
        max={yearsAfter(today, farthestYears)}
        value={letter.opensOn}
        error={wrong === 'day' ? say('letters.no-later-day') : undefined}
        onChange={(event) => change({ opensOn: event.currentTarget.value })}
      />
      <div className={styles['days']}>
        {yearsOffered.map((count) => (
          <Button key={count} look="plain" onClick={() => change({ opensOn: yearsAfter(today, count) })}>
            {say('letters.quick-years', { count })}
          </Button>
        ))}
      </div>
      <p>{say('letters.sealed-meaning')}</p>
      {(keep.error || voice.problem) && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('letters.not-kept')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" icon={Mail} busy={keep.isPending || voice.busy}>
          {say('letters.seal')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

function tomorrow(today: string): string {
  const next = new Date(`${today}T12:00`)
  next.setDate(next.getDate() + 1)
  return dayOf(next)
}
