import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react'
import type { Answer } from '../../platform/web/client.ts'
import type { GetPiece } from '../../work/contract.ts'
import type { Pin } from '../pin.ts'

export type Iteration = Answer<typeof GetPiece>['iterations'][number]

/** Where pins are shown: one attempt of one piece. */
export type PinTarget = { pieceId: string; iteration: Pick<Iteration, 'id' | 'revision' | 'parts'> }

/** The feedback that is being written about an attempt, as far as the work shows what it points at. */
export type PinWriter = {
  iterationId: string
  pin: Pin | undefined
  /** somebody pointed at the work itself: the words come next */
  pointAt: (pin: Pin) => void
  /** moved where it is */
  move: (pin: Pin | undefined) => void
}

type PinBoard = {
  writer: PinWriter | undefined
  attach: (writer: PinWriter | undefined) => void
  /** the next press on the work places the pin */
  pointing: boolean
  point: (on: boolean) => void
}

const PinBoardContext = createContext<PinBoard>({
  writer: undefined,
  attach: () => undefined,
  pointing: false,
  point: () => undefined,
})

/** Between the work and the box beside it: what is pointed at on the one is written about in the other. */
export function PinBoardProvider({ children }: { children: ReactNode }) {
  const [writer, attach] = useState<PinWriter>()
  const [pointing, point] = useState(false)
  useLayoutEffect(() => {
    if (!pointing) return
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return
      event.preventDefault()
      point(false)
    }
    addEventListener('keydown', leave, true)
    return () => removeEventListener('keydown', leave, true)
  }, [pointing])
  const board = useMemo(() => ({ writer, attach, pointing, point }), [writer, pointing])
  return <PinBoardContext value={board}>{children}</PinBoardContext>
}

export function usePinBoard(): PinBoard {
  return useContext(PinBoardContext)
}
