import { useEffect, useMemo, useRef, useState } from 'react'
import { useDeviceMedia } from '../../media/web/device-media.ts'
import type { Entry } from '../../outbox/entry.ts'
import { useWaiting } from '../../outbox/web/use-outbox.tsx'
import { useMe } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import type { GetPiece } from '../contract.ts'
import type { Tile } from './piece-tile.tsx'

/** Fetched when something waits, which is seldom and never the first thing on a page. */
const loadOverlay = () => import('./waiting-tiles.ts')
type Overlay = Awaited<ReturnType<typeof loadOverlay>>

/** A piece as the server has it, with what its learner did since. */
export function usePieceWithWaiting(
  id: string,
  read: { data: Answer<typeof GetPiece> | undefined; isFetching: boolean },
) {
  const entries = useUntilFresh(id, read.isFetching)
  const overlay = useOverlay(entries)
  const here = useHere(entries)
  return overlay ? overlay.pieceWithWaiting(read.data, id, entries, here) : read.data
}

/** My own wall with what has not arrived; anybody else's as it is. */
export function useTilesWithWaiting(
  learnerId: string,
  read: { tiles: readonly Tile[] | undefined; isFetching: boolean },
): readonly Tile[] | undefined {
  const me = useMe()
  const entries = useUntilFresh('', read.isFetching)
  const overlay = useOverlay(entries)
  const here = useHere(entries)
  const { tiles } = read
  if (learnerId !== me.id || !overlay) return tiles
  return overlay.tilesWithWaiting(tiles ?? [], entries, here)
}

/**
 * What waits and speaks of this. What has just arrived stays until it has been read anew from the server, so
 * that nothing disappears for a moment.
 */
function useUntilFresh(id: string, isFetching: boolean): readonly Entry[] {
  const waiting = useWaiting()
  const about = useMemo(
    () => waiting.filter((entry) => JSON.stringify(entry.writes).includes(id)),
    [waiting, id],
  )
  const shown = useRef(about)
  const arrived = shown.current.filter((entry) => !about.some((one) => one.id === entry.id))
  if (arrived.length === 0 || !isFetching) shown.current = about
  else if (about.some((entry) => !shown.current.includes(entry))) shown.current = [...arrived, ...about]
  return shown.current
}

function useOverlay(entries: readonly Entry[]): Overlay | undefined {
  const [overlay, setOverlay] = useState<Overlay>()
  const wanted = entries.length > 0
  useEffect(() => {
    if (wanted) void loadOverlay().then(setOverlay)
  }, [wanted])
  return wanted ? overlay : undefined
}

function useHere(entries: readonly Entry[]) {
  const { id, name } = useMe()
  const files = useMemo(() => [...new Set(entries.flatMap((entry) => entry.files))], [entries])
  const mediaOf = useDeviceMedia(files)
  return { me: { id, name }, mediaOf }
}
