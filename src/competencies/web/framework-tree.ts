/** An item as the tree needs it. */
export type Leaf = { id: string; parents: readonly string[] }

export type Branch<Item extends Leaf> = {
  item: Item
  children: Branch<Item>[]
  /** it stands elsewhere too, and what is below it is shown there */
  again: boolean
}

/**
 * Items in reading order as a tree. One with several parents stands below each, with its own children at the
 * first place only; circles are opened where the reading order meets them; nothing is ever left out.
 */
export function growTree<Item extends Leaf>(items: readonly Item[]): Branch<Item>[] {
  const known = new Set(items.map(({ id }) => id))
  const below = new Map<string, Item[]>()
  for (const item of items)
    for (const parent of item.parents) {
      if (known.has(parent)) below.set(parent, [...(below.get(parent) ?? []), item])
    }
  const grown = new Set<string>()
  const grow = (item: Item): Branch<Item> => {
    if (grown.has(item.id)) return { item, children: [], again: true }
    grown.add(item.id)
    return { item, children: (below.get(item.id) ?? []).map(grow), again: false }
  }
  const tops = items.filter(({ parents }) => !parents.some((parent) => known.has(parent)))
  const tree = tops.map(grow)
  const circling = items.flatMap((item) => (grown.has(item.id) ? [] : [grow(item)]))
  return [...tree, ...circling]
}

/** The item and everything below it: where it cannot be moved. */
export function withAllBelow(items: readonly Leaf[], id: string): Set<string> {
  const found = new Set([id])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const item of items) if (item.parents.some((parent) => found.has(parent))) found.add(item.id)
  }
  return found
}

/** Whatever stands above an item, so that the tree can be opened down to it. */
export function allAbove(items: readonly Leaf[], id: string): Set<string> {
  const parents = new Map(items.map((item) => [item.id, item.parents]))
  const found = new Set<string>()
  const asked = [id]
  for (let next = asked.pop(); next !== undefined; next = asked.pop())
    for (const parent of parents.get(next) ?? []) {
      if (found.has(parent) || !parents.has(parent)) continue
      found.add(parent)
      asked.push(parent)
    }
  return found
}
