import { pause } from '../../platform/web/network.ts'

/** Whether somebody signed out on this device while the server could not be reached. */
const keptIn = 'cairn.leaving'

export function isLeaving(): boolean {
  return localStorage.getItem(keptIn) !== null
}

export const noteLeaving = (leaving: boolean): Promise<void> => keepMark(keptIn, leaving ? 'yes' : undefined)

/**
 * What a device must not forget about who is here. `localStorage` can be read before anything is fetched, but a
 * browser may write it down minutes later; a tablet whose battery is empty before that would show whoever signed
 * out on it to the next person. So it is written into a database as well, which is done at once.
 */
const names = ['cairn.leaving', 'cairn.let-in-here'] as const
export type MarkName = (typeof names)[number]
const marksIn = 'cairn-marks'

/** Milliseconds; a database that does not answer keeps nobody from opening Cairn. */
const patience = 1_000

const inTime = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, pause(patience)]).catch(() => undefined)

/** At once for this page; once it resolves, also for a browser that is killed. */
export async function keepMark(name: MarkName, value: string | undefined): Promise<void> {
  if (value === undefined) localStorage.removeItem(name)
  else localStorage.setItem(name, value)
  const written = withMarks('readwrite', (marks) => marks.put(value ?? '', name))
  // on a device that is full an older mark would come back in its place, and with it whoever signed out
  await inTime(written.catch(() => answer(indexedDB.deleteDatabase(marksIn))))
}

/** Brings back what the browser had not written down; once a page, before anybody is asked about. */
export const recallMarks = (): Promise<unknown> => inTime(Promise.all(names.map(recall)))

async function recall(name: MarkName): Promise<void> {
  const kept = await withMarks<string | undefined>('readonly', (marks) => marks.get(name))
  if (kept === '') localStorage.removeItem(name)
  else if (kept !== undefined) localStorage.setItem(name, kept)
}

async function withMarks<T>(
  mode: IDBTransactionMode,
  ask: (marks: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const opening = indexedDB.open(marksIn, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('marks')
  const database = await answer<IDBDatabase>(opening)
  try {
    const asking = database.transaction('marks', mode, { durability: 'strict' })
    const [said] = await Promise.all([answer<T>(ask(asking.objectStore('marks'))), ending(asking)])
    return said
  } finally {
    database.close()
  }
}

/** Only then it stands on the disk: what is written may still fail after it was taken. */
const ending = (asking: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    asking.oncomplete = () => resolve()
    asking.onabort = () => reject(asking.error ?? new Error('not written'))
  })

const answer = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
