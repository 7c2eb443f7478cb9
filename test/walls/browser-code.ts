import { builtinModules } from 'node:module'
import { BROWSER_ENTRIES, SERVER_PACKAGES, TYPES_IN_BROWSER, WORKER_PACKAGES } from './house.ts'
import type { Import } from './imports.ts'
import { findReach } from './reach.ts'
import { kindOf, type SourceFile, type SourceTree } from './source-tree.ts'
import { type Violation, violationAt } from './violation.ts'

const CLOSED = ['store', 'policy', 'use case', 'routes', 'jobs']

/** Wall 2: web/, screens/ and ui/ know nothing of the server, not even by a detour; and the server nothing of them. */
export function checkBrowserCode(tree: SourceTree): Violation[] {
  return tree.files
    .filter((file) => !file.isTest)
    .flatMap((file) => (isBrowserCode(file.path) ? checkBrowser(tree, file) : checkServer(tree, file)))
}

export function isBrowserCode(path: string): boolean {
  return kindOf(path) === 'web' || BROWSER_ENTRIES.includes(path)
}

export function isServerPackage(name: string): boolean {
  return builtinModules.includes(name) || SERVER_PACKAGES.some((pattern) => pattern.test(name))
}

function checkBrowser(tree: SourceTree, file: SourceFile): Violation[] {
  return file.imports.flatMap((one) => {
    if (WORKER_PACKAGES.some(({ file: of, takes }) => of === file.path && takes.test(one.specifier)))
      return []
    const found = judgeBrowser(tree, one, tree.target(file, one.specifier))
    return found ? [violationAt(file, one.offset, found[0], found[1])] : []
  })
}

function judgeBrowser(
  tree: SourceTree,
  one: Import,
  target: string | undefined,
): readonly [string, string] | undefined {
  if (target === undefined) {
    const named = one.typeOnly && TYPES_IN_BROWSER.some((pattern) => pattern.test(one.specifier))
    if (named || !isServerPackage(one.specifier)) return undefined
    return [
      `browser code imports ${one.specifier}`,
      'ask an endpoint for it, or move the pure part into a noun',
    ]
  }
  const kind = kindOf(target)
  if (CLOSED.includes(kind)) {
    return [
      `browser code imports the ${kind} file ${target}`,
      'ask an endpoint; take the shape from the contract',
    ]
  }
  // The build replaces a contract by the names, methods and paths of its endpoints: no validator gets through.
  if (one.typeOnly || kind === 'contract' || isBrowserCode(target)) return undefined
  const chain = findReach(tree, target, isServerPackage)
  if (chain === undefined) return undefined
  return [`browser code reaches the server: ${chain}`, 'split the pure part off, or write `import type`']
}

function checkServer(tree: SourceTree, file: SourceFile): Violation[] {
  if (file.module === 'entry') return []
  return file.imports.flatMap((one) => {
    const target = tree.target(file, one.specifier)
    if (target === undefined || !isBrowserCode(target)) return []
    const instead = 'move what both need into a noun or a platform file that neither draws nor asks'
    return [violationAt(file, one.offset, `server code imports the browser file ${target}`, instead)]
  })
}
