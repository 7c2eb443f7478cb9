import { useMemo } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { ListFeedback } from '../contract.ts'
import { type PinTarget, usePinBoard } from '../../pins/web/pin-board.tsx'
import { type PlacedPin, placePins } from '../../pins/web/placed-pins.ts'

/** The pins on an attempt, those of the feedback being written here too. */
export function usePlacedPins({ pieceId, iteration }: PinTarget): readonly PlacedPin[] {
  const { data } = useRead(ListFeedback, { params: { id: pieceId } })
  const { writer } = usePinBoard()
  const drafted = writer?.iterationId === iteration.id ? writer.pin : undefined
  return useMemo(() => placePins(data ?? [], iteration, drafted), [data, iteration, drafted])
}
