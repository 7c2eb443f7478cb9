import { v7 } from 'uuid'
import { makeSmaller, mayBeSmaller } from '../../device/web/smaller-copy.ts'
import type { Box } from '../box.ts'
import { idsIn, isWaiting, renameIds } from '../entry.ts'
import type { Outbox } from './outbox.ts'
import { whileNothingIsSent } from './run.ts'

/**
 * Photos that wait and have not begun to travel are replaced by smaller copies, because their person chose so. A
 * copy is a file of its own, with an id of its own: what the server was told of the full one stays true. Until
 * everything speaks of the copy, the full one is there.
 */
export async function sendSmaller(outbox: Outbox): Promise<void> {
  await whileNothingIsSent(async () => {
    const box = await outbox.box
    const waiting = (await box.entries()).filter(isWaiting)
    const copies = await copiesOf(
      box,
      waiting.flatMap(({ files }) => files),
    )
    const speaksOf = (entry: object) => [...idsIn(entry)].some((id) => copies.has(id))
    await outbox.change(waiting.filter(speaksOf).map((entry) => renameIds(entry, copies)))
    for (const id of copies.keys()) await box.dropFile(id)
  })
  await outbox.wake()
}

async function copiesOf(box: Box, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const copies = new Map<string, string>()
  for (const id of new Set(ids)) {
    const file = await box.file(id)
    if (!file || file.sent || !mayBeSmaller(file)) continue
    const full = await box.open(id)
    const copy = full && (await makeSmaller(full))
    if (!copy) continue
    const fresh = v7()
    await box.keepFile(fresh, copy, { name: file.name, type: copy.type })
    copies.set(id, fresh)
  }
  return copies
}
