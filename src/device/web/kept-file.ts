import { database, type KeptFile } from './database.ts'
import { seal, sealJson, type Sealed, unseal, unsealJson } from './sealing.ts'
import { type Vault, vaultOf } from './vault.ts'

/**
 * A file that somebody chose or recorded, kept until the server has it. It lies in sealed pieces, so that a
 * film never has to be in memory whole and goes on travelling at the byte where it was cut.
 */
export const pieceBytes = 2 ** 20

export type FileFacts = { name: string; type: string; width?: number; height?: number }

/** Many small transactions would each wait for the disk; one of a whole film would hold it in memory. */
const piecesAtOnce = 8

type Body = 'full' | 'smaller'

/** Resolves when every byte is on the device; what it throws (`QuotaExceededError`) leaves nothing behind. */
export async function keepFile(person: string, id: string, file: Blob, facts: FileFacts): Promise<void> {
  const vault = await vaultIn(person)
  const count = Math.ceil(file.size / pieceBytes)
  const begun = { id, person, bytes: file.size, keptAt: Date.now(), sends: 'full' as const }
  const sealedFacts = sealJson(vault.key, `facts ${id}`, facts)
  if (count <= piecesAtOnce) {
    const pieces = sealPieces(vault, bodyOf(id, 'full'), file, { first: 0, count })
    const [sealed, known] = await Promise.all([pieces, sealedFacts])
    return keepAtOnce({ ...begun, facts: known, whole: true }, sealed)
  }
  try {
    await (await database()).put('file', { ...begun, facts: await sealedFacts, whole: false })
    await keepBody(vault, bodyOf(id, 'full'), file)
    await changeFile(id, { whole: true })
  } catch (error) {
    await dropFile(id).catch(() => undefined)
    throw error
  }
}

/** A photo waits for the disk once: it is there with all its pieces, or not at all. */
async function keepAtOnce(kept: KeptFile, pieces: readonly Sealed[]): Promise<void> {
  const writing = (await database()).transaction(['file', 'piece'], 'readwrite', { durability: 'strict' })
  const body = bodyOf(kept.id, 'full')
  await Promise.all([
    writing.objectStore('file').put(kept),
    ...pieces.map((piece, place) => writing.objectStore('piece').put(piece, [body, place])),
    writing.done,
  ])
}

export async function findFile(id: string): Promise<KeptFile | undefined> {
  const file = await (await database()).get('file', id)
  return file?.whole ? file : undefined
}

export async function changeFile(
  id: string,
  changes: Partial<Pick<KeptFile, 'whole' | 'smaller' | 'sends' | 'sent'>>,
): Promise<void> {
  // a film counts as kept from here on, so this too is on the disk before it is said
  const durability = changes.whole ? 'strict' : 'default'
  const writing = (await database()).transaction('file', 'readwrite', { durability })
  const file = await writing.store.get(id)
  if (file) await writing.store.put({ ...file, ...changes })
  await writing.done
}

export async function readFacts(vault: Vault, file: KeptFile): Promise<FileFacts> {
  return (await unsealJson(vault.key, `facts ${file.id}`, file.facts)) as FileFacts
}

/** The bytes from a place to the end of the piece in which it lies. */
async function readFrom(vault: Vault, id: string, body: Body, offset: number): Promise<ArrayBuffer> {
  const name = bodyOf(id, body)
  const place = Math.floor(offset / pieceBytes)
  const sealed = await (await database()).get('piece', [name, place])
  if (!sealed) throw new Error(`piece ${place} of ${name} is not on this device`)
  const bytes = await unseal(vault.key, `${name} ${place}`, sealed)
  return bytes.slice(offset % pieceBytes)
}

/** How many bytes of it travel: all, or those of the smaller copy where that was chosen. */
export function bytesToSend({ sends, smaller, bytes }: KeptFile): number {
  return sends === 'smaller' && smaller !== undefined ? smaller : bytes
}

/** Bytes of what travels, from an offset on, at most so many. */
export async function readTravelling(
  vault: Vault,
  id: string,
  offset: number,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await findFile(id)
  if (!file) throw new Error(`file ${id} is not on this device`)
  const body: Body = file.sends === 'smaller' && file.smaller !== undefined ? 'smaller' : 'full'
  const end = Math.min(offset + most, bytesToSend(file))
  const bytes = new Uint8Array(end - offset)
  for (let at = offset; at < end; ) {
    const piece = new Uint8Array(await readFrom(vault, id, body, at)).subarray(0, end - at)
    bytes.set(piece, at - offset)
    at += piece.length
  }
  return bytes
}

/** The whole file again, to look at it or to take it elsewhere. */
export async function readWhole(vault: Vault, file: KeptFile): Promise<File> {
  const { name, type } = await readFacts(vault, file)
  const pieces: Blob[] = []
  for (let offset = 0; offset < file.bytes; offset += pieceBytes) {
    pieces.push(new Blob([await readFrom(vault, file.id, 'full', offset)]))
  }
  return new File(pieces, name, { type })
}

export async function dropFile(id: string): Promise<void> {
  const writing = (await database()).transaction(['file', 'piece'], 'readwrite')
  await writing.objectStore('file').delete(id)
  for (const body of ['full', 'smaller'] as const) {
    await writing.objectStore('piece').delete(rangeOf(bodyOf(id, body)))
  }
  await writing.done
}

export async function filesOf(person: string): Promise<KeptFile[]> {
  return (await database()).getAllFromIndex('file', 'person', person)
}

async function vaultIn(person: string): Promise<Vault> {
  const vault = await vaultOf(person)
  if (!vault) throw new Error('Nothing can be kept here for this person')
  return vault
}

async function keepBody(vault: Vault, body: string, file: Blob): Promise<void> {
  const count = Math.ceil(file.size / pieceBytes)
  for (let first = 0; first < count; first += piecesAtOnce) {
    const sealed = await sealPieces(vault, body, file, {
      first,
      count: Math.min(piecesAtOnce, count - first),
    })
    // kept means kept: an empty battery a moment later must not take it
    const writing = (await database()).transaction('piece', 'readwrite', { durability: 'strict' })
    await Promise.all(sealed.map((piece, at) => writing.store.put(piece, [body, first + at])))
    await writing.done
  }
}

type Stretch = { first: number; count: number }

function sealPieces(vault: Vault, body: string, file: Blob, { first, count }: Stretch): Promise<Sealed[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => sealPiece(vault, body, file, first + at)))
}

async function sealPiece({ key }: Vault, body: string, file: Blob, place: number) {
  const bytes = await file.slice(place * pieceBytes, (place + 1) * pieceBytes).arrayBuffer()
  return seal(key, `${body} ${place}`, bytes)
}

const bodyOf = (id: string, body: Body) => (body === 'full' ? id : `${id} smaller`)
const rangeOf = (body: string) => IDBKeyRange.bound([body, 0], [body, Infinity])
