import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeViolations, findAxeViolations, findColorViolations } from '../support/axe.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { see } from './doings.ts'
import { furnish, type Furnished } from './furnished.ts'
import type { PageRow } from './page-row.ts'
import { pages } from './pages.ts'
import { englishOnly, sentencesOn } from './two-languages.ts'

let stage: Stage
let school: Furnished
beforeAll(async () => {
  stage = await openStage()
  school = await furnish(stage.school)
})
afterAll(() => stage?.close())

const looks = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colors) => ({ width, colors, name: `${width} px, ${colors}` })),
)
const visits = pages.flatMap((row) =>
  row.as.map((who) => ({ row, who, name: `${row.dialog ?? row.route} as ${who}` })),
)

/** Three at a time: each is somebody's first visit on a device of their own, and none changes what another sees. */
describe.concurrent.each(visits)('$name', ({ row, who }) => {
  test('can be used by everybody, on a phone and on a desk, light and dark', async () => {
    const page = await open(row, who)
    await see(page.getByRole('heading', { name: row.shows }))
    const wrong: string[] = []
    for (const { width, colors, name } of looks) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
      await page.emulateMedia({ colorScheme: colors })
      await settled(page)
      const found = await (colors === 'light' ? findAxeViolations(page) : findColorViolations(page))
      if (found.length > 0) wrong.push(`${name}:\n${describeViolations(found)}`)
    }
    if (wrong.length > 0) throw new Error(`${page.url()} is not for everybody.\n\n${wrong.join('\n\n')}`)
    expect(await sticksOut(page)).toEqual([])
    await page.context().close()
  })

  test.skipIf(row.first)('speaks French, and nothing but French', async () => {
    const page = await open(row, who, 'fr-CA')
    await see(page.getByRole('heading').first())
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    expect((await sentencesOn(page)).filter((one) => englishOnly.has(one))).toEqual([])
    expect(await sticksOut(page)).toEqual([])
    await page.context().close()
  })
})

test('the eye that looks for trouble sees it', async () => {
  const page = await stage.device(null, { width: 390, locale: 'fr-CA' })
  await page.goto(`${stage.origin}/sign-in`)
  await see(page.getByRole('heading').first())
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/icon.png"><p>Sign in</p><div id="wide">far too faint</div>',
    )
    document.getElementById('wide')?.style.setProperty('width', '900px')
    document.getElementById('wide')?.style.setProperty('color', 'rgb(120 120 120 / 0.3)')
  })
  expect((await findColorViolations(page)).map(({ id }) => id)).toEqual(['color-contrast'])
  expect((await findAxeViolations(page)).map(({ id }) => id)).toContain('image-alt')
  expect((await sentencesOn(page)).filter((one) => englishOnly.has(one))).toEqual(['Sign in'])
  expect(await sticksOut(page)).toEqual([expect.stringContaining('DIV')])
  await page.context().close()
})

async function open(row: PageRow, who: string, locale = 'en-CA'): Promise<Page> {
  const page = await stage.device(who === 'nobody' ? null : who, {
    width: 390,
    height: 844,
    locale,
    serviceWorker: false,
  })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(stage.origin + (row.at?.(school) ?? row.route))
  await row.first?.(page)
  await settled(page)
  expect(complaints).toEqual([])
  return page
}

/** Everything that was asked for is there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await see(page.getByRole('heading').first())
  await page.waitForFunction(
    () =>
      !document.querySelector('[class*="_loading_"]') &&
      [...document.images].every((image) => image.complete || image.loading === 'lazy') &&
      document.getAnimations().every(({ playState }) => playState === 'finished'),
  )
}

/** What sticks out of the smallest phone (or of 1280 px at 400 %), so that somebody must scroll sideways. */
async function sticksOut(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 })
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const wide = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth,
    )
    return wide.map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`)
  })
}
