import { join } from 'node:path'
import { buildWebIfNeeded } from '../src/entry/build-web.ts'
import { startCairn } from './cairn-process.ts'
import { median, range } from './figures.ts'
import { temporaryFolder } from './leaving.ts'
import type { Part, Wish } from './part.ts'

const times = 3

/** Seconds until /healthz answers, from the start of the program; its own files are in the system's cache. */
export const start: Part = {
  name: 'start',
  title: 'Start',
  measure: async (wish) => {
    const { cold, warm, stop } = await startAgainAndAgain(wish)
    const figure = (what: string, seconds: number[]) => ({
      what,
      measured: median(seconds),
      unit: 's',
      note: `of ${seconds.length}: ${range(seconds, 's')}`,
    })
    const figures = [
      figure('cold start: an empty data folder, no demo, web app built', cold),
      figure('warm start: the same folder again', warm),
      figure('stop', stop),
    ]
    return { figures, details: { cold, warm, stop } }
  },
}

async function startAgainAndAgain({ say }: Wish) {
  await buildWebIfNeeded(say)
  say('Starting Cairn on an empty folder, and again …')
  const seconds = { cold: [] as number[], warm: [] as number[], stop: [] as number[] }
  for (let time = 0; time < times; time += 1) {
    const folder = join(temporaryFolder(), 'data')
    for (const kind of ['cold', 'warm'] as const) {
      const cairn = await startCairn(folder, ['--no-demo'])
      seconds[kind].push(cairn.seconds)
      const begin = performance.now()
      await cairn.stop()
      seconds.stop.push((performance.now() - begin) / 1000)
    }
  }
  return seconds
}
