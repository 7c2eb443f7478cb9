import { database } from './database.ts'
import { openRing } from './ring.ts'
import { keyOf } from './sealing.ts'
import { letIn, vaultHere } from './vault.ts'

/** Opens what waits here under records that the server says are this person too. */
export async function openMerged(
  person: string,
  merged: readonly { person: string; serverKey: Uint8Array<ArrayBuffer> }[],
): Promise<void> {
  const vault = await vaultHere()
  if (vault?.person !== person || vault.by !== 'server') return
  const also: { person: string; key: CryptoKey }[] = []
  for (const { person: gone, serverKey } of merged) {
    const ring = await (await database()).get('ring', gone)
    const opened = ring && (await openRing(ring, { serverKey }))
    if (opened) also.push({ person: gone, key: await keyOf(opened.bytes) })
  }
  const known = (vault.also ?? []).map((one) => one.person).join(' ')
  if (known !== also.map((one) => one.person).join(' ')) await letIn({ ...vault, also })
}

/** The server says that a record is somebody’s own again: what waits under it is shut until they come. */
export async function shutEarlier(person: string, earlier: string): Promise<void> {
  const vault = await vaultHere()
  if (vault?.person !== person) return
  await letIn({ ...vault, also: (vault.also ?? []).filter((one) => one.person !== earlier) })
}
