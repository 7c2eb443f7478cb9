import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const door = new URL('./run.mjs', import.meta.url).pathname
const waiting = new URL('./run-and-wait.mjs', import.meta.url).href

/** A launcher like `npm start`'s, whose program says which signals it hears and ends half a second later. */
function launch(program: string): ChildProcess {
  const launcher = `
    import { exitLike, runAndWait } from ${JSON.stringify(waiting)}
    exitLike(await runAndWait(process.execPath, ['-e', ${JSON.stringify(program)}], 'group'))`
  return spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const listening = `
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {
    console.log(signal)
    setTimeout(() => process.exit(7), 500)
  })
  setInterval(() => {}, 1000)
  console.log('ready')`

async function heard(launcher: ChildProcess, signals: NodeJS.Signals[]): Promise<string[]> {
  let output = ''
  launcher.stdout?.on('data', (chunk) => {
    output += String(chunk)
  })
  await expect.poll(() => output, { timeout: 5000 }).toContain('ready')
  for (const signal of signals) launcher.kill(signal)
  await once(launcher, 'close')
  return output.trim().split('\n').slice(1)
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s reaches the program, which is awaited',
  async (signal) => {
    const launcher = launch(listening)
    expect(await heard(launcher, [signal])).toEqual([signal])
    expect(launcher.exitCode).toBe(7)
  },
)

test('Ctrl-C that arrives twice is heard once', async () => {
  const launcher = launch(`${listening}; process.on('SIGINT', () => {})`)
  const twice = heard(launcher, ['SIGINT'])
  launcher.stdout?.on('data', (chunk) => String(chunk).includes('SIGINT') && launcher.kill('SIGINT'))
  expect(await twice).toEqual(['SIGINT'])
})

test('a program that dies of a signal is told as shells tell it', async () => {
  const launcher = launch(`process.kill(process.pid, 'SIGKILL')`)
  await once(launcher, 'close')
  expect(launcher.exitCode).toBe(137)
})

test('an unknown command is answered with those there are', () => {
  const run = spawnSync(process.execPath, [door, 'strat'], { encoding: 'utf8' })
  expect(run.status).toBe(1)
  expect(run.stderr).toContain(
    'does not know the command "strat". It knows: start, test, check, bench, cairn',
  )
})
