import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What a device keeps by itself. Everything in it carries the person it belongs to. */
interface DeviceSchema extends DBSchema {
  draft: { key: [person: string, key: string]; value: Draft; indexes: { person: string } }
}

/** Something begun and not yet saved, as it was last typed. */
export type Draft = { person: string; key: string; content: unknown; keptAt: number }

let opened: Promise<IDBPDatabase<DeviceSchema>> | undefined

export async function keepDraft(draft: Draft): Promise<void> {
  await (await device()).put('draft', draft)
}

export async function findDraft(person: string, key: string): Promise<Draft | undefined> {
  return (await device()).get('draft', [person, key])
}

export async function dropDraft(person: string, key: string): Promise<void> {
  await (await device()).delete('draft', [person, key])
}

function device(): Promise<IDBPDatabase<DeviceSchema>> {
  opened ??= openDB<DeviceSchema>('cairn', 1, {
    upgrade(database) {
      database.createObjectStore('draft', { keyPath: ['person', 'key'] }).createIndex('person', 'person')
    },
  })
  return opened
}
