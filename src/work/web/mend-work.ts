import { v7 } from 'uuid'
import { type Entry, renameIds, tryAgain, type Write } from '../../outbox/entry.ts'
import type { Answer, Sent } from '../../platform/web/client.ts'
import { AddIteration, AddPiece, type GetPiece, type ReviseIteration } from '../contract.ts'

/** What can be done with work that the server would not take as it was. */
export type Mending = 'only me' | 'new piece' | 'new attempt' | 'over it'

/** The choices that make sense for a refused entry; trying again and discarding are always possible. */
export function mendingsOf(entry: Entry): Mending[] {
  const write = entry.writes[entry.done]
  const code = entry.refusal?.code
  if (write?.name === 'AddPiece') {
    if (code === 'id_taken') return ['new piece']
    return hasShares(write) ? ['only me'] : []
  }
  if (write?.name === 'AddIteration') return ['new piece']
  if (write?.name === 'ReviseIteration') {
    return code === 'changed_elsewhere' ? ['over it', 'new attempt'] : []
  }
  return []
}

/** A piece whose class was left, say, is kept for its learner alone; they can show it to others later. */
export function keepForMe(entry: Entry): Entry {
  const writes = entry.writes.map((write) =>
    write.name === 'AddPiece' ? changeBody(write, { shares: [] }) : write,
  )
  return tryAgain({ ...entry, writes })
}

/**
 * Work whose piece is gone becomes a piece of its own; whatever was kept after it follows. Answers to feedback
 * that was on the old piece stay behind with it.
 */
export function keepAsNewPiece(entry: Entry, later: readonly Entry[]): Entry[] {
  const write = entry.writes[entry.done]
  if (!write) return []
  if (write.name === 'AddPiece') {
    const { params, body } = write.sent as Sent<typeof AddPiece>
    const old = [params.id, body.iteration.id, ...(body.shares ?? []).map(({ id }) => id)]
    const names = new Map(old.map((id) => [id, v7()]))
    return [entry, ...later].map((one) => tryAgain(renameIds(one, names)))
  }
  const { params, body } = write.sent as Sent<typeof AddIteration>
  const { pieceId, parts, whatChanged } = body
  const id = v7()
  const piece: Sent<typeof AddPiece> = {
    params: { id },
    body: { title: titleOf(entry), iteration: { id: v7(), parts, whatChanged: whatChanged ?? '' } },
  }
  const names = new Map([
    [pieceId, id],
    [params.id, piece.body.iteration.id],
  ])
  const mended: Entry = {
    ...entry,
    called: { word: 'work.waiting-piece', values: { title: titleOf(entry) } },
    writes: [{ ...methodOf(AddPiece), sent: piece }],
    done: 0,
  }
  return [tryAgain(mended), ...later.map((one) => tryAgain(renameIds(one, names)))]
}

/** An edit that came too late stands beside what is there now, as another attempt. */
export function keepAsNewAttempt(entry: Entry, piece: Answer<typeof GetPiece>): Entry {
  const { body } = (entry.writes[entry.done] as Write).sent as Sent<typeof ReviseIteration>
  const attempt: Sent<typeof AddIteration> = {
    params: { id: v7() },
    body: { pieceId: piece.id, parts: body.parts, whatChanged: body.whatChanged ?? '' },
  }
  const called = { ...entry.called, word: 'work.waiting-attempt' }
  return tryAgain({ ...entry, called, writes: [{ ...methodOf(AddIteration), sent: attempt }], done: 0 })
}

/** Goes over what stands there now, which stays among the earlier ones. */
export function putOver(entry: Entry, piece: Answer<typeof GetPiece>): Entry | undefined {
  const write = entry.writes[entry.done] as Write
  const { params } = write.sent as Sent<typeof ReviseIteration>
  const now = piece.iterations.find(({ id }) => id === params.id)
  if (!now) return undefined
  const over = { ...write, sent: { ...write.sent, params: { id: params.id, revision: now.revision + 1 } } }
  return tryAgain({ ...entry, writes: entry.writes.with(entry.done, over) })
}

/** Where to look at it: the piece it belongs to, as far as that can be told. */
export function pieceOf({ called, writes }: Entry): string | undefined {
  if (called.values['piece']) return called.values['piece']
  for (const { name, sent } of writes) {
    const { params, body } = sent as { params?: { id?: string }; body?: { pieceId?: string } }
    if (body?.pieceId) return body.pieceId
    if (['AddPiece', 'RenamePiece'].includes(name)) return params?.id
  }
  return undefined
}

function hasShares({ sent }: Write): boolean {
  return ((sent as Sent<typeof AddPiece>).body.shares ?? []).length > 0
}

function changeBody(write: Write, changes: object): Write {
  return { ...write, sent: { ...write.sent, body: { ...(write.sent.body as object), ...changes } } }
}

function titleOf({ called }: Entry): string {
  return called.values['name'] ?? ''
}

function methodOf({ name, method, path }: { name: string; method: string; path: string }) {
  return { name, method: method as Write['method'], path }
}
