import type { Entry } from './entry.ts'

export type FileFacts = { name: string; type: string }

/** A file that waits, as far as sending it goes. */
export type BoxFile = {
  id: string
  name: string
  type: string
  /** as of an entry */
  keptAs?: string
  /** of what travels: the full file or its smaller copy */
  bytes: number
  /** how much the server has; undefined before it was announced */
  sent: number | undefined
}

/** Where one person's entries and files lie until they have arrived. */
export type Box = {
  /** Whether it outlives the page. */
  lasts: boolean
  /** In the order in which they were kept, those that arrived a short while ago too. */
  entries: () => Promise<Entry[]>
  add: (entry: Entry) => Promise<void>
  change: (entry: Entry) => Promise<void>
  /** It is with the server: its files and its draft go, and its name stays for a day. */
  arrive: (entry: Entry, now: number) => Promise<void>
  /** Its person decided. Files that something else still speaks of stay. */
  remove: (id: string) => Promise<void>
  /** Back to the form it came from, with its draft and its files. */
  giveBack: (id: string) => Promise<void>
  /** Resolves when every byte is kept; rejects, with nothing left behind, when there is no room. */
  keepFile: (id: string, content: Blob, facts: FileFacts) => Promise<void>
  dropFile: (id: string) => Promise<void>
  /** The whole file again, to look at it or take it elsewhere. */
  open: (id: string) => Promise<File | undefined>
  file: (id: string) => Promise<BoxFile | undefined>
  noteSent: (id: string, sent: number | undefined) => Promise<void>
  /** Bytes of a file from an offset on, at most so many. */
  read: (id: string, offset: number, most: number) => Promise<Uint8Array<ArrayBuffer>>
}

/** What the line answered, or that it is away. */
export type LineAnswer = { status: number; code: string; sentence: string; offset?: number } | 'away'

/** The way to the server. */
export type Line = {
  write: (entry: Entry, place: number) => Promise<LineAnswer>
  announce: (file: BoxFile) => Promise<LineAnswer>
  /** How much of a file the server has (tus HEAD). */
  offsetOf: (file: BoxFile) => Promise<LineAnswer>
  begin: (file: BoxFile) => Promise<LineAnswer>
  sendPiece: (file: BoxFile, offset: number, bytes: Uint8Array<ArrayBuffer>) => Promise<LineAnswer>
}
