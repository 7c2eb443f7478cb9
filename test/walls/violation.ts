import type { SourceFile } from './source-tree.ts'

/** What a wall found: where, what is wrong, and what to do instead. */
export type Violation = {
  readonly path: string
  readonly line: number
  readonly wrong: string
  readonly instead: string
}

export function violationAt(file: SourceFile, offset: number, wrong: string, instead: string): Violation {
  return { path: file.path, line: file.lineAt(offset), wrong, instead }
}

export function describeViolations(violations: readonly Violation[]): string {
  return [...violations]
    .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
    .map((one) => `src/${one.path}:${one.line}\n    ${one.wrong}\n    -> ${one.instead}`)
    .join('\n')
}
