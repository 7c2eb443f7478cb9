import type { Program } from 'oxc-parser'
import { type Node, walk } from './syntax.ts'

/** One way a file reaches another: `import`, `import type`, `export from`, `import()`, `import('...').T`, `require`. */
export type Import = {
  readonly specifier: string
  readonly offset: number
  /** Erased before it runs: it joins two files only in the reader's mind, which is where walls stand. */
  readonly typeOnly: boolean
  /** `import './x.ts'`: only for what it does on the way. */
  readonly bare: boolean
}

export function findImports(program: Program): Import[] {
  const found: Import[] = []
  walk(program as unknown as Node, (node) => {
    const source = sourceOf(node)
    if (source === undefined) return
    found.push({
      specifier: source.value,
      offset: node.start,
      typeOnly: isTypeOnly(node),
      bare: node.type === 'ImportDeclaration' && listOf(node, 'specifiers').length === 0,
    })
  })
  return found
}

type Text = { value: string }

function sourceOf(node: Node): Text | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return asText(node['source'])
    case 'TSExternalModuleReference':
      return asText(node['expression'])
    case 'CallExpression':
      return isCallOf(node, 'require') ? asText(listOf(node, 'arguments')[0]) : undefined
    default:
      return undefined
  }
}

/** A literal, or a template without holes; a computed import cannot be followed and is told as `<computed>`. */
function asText(value: unknown): Text | undefined {
  if (value === null || value === undefined) return undefined
  const node = value as Node
  if (node.type === 'Literal' && typeof node['value'] === 'string') return { value: node['value'] }
  const [only, ...more] = node.type === 'TemplateLiteral' ? listOf(node, 'quasis') : []
  if (only && more.length === 0) return { value: (only['value'] as { cooked: string }).cooked }
  return { value: '<computed>' }
}

/** `import { type T } from` is not erased: with verbatimModuleSyntax the empty import stays and runs. */
function isTypeOnly(node: Node): boolean {
  return node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type'
}

export function listOf(node: Node, key: string): Node[] {
  const value = node[key]
  return Array.isArray(value) ? (value as Node[]) : []
}

export function isCallOf(node: Node, name: string): boolean {
  const callee = node['callee'] as Node | undefined
  return node.type === 'CallExpression' && callee?.type === 'Identifier' && callee['name'] === name
}
