import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { demoWorks } from '../../src/demo/works.ts'
import { cast, testMorning } from '../support/cast.ts'

const folder = join(import.meta.dirname, '../../words')

function read(locale: 'en' | 'fr'): Record<string, string> {
  const files = readdirSync(join(folder, locale))
  return Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(join(folder, locale, file), 'utf8'))),
  )
}

const french = new Set(Object.values(read('fr')))
/** What people of the cast call things is theirs, in whatever language. */
const named = new Set([
  // a language is called by its own name where one chooses it
  'English',
  ...cast.classes.map(({ name }) => name),
  ...demoWorks(cast, testMorning).map(({ title }) => title),
])

/** Sentences without placeholders that only stand in the English words: seen in French, they are a slip. */
export const englishOnly: ReadonlySet<string> = new Set(
  Object.values(read('en')).filter((one) => !one.includes('{') && !french.has(one) && !named.has(one)),
)

/** Every run of text and every name that is spoken, as they stand on the page. */
export function sentencesOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '')
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title]'))
      for (const name of ['aria-label', 'placeholder', 'alt', 'title'])
        found.push(element.getAttribute(name)?.trim() ?? '')
    return [document.title, ...found.filter((text) => text !== '')]
  })
}
