import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import type { FirstLoads } from '../src/entry/first-loads.ts'
import type { Locale } from '../src/platform/locales.ts'
import { type WordGroup, wordGroups } from '../src/platform/words.ts'
import { type Modules, neededBy } from './first-pages.ts'
import { wordChunk } from './words-plugin.ts'

const routesFile = /\/src\/screens\/[^/]+\/routes\.ts$/
const oneRoute = /\broute\(\s*'([^']+)',\s*\(\) => import\('([^']+)'\)/g
const anyRoute = /\broute\(/g

/** Writes `first-loads.json`: for every screen the files its first load consists of. */
export function firstLoadsPlugin(): Plugin {
  return {
    name: 'cairn-first-loads',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const screens = [...this.getModuleIds()].filter((id) => routesFile.test(id)).flatMap(screensOf)
      const loads = firstLoadsOf(bundle, screens, this)
      this.emitFile({ type: 'asset', fileName: 'first-loads.json', source: JSON.stringify(loads) })
    },
  }
}

type Screen = { path: string; module: string }

function screensOf(file: string): Screen[] {
  const text = readFileSync(file, 'utf8')
  const found = [...text.matchAll(oneRoute)]
  if (found.length !== text.match(anyRoute)?.length) {
    throw new Error(
      `${file} has a route that is not written as route('/where', () => import('./what.tsx'), 'What')`,
    )
  }
  return found.map(([, path = '', module = '']) => ({ path, module: join(dirname(file), module) }))
}

function firstLoadsOf(bundle: Rolldown.OutputBundle, screens: Screen[], modules: Modules): FirstLoads {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const entry = filesOf(
    bundle,
    chunks.find((chunk) => chunk.isEntry),
  )
  const besides = (module: string) => {
    const chunk = chunks.find((one) => one.moduleIds.includes(module))
    return filesOf(bundle, chunk).filter((file) => !entry.includes(file))
  }
  const codes = new Map(
    chunks.flatMap((chunk) => Object.entries(chunk.modules).map(([id, { code }]) => [id, code])),
  )
  const codeOf = (screen: string) => [...neededBy(screen, modules)].map((id) => codes.get(id)).join('\n')
  const wordsIn = (groups: WordGroup[]) =>
    byLocale((locale) => groups.flatMap((group) => besides(`\0${wordChunk(locale, group)}`)))
  return {
    entry,
    words: wordsIn(['first']),
    screens: screens.map(({ path, module }) => {
      return { path, files: besides(module), words: wordsIn(groupsSaidIn(codeOf(module))) }
    }),
  }
}

const byLocale = (filesIn: (locale: Locale) => string[]): Record<Locale, string[]> => ({
  en: filesIn('en'),
  fr: filesIn('fr'),
})

/** The groups besides the first of which a key stands in this code: a key begins with its module's name. */
function groupsSaidIn(code: string): WordGroup[] {
  const said = (module: string) => new RegExp(`["'\`]${module}\\.[a-z]`).test(code)
  const groups = Object.keys(wordGroups) as WordGroup[]
  return groups.filter((group) => group !== 'first' && wordGroups[group].some(said))
}

/** A chunk, all it imports at once, and their styles. */
function filesOf(bundle: Rolldown.OutputBundle, first: Rolldown.OutputChunk | undefined): string[] {
  if (first === undefined) throw new Error('a part of the web app was not built')
  const files = new Set<string>()
  const add = (chunk: Rolldown.OutputChunk) => {
    if (files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const name of chunk.imports) {
      const imported = bundle[name]
      if (imported?.type === 'chunk') add(imported)
    }
  }
  add(first)
  return [...files]
}
