import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What this run has begun and must end, however it ends: newest first. */
const begun: (() => unknown)[] = []

/** Remembers how to end something; the answer ends it now. */
export function remember(end: () => unknown): () => Promise<void> {
  begun.push(end)
  return async () => {
    const place = begun.indexOf(end)
    if (place < 0) return
    begun.splice(place, 1)
    await end()
  }
}

export async function leave(): Promise<void> {
  for (let end = begun.pop(); end !== undefined; end = begun.pop()) await end()
}

export function leaveOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void leave().finally(() => process.exit(1)))
  }
}

/** A folder that is gone when the run ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'))
  remember(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
