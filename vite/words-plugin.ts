import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { type Locale, locales } from '../src/platform/locales.ts'
import { compileWords, type WordGroup, wordFile, wordGroups, wordModules } from '../src/platform/words.ts'

const table = 'virtual:words'
const groups = Object.keys(wordGroups) as WordGroup[]
const chunks = locales.flatMap((locale) => groups.map((group) => ({ locale, group })))

export const wordChunk = (locale: Locale, group: WordGroup) => `${table}/${locale}/${group}`

/**
 * Offers the sentences to the browser, already parsed: `virtual:words` is the table of what there is,
 * `virtual:words/en/first` and the like are the sentences of one language and group.
 */
export function wordsPlugin(): Plugin {
  return {
    name: 'cairn-words',
    resolveId: (id) => (id === table || id.startsWith(`${table}/`) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${table}`) return tableOfGroups()
      const chunk = chunks.find(({ locale, group }) => id === `\0${wordChunk(locale, group)}`)
      if (!chunk) return undefined
      for (const file of filesOf(chunk.locale)) this.addWatchFile(file)
      const words = compileWords(chunk.locale, wordGroups[chunk.group])
      return `export const words = JSON.parse(${JSON.stringify(JSON.stringify(words))})`
    },
    handleHotUpdate({ file, server }) {
      const changed = locales.find((known) => filesOf(known).includes(file))
      if (!changed) return
      for (const { locale, group } of chunks) {
        const module = server.moduleGraph.getModuleById(`\0${wordChunk(locale, group)}`)
        if (module) server.moduleGraph.invalidateModule(module)
      }
      server.ws.send({ type: 'full-reload' })
    },
  }
}

function tableOfGroups(): string {
  const loaders = locales.map((locale) => {
    const row = groups.map((group) => `'${group}': () => import('${wordChunk(locale, group)}')`)
    return `${locale}: { ${row.join(', ')} }`
  })
  const groupOf = groups.flatMap((group) => wordGroups[group].map((module) => [module, group]))
  return `export const wordGroups = { ${loaders.join(', ')} }
export const groupOfModule = ${JSON.stringify(Object.fromEntries(groupOf))}`
}

function filesOf(locale: Locale): string[] {
  return wordModules.map((module) => fileURLToPath(wordFile(locale, module)))
}
