import { handFile } from '../../device/web/hand-file.ts'
import type { Outbox } from './outbox.ts'

/** Hands files that wait to the device's own downloads, one after the other: a way out that needs no network. */
export async function saveToDevice(outbox: Outbox, ids: readonly string[]): Promise<void> {
  const box = await outbox.box
  for (const id of ids) {
    const file = await box.open(id)
    if (!file) continue
    handFile(file, file.name)
    // several at once are asked about
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
