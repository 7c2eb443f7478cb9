import { CopyPlus, Download, Lock, PenLine, Plus, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { dependentsOf, type Entry } from '../../outbox/entry.ts'
import { saveToDevice } from '../../outbox/web/save-to-device.ts'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'
import { call } from '../../platform/web/client.ts'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { GetPiece } from '../../work/contract.ts'
import {
  keepAsNewAttempt,
  keepAsNewPiece,
  keepForMe,
  type Mending,
  mendingsOf,
  pieceOf,
  putOver,
} from '../../work/web/mend-work.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { wordsIn } from './words-in.ts'
import styles from './device.module.css'

const mendWords: Record<Mending, WordKey> = {
  'only me': 'device.mend-only-me',
  'new piece': 'device.mend-new-piece',
  'new attempt': 'device.mend-new-attempt',
  'over it': 'device.mend-over',
}
const mendSigns = { 'only me': Lock, 'new piece': Plus, 'new attempt': CopyPlus, 'over it': PenLine }

type RefusedProps = { entry: Entry; entries: readonly Entry[]; name: string }

/** The server would not take it: why, in its own sentence, and every way there is to keep it. */
export function Refused({ entry, entries, name }: RefusedProps) {
  const { say } = useWords()
  const outbox = useOutbox()
  const [discarding, setDiscarding] = useState(false)
  const { mend, problem } = useMending(entry, entries)
  const words = wordsIn(entry)
  return (
    <div className={styles['refused']}>
      <Notice kind="problem" title={say('device.not-taken')}>
        {entry.refusal?.sentence || say('device.not-taken-meaning')}
      </Notice>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {words.length > 0 && (
        <details className={styles['words']}>
          <summary>{say('device.your-words')}</summary>
          {words.map((text, place) => (
            <p key={place}>{text}</p>
          ))}
        </details>
      )}
      <div className={styles['choices']}>
        {entry.writes.length > 0 && (
          <Button icon={RotateCw} onClick={() => void outbox.retry(entry.id)}>
            {say('device.try-again')}
          </Button>
        )}
        {mendingsOf(entry).map((mending) => (
          <Button key={mending} icon={mendSigns[mending]} onClick={() => void mend(mending)}>
            {say(mendWords[mending])}
          </Button>
        ))}
        {entry.files.length > 0 && (
          <Button icon={Download} onClick={() => void saveToDevice(outbox, entry.files)}>
            {say('device.save-files', { count: entry.files.length })}
          </Button>
        )}
        <Button look="plain" icon={Trash2} onClick={() => setDiscarding(true)}>
          {say('device.discard')}
        </Button>
      </div>
      {discarding && (
        <DiscardDialog entry={entry} entries={entries} name={name} onClose={() => setDiscarding(false)} />
      )}
    </div>
  )
}

function useMending(entry: Entry, entries: readonly Entry[]) {
  const { say } = useWords()
  const outbox = useOutbox()
  const [problem, setProblem] = useState<string>()
  const mended = async (mending: Mending): Promise<readonly Entry[]> => {
    if (mending === 'only me') return [keepForMe(entry)]
    if (mending === 'new piece') return keepAsNewPiece(entry, dependentsOf(entry, entries))
    const piece = await call(GetPiece, { params: { id: pieceOf(entry) ?? '' } })
    const over = mending === 'over it' ? putOver(entry, piece) : keepAsNewAttempt(entry, piece)
    return over ? [over] : []
  }
  const mend = async (mending: Mending) => {
    setProblem(undefined)
    try {
      await outbox.change(await mended(mending))
    } catch {
      setProblem(say('device.mend-away'))
    }
  }
  return { mend, problem }
}
