import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { joinPhrases, longestPhrase, mostPhrases, movePhrase } from '../../feedback/phrase.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Phrases } from './phrases.ts'
import styles from './feedback.module.css'

type PhrasesDialogProps = { phrases: Phrases; add: string; onClose: () => void }

/** One's own list: add, change, put in order, take out. The first nine get the keys. */
export function PhrasesDialog({ phrases, add, onClose }: PhrasesDialogProps) {
  const { say } = useWords()
  const [list, setList] = useState<readonly string[]>(phrases.kept)
  const [fresh, setFresh] = useState(add.slice(0, longestPhrase))
  const form = useId()
  const elsewhere = phrases.error instanceof ApiRefusal && phrases.error.code === 'changed_elsewhere'
  const { kept } = phrases
  useEffect(() => {
    if (elsewhere) setList((mine) => joinPhrases(mine, kept))
  }, [elsewhere, kept])
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!phrases.busy) phrases.keep([...list, fresh], onClose)
  }
  const append = () => {
    setList(joinPhrases(list, [fresh]))
    setFresh('')
  }
  return (
    <Dialog
      open
      title={say('teacher.phrases')}
      onClose={onClose}
      busy={phrases.busy}
      actions={
        <>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={form} busy={phrases.busy}>
            {say('teacher.phrases-keep')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles['phrase-list']} onSubmit={save}>
        <p>{say('teacher.phrases-hint')}</p>
        {phrases.error && (
          <Notice kind="problem">
            {elsewhere
              ? say('teacher.phrases-elsewhere')
              : phrases.error instanceof ApiRefusal
                ? phrases.error.sentence
                : say('errors.failed')}
          </Notice>
        )}
        {list.length > 0 && (
          <ol>
            {list.map((phrase, at) => (
              <OnePhrase
                key={at}
                phrase={phrase}
                at={at}
                count={list.length}
                onChange={(next) => setList(list.with(at, next))}
                onMove={(to) => setList(movePhrase(list, at, to))}
                onRemove={() => setList(list.toSpliced(at, 1))}
              />
            ))}
          </ol>
        )}
        {list.length < mostPhrases && (
          <>
            <TextArea
              label={say('teacher.phrases-label')}
              rows={2}
              maxLength={longestPhrase}
              value={fresh}
              onChange={(event) => setFresh(event.currentTarget.value)}
            />
            <div>
              <Button icon={Plus} disabled={!fresh.trim()} onClick={append}>
                {say('teacher.phrases-add')}
              </Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  )
}

type OnePhraseProps = {
  phrase: string
  at: number
  count: number
  onChange: (phrase: string) => void
  onMove: (to: number) => void
  onRemove: () => void
}

function OnePhrase({ phrase, at, count, onChange, onMove, onRemove }: OnePhraseProps) {
  const { say } = useWords()
  const number = at + 1
  const which = <span className="unseen">: {say('teacher.phrase-number', { number })}</span>
  return (
    <li>
      <TextArea
        label={say('teacher.phrase-number', { number })}
        rows={1}
        maxLength={longestPhrase}
        value={phrase}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div>
        <Button look="plain" icon={ArrowUp} disabled={at === 0} onClick={() => onMove(at - 1)}>
          {say('teacher.up')}
          {which}
        </Button>
        <Button look="plain" icon={ArrowDown} disabled={at === count - 1} onClick={() => onMove(at + 1)}>
          {say('teacher.down')}
          {which}
        </Button>
        <Button look="plain" icon={Trash2} onClick={onRemove}>
          {say('teacher.phrase-take-out')}
          {which}
        </Button>
      </div>
    </li>
  )
}
