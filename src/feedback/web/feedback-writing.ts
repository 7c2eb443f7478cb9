import { useEffect, useMemo, useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { GiveFeedback, ListFeedback, ListWaitingForFeedback } from '../contract.ts'
import { saysSomething } from '../feedback.ts'
import type { Pin } from '../../pins/pin.ts'
import { usePinBoard } from '../../pins/web/pin-board.tsx'
import { useSpoken } from './use-spoken.ts'

/** The id is made with the first letter and kept with the words, so that sending again never says it twice. */
type Writing = { id: string; body: string; pin?: Pin | undefined; mediaId?: string | undefined }

const nothing: Writing = { id: '', body: '' }

type FeedbackWriting = {
  iterationId: string
  draftKey: string
  onGiven: () => void
  /** somebody pointed at the work: the words come next */
  onPointed: () => void
}

/** Feedback that is being written, spoken and pointed, kept as it changes, and sent as one. */
export function useFeedbackWriting({ iterationId, draftKey, onGiven, onPointed }: FeedbackWriting) {
  const draft = useAutosavedDraft<Writing>(draftKey)
  const [typed, setTyped] = useState<Writing>()
  const writing = typed ?? draft.content ?? nothing
  const latest = useRef(writing)
  latest.current = writing
  const change = (part: Partial<Writing>) => {
    const next = { ...latest.current, ...part, id: latest.current.id || newId() }
    latest.current = next
    setTyped(next)
    draft.write(next)
  }
  const spoken = useSpoken({ mediaId: writing.mediaId, onChange: (mediaId) => change({ mediaId }) })
  const give = useKeep(GiveFeedback, {
    as: 'feedback.waiting-feedback',
    values: ({ body }) => ({ words: (body.body ?? '').slice(0, 60) }),
    draft: draftKey,
    refreshes: [ListFeedback, ListWaitingForFeedback],
    onDone: () => {
      latest.current = nothing
      setTyped(nothing)
      spoken.leave()
      void draft.drop()
      onGiven()
    },
  })
  const [noRoom, setNoRoom] = useState(false)
  const said = saysSomething({ body: writing.body.trim(), mediaId: writing.mediaId })
  const send = async () => {
    if (!said || give.isPending || spoken.busy) return
    setNoRoom(false)
    if (!(await spoken.kept())) return setNoRoom(true)
    const { id, body, pin, mediaId } = latest.current
    const more = { ...(mediaId ? { mediaId } : {}), ...(pin ? { pin } : {}) }
    give.mutate({ params: { id }, body: { iterationId, body: body.trim(), ...more } })
  }
  usePointing({ iterationId, pin: writing.pin, change, onPointed })
  return { writing, change, spoken, give, said, send, noRoom, keptAt: draft.keptAt }
}

type Pointing = {
  iterationId: string
  pin: Pin | undefined
  change: (part: { pin: Pin | undefined }) => void
  onPointed: () => void
}

/** Shows the work what is pointed at, and hears from it where somebody pointed. */
function usePointing({ iterationId, pin, change, onPointed }: Pointing) {
  const { attach, point } = usePinBoard()
  const acts = useRef({ change, onPointed })
  acts.current = { change, onPointed }
  const hands = useMemo(
    () => ({
      move: (moved: Pin | undefined) => acts.current.change({ pin: moved }),
      pointAt: (placed: Pin) => {
        acts.current.change({ pin: placed })
        acts.current.onPointed()
      },
    }),
    [],
  )
  useEffect(() => attach({ iterationId, pin, ...hands }), [attach, iterationId, pin, hands])
  useEffect(
    () => () => {
      attach(undefined)
      point(false)
    },
    [attach, point],
  )
}
