import { useState } from 'react'
import {
  addMark,
  type Drawing,
  type DrawingTool,
  hasMarks,
  type History,
  type Ink,
  type Layer,
  type Mark,
  redo,
  type Shape,
  shapes,
  undo,
  type Width,
  widths,
} from '../drawing.ts'
import type { Gesture } from './pointer-pen.ts'

export type Tool = DrawingTool | Shape
export type Choice = { tool: Tool; ink: Ink; width: Width; layer: Layer }

export function isShape(tool: Tool): tool is Shape {
  return (shapes as readonly string[]).includes(tool)
}

/** What a line becomes with the tool in hand: a stroke, or a shape as large as it was pulled. */
export function markOf({ tool, ink, width, layer }: Choice, { points, felt }: Gesture): Mark | undefined {
  const [x, y] = points
  if (x === undefined || y === undefined) return undefined
  if (!isShape(tool)) return { kind: 'stroke', layer, tool, ink, width, points: [...points], felt }
  const pulled = Math.hypot((points.at(-3) ?? x) - x, (points.at(-2) ?? y) - y)
  const size = Math.round(Math.max(widths[width] * 8, 2 * pulled))
  return { kind: 'stamp', layer, shape: tool, ink, x, y, size }
}

/** A drawing in hand: what is on the sheet, what can be taken back, and the tool. */
export function useBoard(begun: Drawing) {
  const [sheet, setSheet] = useState(begun)
  const [history, setHistory] = useState<History>({ marks: begun.marks, undone: [] })
  const [choice, setChoice] = useState<Choice>({ tool: 'pen', ink: 'black', width: 'middle', layer: 1 })
  const [hidden, setHidden] = useState<ReadonlySet<Layer>>(new Set())
  const drawing: Drawing = { ...sheet, marks: history.marks }
  return {
    drawing,
    choice,
    hidden,
    canUndo: history.marks.length > 0,
    canRedo: history.undone.length > 0,
    choose: (next: Partial<Choice>) => setChoice((before) => ({ ...before, ...next })),
    add: (mark: Mark) => {
      // whoever draws on a layer wants to see it
      setHidden((before) => new Set([...before].filter((layer) => layer !== mark.layer)))
      setHistory((before) => addMark(before, mark))
    },
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    wipe: (layer: Layer) => {
      if (hasMarks(history.marks, layer)) setHistory((before) => addMark(before, { kind: 'wipe', layer }))
    },
    toggle: (layer: Layer) =>
      setHidden((before) => {
        const next = new Set(before)
        if (!next.delete(layer)) next.add(layer)
        return next
      }),
    begin: (other: Drawing) => {
      setSheet(other)
      setHistory({ marks: other.marks, undone: [] })
      setHidden(new Set())
    },
  }
}

export type Board = ReturnType<typeof useBoard>
