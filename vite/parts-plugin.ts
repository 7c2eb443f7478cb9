import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const ours = fileURLToPath(new URL('../src/platform/web/part-of-app.ts', import.meta.url))
const helper = '\0vite/preload-helper.js'

/** Has every `import()` of the app fetch its files in our way, which goes on where a line was cut. */
export function partsPlugin(): Plugin {
  return {
    name: 'cairn-parts',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (id !== helper) return undefined
      return `export { importPart as __vitePreload } from ${JSON.stringify(ours)}`
    },
  }
}

/** Also a part that is a single file is named, which the build otherwise leaves to the browser. */
export function filesOfPart(
  file: string,
  others: string[],
  { hostType }: { hostType: 'html' | 'js' },
): string[] {
  return hostType === 'js' && others.length === 0 ? [file] : others
}
