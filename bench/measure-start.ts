import { join } from 'node:path'
import { startCairn } from './cairn-process.ts'
import { median } from './figures.ts'
import { temporaryFolder } from './leaving.ts'
import type { Figure } from './report.ts'

/** Seconds from the start of the program until /healthz answers. */
export type StartFigures = { cold: number[]; warm: number[]; stop: number[] }

const times = 3

export async function measureStart(say: (sentence: string) => void): Promise<StartFigures> {
  say('Starting Cairn on an empty folder, and again …')
  const figures: StartFigures = { cold: [], warm: [], stop: [] }
  for (let time = 0; time < times; time += 1) {
    const folder = join(temporaryFolder(), 'data')
    for (const kind of ['cold', 'warm'] as const) {
      const cairn = await startCairn(folder, ['--no-demo'])
      figures[kind].push(cairn.seconds)
      const begin = performance.now()
      await cairn.stop()
      figures.stop.push((performance.now() - begin) / 1000)
    }
  }
  return figures
}

export const startTable = ({ cold, warm, stop }: StartFigures): Figure[] => [
  { what: 'cold start: empty folder, no demo', measured: median(cold), unit: 's' },
  { what: 'warm start: the same folder again', measured: median(warm), unit: 's' },
  { what: 'stop', measured: median(stop), unit: 's' },
]
