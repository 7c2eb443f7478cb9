import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import {
  compileWords,
  firstWords,
  laterWords,
  type Locale,
  locales,
  wordFile,
  wordModules,
} from '../src/platform/words.ts'

const prefix = 'virtual:words/'

/**
 * Offers the sentences of a language to the browser, already parsed, in two chunks: `virtual:words/en`, what
 * the first screens say, and `virtual:words/en/later`, all the others.
 */
export function wordsPlugin(): Plugin {
  return {
    name: 'cairn-words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const locale = locales.find((known) => id.replace(/\/later$/, '') === `\0${prefix}${known}`)
      if (!locale) return undefined
      for (const file of filesOf(locale)) this.addWatchFile(file)
      const words = compileWords(locale, id.endsWith('/later') ? laterWords : firstWords)
      return `export const words = JSON.parse(${JSON.stringify(JSON.stringify(words))})`
    },
    handleHotUpdate({ file, server }) {
      const locale = locales.find((known) => filesOf(known).includes(file))
      if (!locale) return
      for (const part of [locale, `${locale}/later`]) {
        const module = server.moduleGraph.getModuleById(`\0${prefix}${part}`)
        if (module) server.moduleGraph.invalidateModule(module)
      }
      server.ws.send({ type: 'full-reload' })
    },
  }
}

function filesOf(locale: Locale): string[] {
  return wordModules.map((module) => fileURLToPath(wordFile(locale, module)))
}
