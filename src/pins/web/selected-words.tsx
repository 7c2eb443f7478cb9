import { useEffect } from 'react'
import { longestQuote, type Span } from '../pin.ts'
import { type PinTarget, usePinBoard } from './pin-board.tsx'

/** How long a selection must rest before it is taken, in milliseconds: handles on a touch screen move in steps. */
const rest = 350

/** While somebody points, the words of this text that they select are what is meant. */
export function SelectedWords({ target, position }: { target: PinTarget; position: number }) {
  const { writer, pointing } = usePinBoard()
  const part = target.iteration.parts[position]
  const text = part?.kind === 'text' ? part.text : undefined
  const active = pointing && writer?.iterationId === target.iteration.id
  const { revision } = target.iteration
  const move = writer?.move
  useEffect(() => {
    if (!active || text === undefined || !move) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let held = false
    const take = () => {
      const span = selectedIn(position, text)
      if (!span) return
      move({ kind: 'words', revision, position, quote: text.slice(span.start, span.end), start: span.start })
    }
    const later = () => {
      clearTimeout(timer)
      if (!held) timer = setTimeout(take, rest)
    }
    const down = () => {
      held = true
    }
    const up = () => {
      held = false
      later()
    }
    take()
    document.addEventListener('selectionchange', later)
    addEventListener('pointerdown', down)
    addEventListener('pointerup', up)
    addEventListener('pointercancel', up)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', later)
      removeEventListener('pointerdown', down)
      removeEventListener('pointerup', up)
      removeEventListener('pointercancel', up)
    }
  }, [active, text, move, position, revision])
  return null
}

/** What is selected of a text, by its places in the plain text. */
function selectedIn(position: number, text: string): Span | undefined {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const box = document.querySelector(`[data-part="${position}"]`)
  if (!box?.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined
  const runs = [...box.querySelectorAll<HTMLElement>('[data-from]')].filter((run) =>
    range.intersectsNode(run),
  )
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return undefined
  const start = placeIn(first, range.startContainer, range.startOffset) ?? fromOf(first)
  const end = placeIn(last, range.endContainer, range.endOffset) ?? fromOf(last) + last.textContent.length
  return trimmed(text, { start, end: Math.min(end, start + longestQuote) })
}

const fromOf = (run: HTMLElement) => Number(run.dataset['from'])

/** Undefined when the end of the selection lies outside this run. */
function placeIn(run: HTMLElement, node: Node, offset: number): number | undefined {
  if (!run.contains(node)) return undefined
  const before = document.createRange()
  before.setStart(run, 0)
  before.setEnd(node, offset)
  return fromOf(run) + before.toString().length
}

function trimmed(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const inner = words.trim()
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(inner)) return undefined
  const begins = start + words.indexOf(inner)
  return { start: begins, end: begins + inner.length }
}
