import { encode } from 'uqr'
import { useMemo } from 'react'
import type { Spot } from '../sheet.ts'

/** A code as shapes in millimetres, black on white whatever the screen looks like. */
export function PrintedCode({ text, at, size }: { text: string; at: Spot; size: number }) {
  const { path, modules } = useMemo(() => shapeOf(text), [text])
  const by = size / modules
  return (
    <path
      d={path}
      transform={`translate(${at.x} ${at.y}) scale(${by})`}
      fill="#000"
      shapeRendering="crispEdges"
    />
  )
}

function shapeOf(text: string): { path: string; modules: number } {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const path = data
    .flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return { path, modules: data.length }
}
