import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Ring } from './ring.ts'
import type { Sealed } from './sealing.ts'
import type { Vault } from './vault.ts'

/**
 * All that a device keeps by itself. Words, files and answers are sealed with the key of the person they belong
 * to; in the clear stand only ids, sizes and moments, and the first names of people whose work still waits.
 */
export interface DeviceSchema extends DBSchema {
  /** whoever is signed in here, with their key; nobody when it is empty */
  here: { key: 'here'; value: Vault }
  ring: { key: string; value: Ring; indexes: { usernameHash: string } }
  'sealed-draft': { key: [person: string, key: string]; value: SealedDraft; indexes: { person: string } }
  entry: { key: string; value: SealedEntry; indexes: { person: string } }
  file: { key: string; value: KeptFile; indexes: { person: string } }
  piece: { key: [body: string, place: number]; value: Sealed }
  /** how many things of whom wait here, for the next person on a shared tablet */
  waiting: { key: string; value: { person: string; name: string; count: number } }
  kept: { key: string; value: KeptFacts; indexes: { at: number } }
  'kept-body': { key: string; value: Sealed }
  /** drafts of before everything was sealed */
  draft: { key: [person: string, key: string]; value: { content: unknown; keptAt: number } }
}

/** `claimed`: the entry that carries its content away; it is no draft any more. */
export type SealedDraft = { person: string; key: string; keptAt: number; sealed: Sealed; claimed?: string }

/** `place` is the order in which things were kept: the device's clock may jump, this does not. */
export type SealedEntry = {
  id: string
  person: string
  place: number
  /** counts the changes, so that what was opened once is opened again only when it is another */
  version: number
  sealed: Sealed
  arrivedAt?: number
}

export type KeptFile = {
  id: string
  person: string
  /** name and type, sealed */
  facts: Sealed
  bytes: number
  keptAt: number
  /** false while it is being written: what a crash left behind is cleared away */
  whole: boolean
  /** the bytes of a smaller copy, when one was made */
  smaller?: number
  /** which of the two travels; it can be changed until it has begun */
  sends: 'full' | 'smaller'
  /** how much the server has, as far as this device knows; undefined before it was announced */
  sent?: number | undefined
}

export type KeptFacts = { key: string; person: string; at: number; bytes: number; media: boolean }

let opened: Promise<IDBPDatabase<DeviceSchema>> | undefined

export function database(): Promise<IDBPDatabase<DeviceSchema>> {
  opened ??= openDB<DeviceSchema>('cairn', 2, {
    upgrade(database, before) {
      if (before < 1) database.createObjectStore('draft', { keyPath: ['person', 'key'] })
      database.createObjectStore('here')
      database.createObjectStore('ring', { keyPath: 'person' }).createIndex('usernameHash', 'usernameHash')
      database
        .createObjectStore('sealed-draft', { keyPath: ['person', 'key'] })
        .createIndex('person', 'person')
      database.createObjectStore('entry', { keyPath: 'id' }).createIndex('person', 'person')
      database.createObjectStore('file', { keyPath: 'id' }).createIndex('person', 'person')
      database.createObjectStore('piece')
      database.createObjectStore('waiting', { keyPath: 'person' })
      database.createObjectStore('kept', { keyPath: 'key' }).createIndex('at', 'at')
      database.createObjectStore('kept-body')
    },
    // another tab brings a newer version: let it, and open anew
    blocking: () => void opened?.then((database) => database.close()).finally(forgetOpened),
    terminated: forgetOpened,
  }).catch((error: unknown) => {
    forgetOpened()
    throw error
  })
  return opened
}

function forgetOpened(): void {
  opened = undefined
}
