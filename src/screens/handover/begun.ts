import { useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { BringWork } from '../../handovers/contract.ts'
import { mostBrought } from '../../handovers/handover.ts'
import { useKeepEach } from '../../outbox/web/keep-each.ts'
import { write } from '../../outbox/web/use-keep.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { usePersonHere } from '../../platform/web/person-here.tsx'
import { type CaptureDraft, filesOf } from '../../work/web/capture-draft.ts'

export type WorkIds = { id: string; iterationId: string }
type Begun = Readonly<Record<string, WorkIds>>

export const draftOf = ({ id }: WorkIds) => `tablet-work ${id}`

/** Who has begun something here and not finished it, by learner; and how what they finish is kept. */
export function useBegun(handoverId: string) {
  const saved = useAutosavedDraft<Begun>(`tablet ${handoverId}`)
  const [changed, setChanged] = useState<Begun>()
  const settled = useSettled(handoverId, saved)
  const now = changed ?? settled ?? {}
  const change = (next: Begun) => {
    setChanged(next)
    saved.write(next)
  }
  return {
    ready: settled !== undefined,
    idsOf: (learnerId: string): WorkIds | undefined => now[learnerId],
    begin: (learnerId: string) => {
      if (!now[learnerId]) change({ ...now, [learnerId]: { id: v7(), iterationId: v7() } })
    },
    forget: (learnerId: string) => {
      const { [learnerId]: _gone, ...rest } = now
      change(rest)
    },
  }
}

/** Hands over what a child made: it waits for nobody and is found in their portfolio. */
export function useBringWork(handoverId: string) {
  const keep = useKeepEach({ as: 'handovers.waiting-work' })
  return (learnerId: string, ids: WorkIds, mediaIds: readonly string[]): Promise<void> => {
    const body = {
      handoverId,
      learnerId,
      iterationId: ids.iterationId,
      mediaIds: mediaIds.slice(0, mostBrought),
    }
    return keep({ writes: [write(BringWork, { params: { id: ids.id }, body })] })
  }
}

/**
 * The battery was empty in the middle: what was there already is kept for the child who made it, and shown to
 * nobody, because who takes the tablet next may be another. What had not been begun to keep is begun anew.
 */
function useSettled(handoverId: string, saved: { ready: boolean; content: Begun | undefined }) {
  const person = usePersonHere()
  const bring = useBringWork(handoverId)
  const [settled, setSettled] = useState<Begun>()
  const began = useRef(false)
  const { ready, content } = saved
  useEffect(() => {
    if (!ready || began.current) return
    began.current = true
    const settle = async () => {
      const { dropDraft, findDraft } = await import('../../device/web/sealed-draft.ts')
      const left: Record<string, WorkIds> = {}
      for (const [learnerId, ids] of Object.entries(content ?? {})) {
        const draft = person && (await findDraft(person, draftOf(ids)))
        const files = draft ? filesOf(draft.content as CaptureDraft) : []
        if (person && files.length > 0) {
          await bring(learnerId, ids, files)
          await dropDraft(person, draftOf(ids))
        } else left[learnerId] = ids
      }
      setSettled(left)
    }
    void settle().catch(() => setSettled(content ?? {}))
  }, [ready, content, person, bring])
  return settled
}
