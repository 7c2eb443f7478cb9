import { createRequire } from 'node:module'
import type { Binding, Dictionary } from './film-binding.ts'

/** The package that fits this machine; undefined where there is none. */
export function libraryPath(): string | undefined {
  const require = createRequire(import.meta.url)
  try {
    return require.resolve(`@seydx/node-av-${process.platform}-${process.arch}/node-av.node`)
  } catch {
    return undefined
  }
}

export function loadBinding(path: string): Binding {
  const binding = createRequire(import.meta.url)(path) as Binding
  const quiet = -8
  binding.Log.setLevel(quiet)
  return binding
}

export function dictionaryOf(binding: Binding, entries: Record<string, string>): Dictionary {
  const dictionary = new binding.Dictionary()
  dictionary.alloc()
  for (const [key, value] of Object.entries(entries)) dictionary.set(key, value, 0)
  return dictionary
}

export const mediaTypes = { video: 0, audio: 1 } as const
