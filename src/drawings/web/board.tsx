import { Check, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLeftAlone } from '../../platform/web/left-alone.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import type { Drawing } from '../drawing.ts'
import { BoardCanvas } from './board-canvas.tsx'
import { useBoard } from './board-state.ts'
import { BoardTools } from './board-tools.tsx'
import { pictureOf } from './paint.ts'
import styles from './board.module.css'

type BoardProps = {
  begun: Drawing
  note: 'found' | 'away' | undefined
  onChange: (drawing: Drawing) => void
  onDone: (picture: File, drawing: Drawing) => void
  onLeave: () => void
  shared: boolean
}

/** The sheet, with the tools within reach of a thumb. */
export function Board({ begun, note, onChange, onDone, onLeave, shared }: BoardProps) {
  const { say } = useWords()
  const board = useBoard(begun)
  const [step, setStep] = useState<'drawing' | 'finishing' | 'failed'>('drawing')
  const { drawing } = board
  const first = useRef(true)
  const { marks, background } = drawing
  useEffect(() => {
    if (first.current) first.current = false
    else onChange({ ...drawing })
    // oxlint-disable-next-line react/exhaustive-deps -- a drawing is another one when its marks or its photo are
  }, [marks, background])

  const finish = async () => {
    setStep('finishing')
    try {
      const made = await pictureOf(drawing)
      const name = `${say('drawings.file-name')} ${new Date().toISOString().slice(0, 10)}.png`
      onDone(new File([made], name, { type: 'image/png' }), drawing)
    } catch {
      setStep('failed')
    }
  }
  const empty = marks.length === 0
  useLeftAlone(() => (empty ? onLeave() : void finish()), shared)
  return (
    <div className={styles['board']}>
      <header className={styles['head']}>
        <IconButton icon={X} word={say('drawings.close')} known onClick={onLeave} />
        <p role="status" className={styles['note']}>
          {step === 'failed' ? say('drawings.failed') : note ? say(`drawings.note-${note}`) : ''}
        </p>
        <Button
          look="primary"
          icon={Check}
          busy={step === 'finishing'}
          aria-disabled={empty}
          onClick={() => !empty && void finish()}
        >
          {say('drawings.done')}
        </Button>
      </header>
      <BoardCanvas board={board} />
      <BoardTools board={board} />
    </div>
  )
}
