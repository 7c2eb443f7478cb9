import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

/** A Chromium on this machine, with what it needs around it to start. */
export type FoundChromium = { readonly path: string; readonly env: Readonly<Record<string, string>> }

const SYSTEM_PATHS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
)
const UNPACKING_TAKES_AT_MOST = 120_000

/** No sandbox for root and plain containers, and a browser that talks to nobody but the page under test. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--disable-quic',
]

/** `CHROMIUM_PATH`, then the system's, then the one that came with npm (unpacked once per machine). */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
    return { path: named, env: {} }
  }
  const system = SYSTEM_PATHS.find((path) => existsSync(path))
  return system === undefined ? unpackedChromium() : { path: system, env: {} }
}

/** A microphone that beeps, a camera that shows a clock, and a person who always says yes. */
const MADE_UP_DEVICES = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

/** `camera` is a film (Y4M) that the made-up camera sees instead of a clock. */
export type BrowserWish = { found?: FoundChromium; devices?: boolean; camera?: string }

export async function openBrowser({ found, devices = false, camera }: BrowserWish = {}): Promise<Browser> {
  const { path, env } = found ?? (await findChromium())
  const inherited = Object.entries(process.env).filter(([, value]) => value !== undefined)
  return chromium.launch({
    executablePath: path,
    args: [
      ...FLAGS,
      ...(devices ? MADE_UP_DEVICES : []),
      ...(camera === undefined ? [] : [`--use-file-for-fake-video-capture=${camera}`]),
    ],
    env: { ...(Object.fromEntries(inherited) as Record<string, string>), ...env },
  })
}

/** The Chromium inside `@sparticuz/chromium`, with the libraries a bare Debian lacks. */
export async function unpackedChromium(cache = cacheFolder()): Promise<FoundChromium> {
  if (process.arch !== 'x64' || process.platform !== 'linux') {
    throw new Error('No Chromium found. Install one, or set CHROMIUM_PATH to the one you have.')
  }
  const folder = join(cache, 'chromium')
  await unpackOnce(folder)
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  }
}

/** Several test workers may ask at once: one makes the folder beside and unpacks, the rest wait for it to appear. */
async function unpackOnce(folder: string): Promise<void> {
  const staging = `${folder}.unpacking`
  await mkdir(join(folder, '..'), { recursive: true })
  while (!existsSync(folder)) {
    if (await isMine(staging)) {
      await unpackInto(staging)
      await settle(staging, folder)
      await rename(staging, folder)
    } else {
      await wait(200)
    }
  }
}

/** Whoever installs may be root and whoever tests another person; and the fonts are to be found where they lie. */
async function settle(staging: string, folder: string): Promise<void> {
  await chmod(staging, 0o755)
  await chmod(join(staging, 'chromium'), 0o755)
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  const listed = dirs.map((dir) => `<dir>${dir}</dir>`).join('')
  const cache = `<cachedir>${join(tmpdir(), `cairn-fonts-${userInfo().uid}`)}</cachedir>`
  await writeFile(
    join(staging, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><fontconfig>${listed}${cache}</fontconfig>\n`,
  )
}

async function isMine(staging: string): Promise<boolean> {
  try {
    await mkdir(staging, { mode: 0o700 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const { birthtimeMs } = await stat(staging).catch(() => ({ birthtimeMs: Date.now() }))
  if (Date.now() - birthtimeMs > UNPACKING_TAKES_AT_MOST) await rm(staging, { recursive: true, force: true })
  return false
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to be on Lambda. */
async function unpackInto(folder: string): Promise<void> {
  const script = "import('@sparticuz/chromium').then((it) => it.default.executablePath())"
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error('The Chromium from npm could not be unpacked.', { cause: error })
  }
}

/** Beside the package while that may be written, so that a new version unpacks anew; else this person's own. */
function cacheFolder(): string {
  const beside = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/unpacked')
  if (existsSync(join(beside, 'chromium'))) return beside
  try {
    accessSync(join(beside, '..'), constants.W_OK)
    return beside
  } catch {
    return join(tmpdir(), `cairn-chromium-${userInfo().uid}`)
  }
}
