import { type ChildProcess, spawn, spawnSync, type StdioOptions } from 'node:child_process'

/** How far a process may go that reads what a stranger sent. */
export type Bounds = {
  seconds: number
  /** of memory it may write to */
  megabytes: number
  /** the largest file it may write */
  largestFile?: number
}

/**
 * Limits that hold for everything the process starts, set by a shell that then becomes the process. What a
 * system does not know (macOS: memory) it leaves out, so the clock outside stays the last word.
 */
const settingLimits =
  'ulimit -c 0; ulimit -t "$1"; ulimit -d "$2" 2>/dev/null; ulimit -f "$3"; ulimit -n 256; shift 3; exec "$@"'

/** A process group of its own, without network where the system allows, behind everybody else, and bounded. */
export function spawnConfined(
  command: readonly string[],
  folder: string,
  stdio: StdioOptions,
  { seconds, megabytes, largestFile = 8 * 1024 ** 3 }: Bounds,
): ChildProcess {
  const [program = '', ...words] = [
    ...withoutNetwork(),
    'nice',
    '-n',
    '10',
    'sh',
    '-c',
    settingLimits,
    'sh',
    String(Math.ceil(seconds * 4)),
    String(megabytes * 1024),
    String(Math.ceil(largestFile / 512)),
    ...command,
  ]
  const child = spawn(program, words, {
    cwd: folder,
    stdio,
    detached: true,
    env: { PATH: process.env['PATH'] },
  })
  const end = () => endGroup(child)
  const timer = setTimeout(end, seconds * 1000)
  const forget = () => {
    clearTimeout(timer)
    process.off('exit', end)
  }
  // it does not outlive whoever asked for it
  process.once('exit', end)
  child.once('close', forget)
  child.once('error', forget)
  return child
}

/** Ends it with everything it started. */
export function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // it ended by itself in this very moment
  }
}

let found: readonly string[] | undefined

/** An empty network: as root at once, otherwise as the root of a world of its own, where the system has such. */
export function withoutNetwork(): readonly string[] {
  found ??=
    [
      ['unshare', '--net'],
      ['unshare', '--map-root-user', '--net'],
    ].find(
      ([program = '', ...words]) => spawnSync(program, [...words, 'true'], { stdio: 'ignore' }).status === 0,
    ) ?? []
  return found
}
