import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { FLAGS, findChromium } from './chromium.ts'

/** A tablet that keeps what is on it when its browser is killed or its battery is empty. */
export type Tablet = {
  open: () => Promise<Page>
  /** kill -9, without a word to any page */
  kill: () => Promise<void>
  /** whether these words can be read anywhere in what the browser wrote down */
  holds: (words: string) => string[]
  throwAway: () => Promise<void>
}

export function layTablet(): Tablet {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-tablet-'))
  let running: { process: ChildProcess; browser: Browser } | undefined
  const kill = async () => {
    const now = running
    running = undefined
    if (!now) return
    const gone = once(now.process, 'exit')
    process.kill(-(now.process.pid ?? 0), 'SIGKILL')
    await gone
    await now.browser.close().catch(() => undefined)
  }
  return {
    open: async () => {
      await kill()
      running = await start(folder)
      const context = running.browser.contexts()[0]
      if (!context) throw new Error('the browser opened without a profile')
      context.setDefaultTimeout(60_000)
      return context.newPage()
    },
    kill,
    holds: (words) => filesWith(folder, words),
    throwAway: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function start(folder: string) {
  const { path, env } = await findChromium()
  const flags = [...FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`]
  const started = spawn(path, [...flags, '--window-size=390,844', 'about:blank'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    // a group of its own, so that its helpers die with it
    detached: true,
  })
  const address = await new Promise<string>((resolve, reject) => {
    let told = ''
    started.stderr.on('data', (words: Buffer) => {
      told += words.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(told)?.[1]
      if (found) resolve(found)
    })
    started.once('exit', () => reject(new Error(`Chromium did not start:\n${told}`)))
  })
  return { process: started, browser: await chromium.connectOverCDP(address) }
}

/** As UTF-8 and as the two-byte letters in which browsers write down text. */
function filesWith(folder: string, words: string): string[] {
  const wanted = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return wanted.some((one) => bytes.includes(one))
    })
}
