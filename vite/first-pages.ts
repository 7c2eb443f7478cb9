import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'

const screens = fileURLToPath(new URL('../src/screens/', import.meta.url))

/** The pages that people open first; the first two, where work is brought in, have the least room to spare. */
const firstPages = [
  'learner/new-work.tsx',
  'learner/next-attempt.tsx',
  'sign-in/sign-in.tsx',
  'home/home.tsx',
  'piece/piece-screen.tsx',
  'teacher/today.tsx',
  'teacher/class-wall.tsx',
  'family/family.tsx',
]

/** What so many of them need travels together; nothing comes along to bring in work that this does not need. */
const many = 3

/** What the homes of learners and families ask for as soon as they stand; each is made of a little of every module. */
const waits = ['learner/what-waits.tsx', 'family/what-waits.tsx']

/** What more parts of the app need would bring to each of them what it does not need. */
const few = 5

export type Modules = { getModuleInfo: (id: string) => Rolldown.ModuleInfo | null }

/**
 * Names the file in which a module travels, where it is not left to itself. Each of a page's forty modules
 * would be a file, and a request costs a thin line 150 ms: what the first pages need travels together.
 */
export function nameByFirstPages(): (id: string, modules: Modules) => string | null {
  let needed: { pages: Set<string>[]; waits: Set<string>[] } | undefined
  return (id, modules) => {
    needed ??= {
      pages: firstPages.map((page) => neededBy(screens + page, modules)),
      waits: waits.map((part) => neededBy(screens + part, modules)),
    }
    const pages = needed.pages.filter((page) => page.has(id)).length
    const brings = needed.pages.slice(0, 2).map((page) => page.has(id))
    if (pages >= many) return `many-${brings.join('-')}`
    const awaited = needed.waits.map((part) => part.has(id))
    if (pages > 0 || !awaited.includes(true) || partsWith(id, modules) > few) return null
    return `waits-${awaited.join('-')}`
  }
}

/** It names every icon there is, and a page needs two. */
const allIcons = /\/lucide-react\.mjs$/

/** What has to be there before a module runs: itself, what it imports, what that imports. */
export function neededBy(first: string, modules: Modules): Set<string> {
  const needed = new Set([first])
  for (const id of needed) {
    const module = modules.getModuleInfo(id)
    if (module === null) throw new Error(`${id} is not a part of the app any more`)
    for (const imported of module.importedIds) if (!allIcons.test(imported)) needed.add(imported)
  }
  return needed
}

/** How many of the parts that are fetched by themselves need a module. */
function partsWith(first: string, modules: Modules): number {
  const needing = new Set([first])
  for (const id of needing) for (const one of modules.getModuleInfo(id)?.importers ?? []) needing.add(one)
  return [...needing].filter((id) => modules.getModuleInfo(id)?.dynamicImporters.length).length
}
