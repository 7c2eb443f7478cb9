import { useRef, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ListFeedback, ListUnanswered, ReplyToFeedback } from '../contract.ts'
import type { ReplyKind } from '../feedback.ts'
import { useSpoken } from './use-spoken.ts'

type Answering = { id?: string; kind?: ReplyKind; why: string; mediaId?: string | undefined }

/** A learner's answer that is being chosen, written and spoken, kept as it changes. */
export function useReplyWriting(feedbackId: string, onDone: () => void) {
  const place = `reply ${feedbackId}`
  const draft = useAutosavedDraft<Answering>(place)
  const [typed, setTyped] = useState<Answering>()
  const answering = typed ?? draft.content ?? { why: '' }
  const latest = useRef(answering)
  latest.current = answering
  const change = (part: Partial<Answering>) => {
    const next = { ...latest.current, ...part, id: latest.current.id ?? newId() }
    latest.current = next
    setTyped(next)
    draft.write(next)
  }
  const spoken = useSpoken({ mediaId: answering.mediaId, onChange: (mediaId) => change({ mediaId }) })
  const reply = useKeep(ReplyToFeedback, {
    as: 'feedback.waiting-reply',
    draft: place,
    refreshes: [ListFeedback, ListUnanswered],
    onDone: () => {
      latest.current = { why: '' }
      setTyped({ why: '' })
      spoken.leave()
      void draft.drop()
      onDone()
    },
  })
  const [noRoom, setNoRoom] = useState(false)
  const send = async () => {
    if (!latest.current.kind || reply.isPending || spoken.busy) return
    setNoRoom(false)
    if (!(await spoken.kept())) return setNoRoom(true)
    const { id = newId(), kind, why, mediaId } = latest.current
    if (!kind) return
    const voice = mediaId ? { mediaId } : {}
    reply.mutate({ params: { id }, body: { feedbackId, kind, why: why.trim(), ...voice } })
  }
  return { place, answering, change, spoken, reply, send, noRoom }
}
