import { EDGES, EMPTY_ENDINGS, EMPTY_NAMES, GROUND } from './house.ts'
import type { SourceFile, SourceTree } from './source-tree.ts'
import type { Node } from './syntax.ts'
import { type Violation, violationAt } from './violation.ts'

/** Wall 6, names: files in kebab-case, nothing called after its being useful, one kind of folder in a module. */
export function checkNames(tree: SourceTree): Violation[] {
  return tree.files.flatMap((file) => [
    ...checkFileName(file),
    ...checkFolder(file),
    ...checkExportedNames(file),
  ])
}

function checkFileName(file: SourceFile): Violation[] {
  const parts = file.path.replace(/(?:\.test|\.generated)?\.\w+$/, '').split('/')
  const empty = parts.find((part) => EMPTY_NAMES.includes(part))
  if (empty)
    return [
      violationAt(file, 0, `is called "${empty}"`, 'name the noun it is about; a missing noun is the news'),
    ]
  const crooked = parts.find((part) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part))
  return crooked
    ? [violationAt(file, 0, `"${crooked}" is not kebab-case`, 'use small letters and hyphens')]
    : []
}

function checkFolder(file: SourceFile): Violation[] {
  const folders = file.path.split('/').slice(1, -1)
  const free = GROUND.includes(file.module) || EDGES.includes(file.module)
  if (folders.length > 1) return [violationAt(file, 0, 'lies too deep', 'nothing is deeper than module/web/')]
  if (free || folders.length === 0 || folders[0] === 'web') return []
  return [
    violationAt(
      file,
      0,
      `a folder ${folders[0]}/ in a module`,
      'a module holds files and web/, no other folder',
    ),
  ]
}

function checkExportedNames(file: SourceFile): Violation[] {
  if (file.module === 'interop' || file.isTest) return []
  return (file.program.body as unknown as Node[])
    .filter((node) => node.type === 'ExportNamedDeclaration')
    .flatMap(declaredNames)
    .filter((node) => EMPTY_ENDINGS.test(String(node['name'])))
    .map((node) =>
      violationAt(
        file,
        node.start,
        `exports "${String(node['name'])}"`,
        'say what it is, not that it is used',
      ),
    )
}

function declaredNames(node: Node): Node[] {
  const declaration = node['declaration'] as Node | null
  if (!declaration) return []
  if (declaration.type !== 'VariableDeclaration') return [declaration['id'] as Node]
  return (declaration['declarations'] as Node[])
    .map((one) => one['id'] as Node)
    .filter((id) => id.type === 'Identifier')
}
