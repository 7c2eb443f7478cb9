import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync, type Program } from 'oxc-parser'
import { EDGES, GROUND, type Kind, VERBS } from './house.ts'
import { findImports, type Import } from './imports.ts'

/** One file under src/, read and parsed once; every wall looks at these. */
export type SourceFile = {
  /** From src/, with forward slashes: `work/add-piece.ts`. */
  readonly path: string
  readonly module: string
  readonly kind: Kind
  readonly isTest: boolean
  readonly text: string
  readonly lines: number
  readonly program: Program
  readonly imports: readonly Import[]
  lineAt(offset: number): number
}

export type SourceTree = {
  readonly files: readonly SourceFile[]
  /** The file an import names, from src/; undefined for packages and for files outside src/. */
  target(file: SourceFile, specifier: string): string | undefined
  find(path: string): SourceFile | undefined
}

const CODE = /\.(?:ts|tsx|mts|cts|mjs|cjs|js|jsx)$/

export function readSourceTree(src: string): SourceTree {
  const files = listFiles(src)
    .filter((path) => CODE.test(path) && !path.endsWith('.d.ts'))
    .map((path) => readSource(path, readFileSync(join(src, path), 'utf8')))
  const byPath = new Map(files.map((file) => [file.path, file]))
  const target = (file: SourceFile, specifier: string): string | undefined => {
    if (!/^\.{0,2}\//.test(specifier)) return undefined
    const path = relative(src, resolve(src, dirname(file.path), specifier.replace(/[?#].*$/, '')))
    return path.startsWith('..') ? undefined : path.split(sep).join('/')
  }
  return { files, target, find: (path) => byPath.get(path) }
}

export function listFiles(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = prefix ? `${prefix}/${entry.name}` : entry.name
      return entry.isDirectory() ? listFiles(folder, path) : [path]
    })
}

export function readSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)]
  return {
    path,
    module: path.split('/')[0] ?? '',
    kind: kindOf(path),
    isTest: /\.test\.tsx?$/.test(path),
    text,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    program,
    imports: findImports(program),
    lineAt: (offset) => starts.findLastIndex((start) => start <= offset) + 1,
  }
}

/** Which of the house's kinds of file this is, told from its place and name alone. */
export function kindOf(path: string): Kind {
  const [module = '', ...rest] = path.split('/')
  const name = (rest.at(-1) ?? '').replace(/(?:\.test)?\.tsx?$/, '')
  if (module === 'ui' || module === 'screens' || rest.includes('web')) return 'web'
  if (GROUND.includes(module) || EDGES.includes(module)) {
    return module === 'interop' ? (namedKind(name) ?? 'plain') : 'plain'
  }
  if (rest.length > 1) return 'plain'
  return namedKind(name) ?? (isImperative(name) ? 'use case' : 'noun')
}

function namedKind(name: string): Kind | undefined {
  if (name === 'store' || name.endsWith('-store')) return 'store'
  return (['contract', 'policy', 'routes', 'jobs'] as const).find((kind) => kind === name)
}

export function isImperative(name: string): boolean {
  const [verb = '', ...noun] = name.split('-')
  return noun.length > 0 && VERBS.includes(verb)
}
