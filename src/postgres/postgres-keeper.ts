import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { stopOrphan } from './postgres-orphan.ts'
import { halt, launch, type Place } from './postgres-process.ts'

/** Starts PostgreSQL again when it ends without being asked to, for example when memory ran out. */
export async function keepRunning(
  place: Place,
  log: (sentence: string) => void,
): Promise<{ stop: () => Promise<void> }> {
  const leaving = new AbortController()
  let current = await launch(place, log)
  let mending: Promise<void> = Promise.resolve()

  async function mend(): Promise<void> {
    while (!leaving.signal.aborted) {
      try {
        await wait(1000, undefined, { signal: leaving.signal })
        await stopOrphan(place.folder, log)
        current = await launch(place, log)
        watch(current)
        return
      } catch (error) {
        if (!leaving.signal.aborted) log(`PostgreSQL could not be started again: ${(error as Error).message}`)
      }
    }
  }
  function watch(child: ChildProcess): void {
    child.once('exit', () => {
      if (leaving.signal.aborted) return
      log('PostgreSQL has ended by itself; starting it again.')
      mending = mend()
    })
  }
  watch(current)
  return {
    async stop() {
      leaving.abort()
      await mending
      await halt(current)
    },
  }
}
