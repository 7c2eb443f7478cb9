import { useCallback, useEffect, useRef, useState } from 'react'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Loading } from '../../ui/ways.tsx'
import type { Drawing } from '../drawing.ts'
import { drawingOn, freshSheet } from './begin-drawing.ts'
import { BoardStart } from './board-start.tsx'
import { Board } from './board.tsx'
import type { DrawingBoardProps, PictureToDrawOn } from './drawing-board.tsx'
import styles from './board.module.css'

type Begun = { drawing: Drawing; note?: 'found' | 'away' }

/** The window one draws in. What was begun here before is simply there again. */
export function BoardPanel({
  place,
  pictures = [],
  on,
  onDrawn,
  onLeave,
  shared = false,
}: DrawingBoardProps) {
  const { say } = useWords()
  const draft = useAutosavedDraft<Drawing>(`drawing ${place}`)
  const [begun, setBegun] = useState<Begun>()
  const [loading, setLoading] = useState(false)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => box.current?.showModal(), [])

  const beginOn = useCallback(async (picture: PictureToDrawOn) => {
    setLoading(true)
    const drawing = await drawingOn(picture).catch(() => undefined)
    setBegun(drawing ? { drawing } : { drawing: freshSheet(), note: 'away' })
    setLoading(false)
  }, [])
  const none = pictures.length === 0
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current || !draft.ready) return
    opened.current = true
    if (on) void beginOn(on)
    else if (draft.content) setBegun({ drawing: draft.content, note: 'found' })
    else if (none) setBegun({ drawing: freshSheet() })
  }, [beginOn, draft.content, draft.ready, none, on])
  const finish = (picture: File, drawing: Drawing) => {
    void Promise.resolve(onDrawn(picture, drawing)).then(draft.drop, () => undefined)
  }
  const waiting = loading || !draft.ready || (on !== undefined && !begun)
  return (
    <dialog
      ref={box}
      className={styles['window']}
      aria-label={say('drawings.title')}
      onCancel={(event) => {
        event.preventDefault()
        onLeave()
      }}
    >
      {begun && (
        <Board
          begun={begun.drawing}
          note={begun.note}
          onChange={draft.write}
          onDone={finish}
          onLeave={onLeave}
          shared={shared}
        />
      )}
      {!begun && waiting && <Loading />}
      {!begun && !waiting && (
        <BoardStart
          pictures={pictures}
          onEmpty={() => setBegun({ drawing: freshSheet() })}
          onPicture={(picture) => void beginOn(picture)}
          onLeave={onLeave}
        />
      )}
    </dialog>
  )
}
