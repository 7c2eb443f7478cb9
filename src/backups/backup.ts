import { scryptSync } from 'node:crypto'

/** What a backup says of itself, in `manifest.json`. Whoever reads it needs nothing else than this folder and JSON. */
export type Manifest = {
  format: 'cairn-backup-1'
  /** ISO, with the moment at which the tables were looked at */
  madeAt: string
  /** the steps of the database, so that only a Cairn that knows them all restores it */
  migrations: { number: number; name: string; checksum: string }[]
  tables: TableKept[]
  /** work that waited to be done, in the order it was asked for */
  jobs: { name: string; data: object }[]
  files: FileKept[]
  /** whether the secret is here; it is not when CAIRN_SECRET gives it */
  secret: boolean
  /** tells the secret apart from others, and tells it to nobody; backups of before have none */
  secretProof?: string | undefined
}

export type TableKept = {
  name: string
  columns: { name: string; type: string }[]
  rows: number
  /** of the file as it lies, hexadecimal */
  sha256: string
}

export type FileKept = {
  /** below the media folder, with `/` */
  path: string
  bytes: number
  changedAt: number
  /** also the name under which it lies in `media/` beside the backups */
  sha256: string
}

/** Slow on purpose: whoever finds a backup tries no list of secrets against it. */
export const proofOf = (secret: string, madeAt: string): string =>
  scryptSync(secret.trim(), madeAt, 32).toString('hex')

/** False where what was sealed in the backup stays sealed under this secret. */
export const opensBackup = (secret: string | undefined, { secretProof, madeAt }: Manifest): boolean =>
  secretProof === undefined || (secret !== undefined && proofOf(secret, madeAt) === secretProof)

export const format = 'cairn-backup-1'
export const tableFile = (name: string) => `tables/${name}.jsonl.gz`
/** Files are kept once for all backups of a folder, by what is in them. */
export const mediaFile = (sha256: string) => `media/${sha256.slice(0, 2)}/${sha256}`
/** A folder a backup, named by its moment: the names sort as the moments do. */
export const folderName = (madeAt: Date) => madeAt.toISOString().replaceAll(':', '').replace(/\..*/, 'Z')
export const isFolderName = (name: string) => /^\d{4}-\d{2}-\d{2}T\d{6}Z$/.test(name)

/** Which backups of a folder go: older than so many days, but never the last one there is. */
export function outdated(names: string[], now: Date, keepDays: number): string[] {
  const oldest = folderName(new Date(now.getTime() - keepDays * 24 * 3_600_000))
  const backups = names.filter(isFolderName).sort()
  return backups.slice(0, -1).filter((name) => name < oldest)
}
