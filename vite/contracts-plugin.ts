import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const contractFile = /\/src\/(?!platform\/)[^?]*\/contract\.ts$/

/**
 * Lets the browser import endpoints from a module's `contract.ts` without their validators: the file is
 * replaced by what it says about each endpoint (name, method, path). Anything else it exports is left out,
 * so a browser file that reaches for a schema fails the build instead of carrying 90 KB of zod.
 */
export function contractsPlugin(): Plugin {
  return {
    name: 'cairn-contracts',
    enforce: 'pre',
    async load(id) {
      if (!contractFile.test(id)) return undefined
      const changed = statSync(id).mtimeMs
      const contract: Record<string, unknown> = await import(`${pathToFileURL(id).href}?changed=${changed}`)
      return Object.entries(contract).flatMap(exportEndpoint).join('\n')
    },
  }
}

function exportEndpoint([exportName, value]: [string, unknown]): string[] {
  if (!isEndpoint(value)) return []
  const { name, method, path } = value
  return [`export const ${exportName} = ${JSON.stringify({ name, method, path })}`]
}

function isEndpoint(value: unknown): value is { name: string; method: string; path: string } {
  return (
    typeof value === 'object' && value !== null && 'name' in value && 'method' in value && 'path' in value
  )
}
