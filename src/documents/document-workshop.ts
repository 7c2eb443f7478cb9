import type { Answer } from '../workshop/workshop.ts'
import { cleanPackage, fullBudget } from './clean-package.ts'
import { cleanPdf } from './clean-pdf.ts'
import { cleanRichText } from './clean-rich-text.ts'
import type { DocumentRemark, DocumentWay } from './document-cleaning.ts'

type Task = { way: DocumentWay; source: string; target: string; folder: string }

export const answer: Answer<Task, DocumentRemark[]> = async ({ way, source, target, folder }) => {
  if (way === 'pdf') return cleanPdf(source, target)
  if (way === 'package') return cleanPackage(source, target, folder, fullBudget())
  await cleanRichText(source, target)
  return []
}
