import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readSourceTree, type SourceTree } from './source-tree.ts'
import type { Violation } from './violation.ts'

/** Builds a src/ of a few files in a temporary folder and lets a wall look at it. */
export function lookAt(
  check: (tree: SourceTree) => Violation[],
  files: Readonly<Record<string, string>>,
): readonly string[] {
  return withFolder(files, (folder) =>
    check(readSourceTree(folder)).map((one) => `${one.path}:${one.line} ${one.wrong}`),
  )
}

export function withFolder<Result>(
  files: Readonly<Record<string, string>>,
  look: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-walls-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return look(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
