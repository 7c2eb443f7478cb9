import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { remember } from './leaving.ts'

const program = fileURLToPath(new URL('../src/entry/start.ts', import.meta.url))

/** Cairn as people start it, in a process of its own. */
export type Cairn = { origin: string; seconds: number; pid: number; stop: () => Promise<void> }

/** Starts it and waits until it says that it is ready. */
export async function startCairn(dataFolder: string, words: string[], patience = 60): Promise<Cairn> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const begin = performance.now()
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, PORT: String(port), CAIRN_DATA: dataFolder, CAIRN_ORIGIN: '', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'exit')
  const stop = remember(async () => {
    child.kill('SIGTERM')
    await ended
  })
  while (!(await answers(origin))) {
    const isOver = child.exitCode !== null || performance.now() - begin > patience * 1000
    if (isOver) throw new Error(`Cairn did not become ready:\n${said}`)
    await wait(10)
  }
  return { origin, seconds: (performance.now() - begin) / 1000, pid: child.pid ?? 0, stop }
}

async function answers(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/healthz`).catch(() => undefined)
  return answer?.ok === true
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
