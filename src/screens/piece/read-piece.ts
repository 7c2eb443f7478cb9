import { useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { GetPiece } from '../../work/contract.ts'
import { usePieceWithWaiting } from '../../work/web/use-waiting-work.ts'

export type Piece = Answer<typeof GetPiece>
export type Iteration = Piece['iterations'][number]

/** With what waits on this device. Asks again by itself, and only while a file of it is being prepared. */
export function usePiece(id: string) {
  const [pace, setPace] = useState<number | false>(false)
  const read = useRead(GetPiece, { params: { id } }, { refetchInterval: pace })
  const wanted = paceFor(read.data)
  if (wanted !== pace) setPace(wanted)
  const data = usePieceWithWaiting(id, read)
  return { ...read, data, error: data ? null : read.error }
}

function paceFor(piece: Piece | undefined): number | false {
  const states = (piece?.iterations ?? [])
    .flatMap((iteration) => iteration.parts)
    .map((part) => (part.kind === 'media' ? part.media.state : 'ready'))
  if (states.some((state) => state === 'waiting' || state === 'working')) return 2_000
  return states.includes('arriving') ? 5_000 : false
}
