import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { openBrowser } from './chromium.ts'
import { freePort } from './free-port.ts'
import { openSchool, type School } from './school.ts'

/** A school with its doors open and a browser in front of it: where stories are played. */
export type Stage = {
  school: School
  origin: string
  /** somebody's own device, signed in (or at the sign-in page when nobody is named) */
  device: (key: string | null, look?: Look) => Promise<Page>
  close: () => Promise<void>
}

export type Look = {
  width?: number
  height?: number
  dark?: boolean
  locale?: string
  /** false for a device that keeps nothing for later */
  serviceWorker?: boolean
}

export const phone: Look = { width: 390, height: 844 }
export const desk: Look = { width: 1280, height: 900 }

type StageOptions = Parameters<typeof openSchool>[0] & {
  /** every device here has a microphone and a camera */
  devices?: boolean
  /** a film that these cameras see */
  camera?: string
  /** knows its own address, as whoever is sent back to it must */
  settled?: boolean
}

export async function openStage({
  camera,
  devices = camera !== undefined,
  settled = false,
  ...options
}: StageOptions = {}): Promise<Stage> {
  const port = settled ? await freePort() : 0
  const settling = settled ? { origin: `http://localhost:${port}` } : {}
  const school = await openSchool({ works: true, ...settling, ...options })
  await school.program.app.listen({ port, host: '127.0.0.1' })
  const origin = `http://localhost:${(school.program.app.server.address() as AddressInfo).port}`
  const browser = await openBrowser({ devices, ...(camera === undefined ? {} : { camera }) })
  const contexts: BrowserContext[] = []
  return {
    school,
    origin,
    device: async (key, look = phone) => {
      const context = await openContext(browser, look)
      contexts.push(context)
      if (key !== null) await bringSession(context, await school.as(key).cookie(), origin)
      return context.newPage()
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await browser.close()
      await school.close()
    },
  }
}

async function openContext(browser: Browser, look: Look): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 390, height: look.height ?? 844 },
    colorScheme: look.dark ? 'dark' : 'light',
    locale: look.locale ?? 'en-CA',
    reducedMotion: 'reduce',
    serviceWorkers: look.serviceWorker === false ? 'block' : 'allow',
  })
  // generous, because a machine may be busy with other things
  context.setDefaultTimeout(60_000)
  return context
}

async function bringSession(context: BrowserContext, cookie: string, origin: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}

/** A photo as a phone takes it: lying on its side, with the place where it was taken. */
export async function photo(color = '#3f6b4f'): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background: color } })
    .withExif({
      IFD0: { Model: 'A telltale camera' },
      IFD3: { GPSLatitude: '54/1 0/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer }
}
