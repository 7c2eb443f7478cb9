/** Something the office has to see to. It is told in counts, each with a way to where it is done. */
export const waitingKinds = [
  'unmatched',
  'stopped-imports',
  'ready-imports',
  'failed-work',
  'resting-hooks',
  'suspected',
  'outside',
  'stuck-links',
  'storage',
  'no-backup',
  'old-backup',
] as const
export type WaitingKind = (typeof waitingKinds)[number]

/** Of a disk, in bytes, as whoever runs the program may use it. */
export type Room = { free: number; total: number }

const nearlyFull = 0.85

/** How full the disk is in percent, once it is worth a word. */
export function fullness({ free, total }: Room): number | undefined {
  const share = total > 0 ? 1 - free / total : 0
  return share >= nearlyFull ? Math.floor(share * 100) : undefined
}

/** Backups are made each night: one that missed a night and the next is older than it should be. */
export const oldestBackup = 2 * 24 * 3_600_000

export function backupTrouble(
  lastAt: Date | null,
  now: Date,
): { kind: 'no-backup' | 'old-backup'; count: number } | undefined {
  if (lastAt === null) return { kind: 'no-backup', count: 1 }
  const age = now.getTime() - lastAt.getTime()
  return age > oldestBackup ? { kind: 'old-backup', count: Math.floor(age / 24 / 3_600_000) } : undefined
}
