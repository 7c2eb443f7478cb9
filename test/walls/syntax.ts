/** The little of a syntax tree that the walls need: a node has a type, a place and children. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>

/** Visits every node from the outside in; `enter` may answer 'skip' to leave a branch alone. */
export function walk(node: Node, enter: (node: Node, parents: readonly Node[]) => 'skip' | void): void {
  visit(node, [], enter)
}

function visit(
  node: Node,
  parents: readonly Node[],
  enter: (node: Node, parents: readonly Node[]) => 'skip' | void,
): void {
  if (enter(node, parents) === 'skip') return
  const inner = [...parents, node]
  for (const child of childrenOf(node)) visit(child, inner, enter)
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

const FUNCTIONS = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/

export function isFunction(node: Node): boolean {
  return FUNCTIONS.test(node.type)
}

/** The dotted name of an expression, `Date.now` or `fetch`; undefined when it is anything else. */
export function dottedName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return String(node['name'])
  if (node.type !== 'MemberExpression' || node['computed'] === true) return undefined
  const object = dottedName(node['object'])
  return object === undefined ? undefined : `${object}.${dottedName(node['property'])}`
}
