import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { ListSlips } from '../contract.ts'

/** Asks again by itself only while something of it is being prepared. */
export function useSlips(exhibitionId: string) {
  const [pace, setPace] = useState<number | false>(false)
  const read = useRead(
    ListSlips,
    { params: { id: exhibitionId } },
    { refetchOnMount: 'always', refetchInterval: pace },
  )
  const isMade = (read.data?.slips ?? []).every(({ media }) => (media?.state ?? 'ready') === 'ready')
  const wanted = isMade ? false : 2_000
  if (wanted !== pace) setPace(wanted)
  return read
}
