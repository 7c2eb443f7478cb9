import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { IconButton } from '../../ui/button.tsx'
import { type Board, isShape, markOf } from './board-state.ts'
import { type KeyboardPen, pressKey } from './keyboard-pen.ts'
import { type Gesture, listenToPointers } from './pointer-pen.ts'
import { DrawingSurface } from './surface.ts'
import styles from './board.module.css'

/** The sheet itself: drawn on with fingers, mouse, pen or keys. */
export function BoardCanvas({ board }: { board: Board }) {
  const { say } = useWords()
  const id = useId()
  const canvas = useRef<HTMLCanvasElement>(null)
  const surface = useSurface(canvas, board)
  const keyboard = useKeyboardPen(surface, board)
  return (
    <div className={styles['stage']}>
      {/* a canvas with keys of its own: what they do is said by the text beneath and by the live line */}
      <canvas
        ref={canvas}
        className={styles['canvas']}
        role="application"
        tabIndex={0}
        aria-label={say('drawings.sheet', { count: board.drawing.marks.length })}
        aria-describedby={`${id}-keys`}
        onKeyDown={keyboard.press}
        onBlur={keyboard.leave}
      />
      <p id={`${id}-keys`} className="unseen">
        {say('drawings.keys')}
      </p>
      <p role="status" className={keyboard.said ? styles['said'] : 'unseen'}>
        {keyboard.said}
      </p>
      <div className={styles['zoom']}>
        <IconButton
          icon={ZoomIn}
          word={say('drawings.nearer')}
          known
          onClick={() => surface()?.zoomMiddle(1.4)}
        />
        <IconButton
          icon={ZoomOut}
          word={say('drawings.farther')}
          known
          onClick={() => surface()?.zoomMiddle(1 / 1.4)}
        />
        <IconButton icon={Maximize} word={say('drawings.whole')} known onClick={() => surface()?.fit()} />
      </div>
    </div>
  )
}

type Latest = () => DrawingSurface | undefined

function useSurface(canvas: { readonly current: HTMLCanvasElement | null }, board: Board): Latest {
  const surface = useRef<DrawingSurface>(undefined)
  const latest = useRef(board)
  useEffect(() => {
    latest.current = board
    surface.current?.show(board.drawing, board.hidden)
  })
  useEffect(() => {
    const sheet = canvas.current
    if (!sheet) return undefined
    const made = new DrawingSurface(sheet)
    surface.current = made
    made.show(latest.current.drawing, latest.current.hidden)
    const watching = new ResizeObserver(() => made.resize())
    watching.observe(sheet)
    const stop = listenToPointers(sheet, made, {
      onMove: (gesture) => made.preview(markOf(latest.current.choice, gesture)),
      onEnd: (gesture) => {
        made.preview(undefined)
        const mark = gesture && markOf(latest.current.choice, gesture)
        if (mark) latest.current.add(mark)
      },
    })
    return () => {
      stop()
      watching.disconnect()
    }
  }, [canvas])
  return () => surface.current
}

/** The pen of those who draw with keys: it is seen as a cross, and said in words. */
function useKeyboardPen(surface: Latest, board: Board) {
  const { say } = useWords()
  const { width, height } = board.drawing
  const pen = useRef<KeyboardPen>({ at: { x: width / 2, y: height / 2 }, line: undefined })
  const [said, setSaid] = useState('')

  const show = (line: Gesture | undefined) => {
    surface()?.preview(line && markOf(board.choice, line))
    surface()?.cursor({ ...pen.current.at, down: line !== undefined })
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) board.redo()
      else board.undo()
      return
    }
    if (event.key === '+' || event.key === '=') return surface()?.zoomMiddle(1.4)
    if (event.key === '-') return surface()?.zoomMiddle(1 / 1.4)
    const step = pressKey(pen.current, event, board.drawing, isShape(board.choice.tool))
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    pen.current = step.pen
    if (step.kind === 'drawn' || step.kind === 'placed') {
      const mark = markOf(board.choice, step.gesture)
      if (mark) board.add(mark)
    }
    show(step.pen.line)
    const { x, y } = step.pen.at
    const across = Math.round((100 * x) / width)
    const down = Math.round((100 * y) / height)
    setSaid(say(`drawings.key-${step.kind}`, { across, down }))
  }
  const leave = () => {
    pen.current = { ...pen.current, line: undefined }
    surface()?.preview(undefined)
    surface()?.cursor(undefined)
    setSaid('')
  }
  return { press, leave, said }
}
