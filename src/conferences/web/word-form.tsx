import { type FormEvent, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Select, TextArea } from '../../ui/field.tsx'
import { longestWhy, type WordKind, wordKinds } from '../conference.ts'
import type { Teller } from './meeting-writes.ts'
import styles from './conferences.module.css'

type FormProps = {
  tellers: readonly Teller[]
  onTell: (said: { kind: WordKind; words: string; by: Teller }) => void
  label?: string
}

/** In turns: who says it, what it is, and their words. */
export function WordForm({ tellers, onTell, label }: FormProps) {
  const { say } = useWords()
  const [who, setWho] = useState(0)
  const [kind, setKind] = useState<WordKind>('noticed')
  const [words, setWords] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    const by = tellers[who]
    if (!by || words.trim() === '') return
    onTell({ kind, words: words.trim(), by })
    setWords('')
    // the next one in turn
    setWho((who + 1) % tellers.length)
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      {tellers.length > 1 && (
        <Select
          label={say('conferences.who-said')}
          value={who}
          onChange={(event) => setWho(Number(event.currentTarget.value))}
        >
          {tellers.map((one, at) => (
            <option key={`${one.personId} ${one.name}`} value={at}>
              {one.name} ({say(`conferences.role-${one.role}`)})
            </option>
          ))}
        </Select>
      )}
      <Segments
        label={say('conferences.what-kind')}
        value={kind}
        onChange={setKind}
        choices={wordKinds.map((one) => ({ value: one, label: say(`conferences.${one}`) }))}
      />
      <TextArea
        label={label ?? say('conferences.their-words')}
        rows={2}
        maxLength={longestWhy}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" look="primary">
          {say('conferences.write-down')}
        </Button>
      </div>
    </form>
  )
}
