import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Linux counts processor time in ticks of 10 ms, and memory in pages of 4 KiB. */
const tick = 10_000

type Stat = { pid: number; parent: number; cpu: number }

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name in brackets may itself hold spaces and brackets
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return { pid, parent: fields[1] ?? 0, cpu: ((fields[11] ?? 0) + (fields[12] ?? 0)) * tick }
  } catch {
    return undefined
  }
}

/** Microseconds of processor a process has used. */
export const cpuOf = (pid: number): number => readStat(pid)?.cpu ?? 0

/** The same of a process and its living children: a PostgreSQL with its backends. */
export function cpuOfFamily(pid: number): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const stats = pids.map((name) => readStat(Number(name))).filter((stat) => stat !== undefined)
  return stats
    .filter((stat) => stat.pid === pid || stat.parent === pid)
    .reduce((sum, stat) => sum + stat.cpu, 0)
}

/** Megabytes of memory a process holds now, and the most it ever held. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN)
  return { now: kib('VmRSS') / 1024, most: kib('VmHWM') / 1024 }
}

export const postmasterOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
