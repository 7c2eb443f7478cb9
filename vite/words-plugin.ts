import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { compileWords, type Locale, locales, wordFile, wordModules } from '../src/platform/words.ts'

const prefix = 'virtual:words/'

/**
 * Offers `virtual:words/en` and `virtual:words/fr` to the browser: every sentence of that language, already
 * parsed, as one chunk.
 */
export function wordsPlugin(): Plugin {
  return {
    name: 'cairn-words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      const locale = locales.find((known) => id === `\0${prefix}${known}`)
      if (!locale) return undefined
      for (const file of filesOf(locale)) this.addWatchFile(file)
      return `export const words = JSON.parse(${JSON.stringify(JSON.stringify(compileWords(locale)))})`
    },
    handleHotUpdate({ file, server }) {
      const locale = locales.find((known) => filesOf(known).includes(file))
      const module = locale && server.moduleGraph.getModuleById(`\0${prefix}${locale}`)
      if (!module) return
      server.moduleGraph.invalidateModule(module)
      server.ws.send({ type: 'full-reload' })
    },
  }
}

function filesOf(locale: Locale): string[] {
  return wordModules.map((module) => fileURLToPath(wordFile(locale, module)))
}
