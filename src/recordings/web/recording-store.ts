import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { keptDays, plainType, type RecordingKind } from '../recording.ts'

/**
 * Every second of a recording is written down here while it is made, so that a crash, a closed tab or an empty
 * battery takes at most the last few. It is kept under the person who records and offered to nobody else.
 */
export type KeptRecording = {
  id: string
  person: string
  /** where it was being made; it is offered there again */
  place: string
  kind: RecordingKind
  type: string
  startedAt: number
}

interface RecordingSchema extends DBSchema {
  recording: { key: string; value: KeptRecording; indexes: { place: [person: string, place: string] } }
  piece: { key: [recording: string, number: number]; value: KeptPiece }
}

type KeptPiece = { recording: string; number: number; bytes: ArrayBuffer }

let opened: Promise<IDBPDatabase<RecordingSchema>> | undefined

export async function keepBeginning(recording: KeptRecording): Promise<void> {
  await (await device()).put('recording', recording)
}

export async function keepPiece(recording: string, number: number, piece: Blob): Promise<void> {
  const bytes = await piece.arrayBuffer()
  await (await device()).put('piece', { recording, number, bytes })
}

/** What this person left unfinished at a place: the newest that nobody is recording in another tab. */
export async function findKept(person: string, place: string): Promise<KeptRecording | undefined> {
  await sweep()
  const found = await (await device()).getAllFromIndex('recording', 'place', [person, place])
  for (const recording of found.sort((one, other) => other.startedAt - one.startedAt)) {
    if (await isFree(recording.id)) return recording
  }
  return undefined
}

/** A tab that has just been closed holds on for a moment. */
async function isFree(id: string): Promise<boolean> {
  if (!navigator.locks) return true
  const signal = AbortSignal.timeout(1500)
  return navigator.locks.request(lockOf(id), { signal }, () => true).catch(() => false)
}

/** All of it as one file, or undefined when not even its first second was written down. */
export async function readKept({ id, type }: KeptRecording): Promise<Blob | undefined> {
  const pieces: Blob[] = []
  const reading = (await device()).transaction('piece')
  // one piece after the other: a whole video at once would not fit into a small tablet's memory
  for await (const { value } of reading.store.iterate(piecesOf(id))) pieces.push(new Blob([value.bytes]))
  return pieces.length === 0 ? undefined : new Blob(pieces, { type: plainType(type) })
}

async function dropKept(id: string): Promise<void> {
  const dropping = (await device()).transaction(['recording', 'piece'], 'readwrite')
  await Promise.all([
    dropping.objectStore('recording').delete(id),
    dropping.objectStore('piece').delete(piecesOf(id)),
    dropping.done,
  ])
}

/** Once it is safe elsewhere, or not wanted. */
export function forgetRecording(id: string): Promise<void> {
  return dropKept(id).catch(() => undefined)
}

/** Held while a recording is made, so that another tab does not take it for a forgotten one. */
export function holdRecording(id: string): () => void {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  void navigator.locks?.request(lockOf(id), () => held)
  return letGo
}

async function namesOfBusy(): Promise<Set<string>> {
  const locks = await navigator.locks?.query()
  return new Set((locks?.held ?? []).flatMap(({ name }) => name ?? []))
}

/** What nobody came back for, and what was begun and never had a second in it. */
async function sweep(): Promise<void> {
  const busy = await namesOfBusy()
  const before = Date.now() - keptDays * 86_400_000
  const store = await device()
  for (const { id, startedAt } of await store.getAll('recording')) {
    if (busy.has(lockOf(id))) continue
    if (startedAt < before || (await store.count('piece', piecesOf(id))) === 0) await dropKept(id)
  }
}

const lockOf = (id: string) => `recording ${id}`
const piecesOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Infinity])

function device(): Promise<IDBPDatabase<RecordingSchema>> {
  opened ??= openDB<RecordingSchema>('cairn-recordings', 1, {
    upgrade(database) {
      database.createObjectStore('recording', { keyPath: 'id' }).createIndex('place', ['person', 'place'])
      database.createObjectStore('piece', { keyPath: ['recording', 'number'] })
    },
  })
  return opened
}
