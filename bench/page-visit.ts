import type { Browser, CDPSession, Page } from 'playwright-core'

/** A slow phone on a slow network: what item 14 of the first issue asks for. */
export const slowPhone = {
  slowerCpu: 4,
  latency: 150,
  bytesPerSecond: 1_600_000 / 8,
  screen: { width: 390, height: 844 },
}

export const kinds = ['html', 'css', 'js', 'json', 'font', 'media', 'other'] as const
export type Kind = (typeof kinds)[number]

/** `body` is what was sent after compression; `wire` counts the headers too. */
export type Sent = Record<Kind, { requests: number; body: number; wire: number }>

/** Times are milliseconds since the address was opened. */
export type Visit = {
  sent: Sent
  /** from the first byte of the page until all it begins with is there */
  complete: number
  firstPaint: number
  largestPaint: number
  largest: string
  blocking: number
  shift: number
  heading: string
}

/** A page opened for the first time: nothing is kept from before. */
export async function visit(
  browser: Browser,
  origin: string,
  path: string,
  cookie: string | undefined,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: slowPhone.screen,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    // it would fetch the whole app for later, behind the back of what is measured
    serviceWorkers: 'block',
  })
  try {
    if (cookie !== undefined) {
      const [name = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name, value, url: origin }])
    }
    const page = await context.newPage()
    await page.addInitScript(watchPaint)
    const traffic = watchTraffic(await slowDown(page))
    await page.goto(origin + path, { waitUntil: 'load', timeout: 60_000 })
    await quiet(page, traffic)
    const arrived = new URL(page.url()).pathname
    const refused = traffic.refused.join(', ')
    if (arrived !== path || refused !== '')
      throw new Error(`${path} was opened and ${arrived} shown; refused: ${refused}`)
    return { sent: traffic.sent, ...(await seen(page)) }
  } finally {
    await context.close()
  }
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  const { bytesPerSecond, latency, slowerCpu } = slowPhone
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu })
  return session
}

type Traffic = { sent: Sent; open: Set<string>; lastAt: number; refused: string[] }

function watchTraffic(session: CDPSession): Traffic {
  const none = () => ({ requests: 0, body: 0, wire: 0 })
  const sent = Object.fromEntries(kinds.map((kind) => [kind, none()])) as Sent
  const traffic: Traffic = { sent, open: new Set(), lastAt: performance.now(), refused: [] }
  const kindOfId = new Map<string, Kind>()
  const of = (id: string) => sent[kindOfId.get(id) ?? 'other']
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('http')) traffic.open.add(requestId)
  })
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.url.startsWith('http')) return
    if (response.status >= 400) traffic.refused.push(`${response.status} ${response.url}`)
    kindOfId.set(requestId, kindOf(type, response.mimeType))
    of(requestId).requests += 1
    // so far only its headers have come
    of(requestId).body -= response.encodedDataLength
  })
  const end = (requestId: string) => {
    traffic.open.delete(requestId)
    traffic.lastAt = performance.now()
  }
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (kindOfId.has(requestId)) {
      of(requestId).wire += encodedDataLength
      of(requestId).body += encodedDataLength
    }
    end(requestId)
  })
  session.on('Network.loadingFailed', ({ requestId }) => end(requestId))
  return traffic
}

function kindOf(type: string, mime: string): Kind {
  if (type === 'Document') return 'html'
  if (type === 'Stylesheet' || mime === 'text/css') return 'css'
  if (type === 'Script' || mime.includes('javascript')) return 'js'
  if (type === 'Font' || mime.startsWith('font/')) return 'font'
  if (/^(image|audio|video)\//.test(mime)) return 'media'
  return mime.includes('json') && type !== 'Manifest' ? 'json' : 'other'
}

/** Until nothing has been asked for a while; a page that never rests is measured as it is after 40 seconds. */
async function quiet(page: Page, traffic: Traffic): Promise<void> {
  const latest = performance.now() + 40_000
  const rests = () => traffic.open.size === 0 && performance.now() - traffic.lastAt > 2000
  while (!rests() && performance.now() < latest) await page.waitForTimeout(100)
}

/** Runs in the page, before anything of its own does. */
const watchPaint = `
  globalThis.benchSeen = { firstPaint: 0, largestPaint: 0, largest: '', blocking: 0, shift: 0 }
  const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') benchSeen.firstPaint = entry.startTime })
  watch('largest-contentful-paint', (entry) => {
    benchSeen.largestPaint = entry.startTime
    benchSeen.largest = (entry.element?.tagName ?? '').toLowerCase()
  })
  watch('longtask', (entry) => { benchSeen.blocking += entry.duration - 50 })
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) benchSeen.shift += entry.value })`

const seen = (page: Page): Promise<Omit<Visit, 'sent'>> =>
  page.evaluate(`({ ...benchSeen, heading: document.querySelector('h1')?.textContent ?? '',
    complete: (({ loadEventEnd, responseStart }) => loadEventEnd - responseStart)(performance.getEntriesByType('navigation')[0]) })`)
