import { database, type KeptFacts } from './database.ts'
import { hex } from './ring.ts'
import { seal, unseal } from './sealing.ts'
import type { Vault } from './vault.ts'

/**
 * What somebody has already seen, sealed for them, so that it can be looked at without a network: also on the
 * tablet they share, after others have used it. It is only a copy: when room is short it goes before anything
 * that has not arrived, the longest unseen first.
 */
export type KeptAnswer = { type: string; keptAt: number; bytes: ArrayBuffer }

/** Of everybody on this device together. */
const mostAnswers = 3_000
const mostMediaBytes = 400 * 2 ** 20
const looksEvery = 20

let puts = 0

export async function keepAnswer(
  vault: Vault,
  url: string,
  answer: { type: string; bytes: ArrayBuffer; media: boolean },
): Promise<void> {
  const key = await keyOf(vault, url)
  const { type, bytes, media } = answer
  const sealed = await seal(vault.key, key, withType(type, bytes))
  const writing = (await database()).transaction(['kept', 'kept-body'], 'readwrite')
  await writing
    .objectStore('kept')
    .put({ key, person: vault.person, at: Date.now(), bytes: bytes.byteLength, media })
  await writing.objectStore('kept-body').put(sealed, key)
  await writing.done
  puts += 1
  if (puts % looksEvery === 0) await shrinkKept()
}

export async function findAnswer(vault: Vault, url: string): Promise<KeptAnswer | undefined> {
  const key = await keyOf(vault, url)
  const reading = (await database()).transaction(['kept', 'kept-body'])
  const [facts, sealed] = await Promise.all([
    reading.objectStore('kept').get(key),
    reading.objectStore('kept-body').get(key),
  ])
  if (!facts || !sealed) return undefined
  try {
    return { keptAt: facts.at, ...splitType(await unseal(vault.key, key, sealed)) }
  } catch {
    await drop([facts])
    return undefined
  }
}

/** Whether it is here, without opening it. */
export async function hasAnswer(vault: Vault, url: string): Promise<boolean> {
  return (await (await database()).count('kept', await keyOf(vault, url))) > 0
}

/** Brings what is kept within its bounds, or frees this many bytes of it; answers how many were freed. */
export async function shrinkKept(toFree = 0): Promise<number> {
  const oldestFirst = await (await database()).getAllFromIndex('kept', 'at')
  const media = oldestFirst.filter((one) => one.media)
  const answers = oldestFirst.filter((one) => !one.media)
  const bound = Math.min(sizeOf(media) - toFree, mostMediaBytes)
  const gone = [...oldestBeyond(media, bound), ...answers.slice(0, Math.max(0, answers.length - mostAnswers))]
  await drop(gone)
  return sizeOf(gone)
}

/** How much is kept of what somebody has seen. */
export async function sizeOfKept(person: string): Promise<number> {
  const all = await (await database()).getAllFromIndex('kept', 'at')
  return sizeOf(all.filter((one) => one.person === person))
}

export async function forgetKept(person: string): Promise<void> {
  const all = await (await database()).getAllFromIndex('kept', 'at')
  await drop(all.filter((one) => one.person === person))
}

/** The oldest that must go until the rest is no larger than this. */
export function oldestBeyond<T extends { bytes: number }>(oldestFirst: readonly T[], most: number): T[] {
  let bytes = sizeOf(oldestFirst)
  const gone: T[] = []
  for (const one of oldestFirst) {
    if (bytes <= most) break
    bytes -= one.bytes
    gone.push(one)
  }
  return gone
}

async function drop(gone: readonly KeptFacts[]): Promise<void> {
  if (gone.length === 0) return
  const writing = (await database()).transaction(['kept', 'kept-body'], 'readwrite')
  await Promise.all(
    gone.flatMap(({ key }) => [
      writing.objectStore('kept').delete(key),
      writing.objectStore('kept-body').delete(key),
    ]),
  )
  await writing.done
}

function sizeOf(all: readonly { bytes: number }[]): number {
  return all.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** An address may say what somebody searched for, so it is not written down either. */
async function keyOf({ person }: Vault, url: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${person} ${url}`)))
}

/** Type and content are sealed as one: a line, and the bytes. */
function withType(type: string, bytes: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const line = new TextEncoder().encode(`${type}\n`)
  const both = new Uint8Array(line.length + bytes.byteLength)
  both.set(line)
  both.set(new Uint8Array(bytes), line.length)
  return both
}

function splitType(both: ArrayBuffer): { type: string; bytes: ArrayBuffer } {
  const end = new Uint8Array(both).indexOf(10)
  return { type: new TextDecoder().decode(both.slice(0, end)), bytes: both.slice(end + 1) }
}
