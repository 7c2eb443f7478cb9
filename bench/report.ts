import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { short } from './figures.ts'

/** One measured figure, beside what it could have been and what it should be. */
export type Figure = {
  what: string
  measured: number
  unit: string
  /** what the same machine does without Cairn in between, in the same unit */
  bound?: number
  aim?: { most: number } | { least: number }
  note?: string
}

/** Everything one run found. `details` is for machines; the figures are for people. */
export type Report = { figures: Figure[]; details: Record<string, unknown> }

export const isReached = ({ measured, aim }: Figure): boolean | undefined => {
  if (aim === undefined || Number.isNaN(measured)) return undefined
  return 'most' in aim ? measured <= aim.most : measured >= aim.least
}

function cells(figure: Figure): string[] {
  const { aim, bound, measured, unit } = figure
  const reached = isReached(figure)
  return [
    figure.what,
    Number.isNaN(measured) ? 'not measured' : short(measured, unit),
    bound === undefined ? '' : short(bound, unit),
    bound === undefined ? '' : (measured / bound).toFixed(2),
    aim === undefined ? '' : 'most' in aim ? `<= ${short(aim.most, unit)}` : `>= ${short(aim.least, unit)}`,
    reached === undefined ? '' : reached ? 'yes' : 'NO',
    figure.note ?? '',
  ]
}

export function printTable(title: string, figures: readonly Figure[]): void {
  const rows = [['what', 'measured', 'bound', 'ratio', 'aim', 'reached', ''], ...figures.map(cells)]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  console.log(`\n${title}`)
  for (const [place, row] of rows.entries()) {
    const line = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return column === 0 || column === 6 ? cell.padEnd(width) : cell.padStart(width)
    })
    console.log(line.join('  ').trimEnd())
    if (place === 0) console.log(widths.map((width) => '-'.repeat(width)).join('  '))
  }
}

export function machine(): Record<string, unknown> {
  return {
    at: new Date().toISOString(),
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    load: loadavg().map((value) => Number(value.toFixed(2))),
    revision: revision(),
  }
}

function revision(): string | null {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

/** Keeps what was found where git does not look, and says where. */
export function keep(report: Report, before: Record<string, unknown>): string {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`)
  const figures = report.figures.map((figure) => ({ ...figure, reached: isReached(figure) ?? null }))
  const whole = { before, after: machine(), figures, details: report.details }
  writeFileSync(file, `${JSON.stringify(whole, undefined, 2)}\n`)
  return file
}
