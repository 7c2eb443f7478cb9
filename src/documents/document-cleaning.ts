import { inWorkshop } from '../workshop/workshop.ts'

/** How a document is cleaned; each way is a workshop of its own. */
export type DocumentWay = 'pdf' | 'package' | 'rich text'

export type DocumentRemark = 'macros_removed' | 'attachments_removed'

/** Writes a document without what it tells of its maker, confined, and says what else had to go. */
export async function cleanDocument(
  way: DocumentWay,
  source: string,
  target: string,
  folder: string,
): Promise<DocumentRemark[]> {
  const module = new URL('./document-workshop.ts', import.meta.url)
  const task = { way, source, target, folder }
  return inWorkshop<DocumentRemark[]>(module, task, folder, { seconds: 180, megabytes: 1500 })
}
