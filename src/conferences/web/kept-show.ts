import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { hasAnswer } from '../../device/web/kept-answer.ts'
import { vaultHere } from '../../device/web/vault.ts'
import { type Media, picturesOf, playableIn } from '../../media/web/media-view-renditions.ts'
import { call } from '../../platform/web/client.ts'
import { withoutSignature } from '../../platform/web/kept-answers.ts'
import { queryKeyOf } from '../../platform/web/queries.tsx'
import { GetPiece } from '../../work/contract.ts'

export type KeptShow = { kept: number; all: number; missing: number; done: boolean; again: () => void }

/**
 * Fetches everything that will be shown, so that it is on this device before the network goes. What is counted as
 * kept was looked for in what is sealed here, not only asked for.
 */
export function useKeptShow(pieceIds: readonly string[], covers: readonly Media[] = []): KeptShow {
  const queries = useQueryClient()
  const [standing, setStanding] = useState({ kept: 0, all: 0, missing: 0, done: false })
  const [turn, setTurn] = useState(0)
  const wanted = pieceIds.join(' ')
  const pictures = covers.map(({ id }) => id).join(' ')
  useEffect(() => {
    let open = true
    const note = (next: typeof standing) => open && setStanding(next)
    const run = async () => {
      const media = [...covers]
      let missing = 0
      for (const id of wanted.split(' ').filter(Boolean)) {
        const sent = { params: { id } }
        const piece = await queries
          .fetchQuery({
            queryKey: queryKeyOf(GetPiece, sent),
            queryFn: () => call(GetPiece, sent),
            staleTime: 30_000,
          })
          .catch(() => undefined)
        if (!piece) missing += 1
        for (const { parts } of piece?.iterations ?? [])
          media.push(...parts.flatMap((part) => (part.kind === 'media' ? [part.media] : [])))
      }
      let kept = 0
      for (const one of media) {
        if (await isKept(one)) kept += 1
        note({ kept, all: media.length, missing, done: false })
      }
      note({ kept, all: media.length, missing: missing + media.length - kept, done: true })
    }
    setStanding({ kept: 0, all: 0, missing: 0, done: false })
    void run()
    return () => {
      open = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is listed is compared by its ids
  }, [queries, wanted, pictures, turn])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  return { ...standing, again }
}

async function isKept(media: Media): Promise<boolean> {
  const vault = await vaultHere().catch(() => undefined)
  if (!vault || !navigator.serviceWorker?.controller) return false
  const playable = playableIn(media, { narrow: innerWidth < 700, sparing: false })[0]
  const addresses = [...picturesOf(media).map(({ url }) => url), ...(playable ? [playable.address] : [])]
  for (const address of addresses) {
    const key = withoutSignature(new URL(address, location.href).href)
    if (await hasAnswer(vault, key)) continue
    await fetch(address, { credentials: 'same-origin' })
      .then((answer) => answer.blob())
      .catch(() => undefined)
    if (!(await lands(() => hasAnswer(vault, key)))) return false
  }
  return true
}

/** The worker seals it after it has answered. */
async function lands(isThere: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (await isThere()) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
