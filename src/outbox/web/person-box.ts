import { vaultOf } from '../../device/web/vault.ts'
import type { Box } from '../box.ts'
import { MemoryBox } from '../memory-box.ts'
import { sealedBox } from './sealed-box.ts'

/** Sealed on the device, or, where nothing can be sealed, in the memory of the page. */
export async function boxOf({ id, givenName }: { id: string; givenName: string }): Promise<Box> {
  const vault = await vaultOf(id).catch(() => undefined)
  return vault ? sealedBox(vault, givenName) : new MemoryBox()
}
