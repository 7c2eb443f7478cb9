import type { SourceFile, SourceTree } from './source-tree.ts'

/** The first chain of running imports from a file to a package that matches, e.g. `work/piece.ts > node:fs`. */
export function findReach(
  tree: SourceTree,
  start: string,
  matches: (name: string) => boolean,
): string | undefined {
  const seen = new Set<string>()
  const search = (path: string, chain: readonly string[]): string | undefined => {
    if (seen.has(path)) return undefined
    seen.add(path)
    const file = tree.find(path)
    if (!file) return undefined
    for (const name of runningImports(file)) {
      const target = tree.target(file, name)
      const here = [...chain, target ?? name]
      if (target === undefined && matches(name)) return here.join(' > ')
      const found = target === undefined ? undefined : search(target, here)
      if (found) return found
    }
    return undefined
  }
  return search(start, [start])
}

function runningImports(file: SourceFile): string[] {
  return file.imports.filter((one) => !one.typeOnly).map((one) => one.specifier)
}
