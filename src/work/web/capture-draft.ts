import type { Drawing } from '../../drawings/drawing.ts'
import { v7 } from 'uuid'
import type { ChosenFile } from '../../media/web/chosen-files.ts'
import type { Answer, Sent } from '../../platform/web/client.ts'
import type { AddPiece, GetPiece } from '../contract.ts'
import type { RichText } from '../../writing/rich-text.ts'
import { completeLink, isSafeLink } from '../../writing/safe-link.ts'

/** What a form hands over to be kept. */
export type NewPart = Sent<typeof AddPiece>['body']['iteration']['parts'][number]

/** What an attempt holds already, when it is edited. */
export type KeptPart = Answer<typeof GetPiece>['iterations'][number]['parts'][number]

type KeptMedia = Extract<KeptPart, { kind: 'media' }>['media']

/** A part while it is being made; `id` only tells it from the others in the form. */
export type DraftPart =
  | { id: string; kind: 'text'; text: string; rich?: RichText | undefined }
  | { id: string; kind: 'link'; url: string; caption: string }
  | DraftMedia

export type DraftMedia = {
  id: string
  kind: 'media'
  mediaId: string
  name: string
  type: string
  caption: string
  alt: string
  /** for what was kept before this form was opened */
  media?: KeptMedia
  /** the marks of a drawing made here */
  drawing?: Drawing
}

/** Everything a person has put into a form, as it is kept on the device. */
export type CaptureDraft = {
  title: string
  whatChanged: string
  parts: readonly DraftPart[]
  /** of an edit: the revision it began from, which may no longer be the latest when the draft is found again */
  revision?: number | undefined
}

export type Begun = { title?: string; whatChanged?: string; parts?: readonly KeptPart[]; revision?: number }

export function beginDraft({ title = '', whatChanged = '', parts = [], revision }: Begun): CaptureDraft {
  return { title, whatChanged, parts: parts.map(beginPart), revision }
}

function beginPart(part: KeptPart): DraftPart {
  const id = v7()
  if (part.kind !== 'media') return { id, ...part }
  const { media, caption, alt } = part
  const { name, type } = media
  return { id, kind: 'media', mediaId: media.id, name, type: type ?? '', caption, alt, media }
}

export function newText(): DraftPart {
  return { id: v7(), kind: 'text', text: '' }
}

export function newLink(): DraftPart {
  return { id: v7(), kind: 'link', url: '', caption: '' }
}

export function partOfFile({ id, name, type }: ChosenFile): DraftMedia {
  return { id: v7(), kind: 'media', mediaId: id, name, type, caption: '', alt: '' }
}

/** Files of a draft that were chosen here and never sent. */
export function filesOf(draft: CaptureDraft): string[] {
  return draft.parts.flatMap((part) => (part.kind === 'media' && !part.media ? [part.mediaId] : []))
}

/** What a closed page leaves of a draft; files that are not on this device any more are named. */
export function reopenDraft(
  draft: CaptureDraft,
  found: ReadonlySet<string>,
): { draft: CaptureDraft; lost: string[] } {
  const isLost = (part: DraftPart) => part.kind === 'media' && !part.media && !found.has(part.mediaId)
  return {
    draft: { ...draft, parts: draft.parts.filter((part) => !isLost(part)) },
    lost: draft.parts.filter(isLost).map((part) => (part.kind === 'media' ? part.name : '')),
  }
}

export function movePart(parts: readonly DraftPart[], id: string, by: -1 | 1): readonly DraftPart[] {
  const from = parts.findIndex((part) => part.id === id)
  const moved = parts[from]
  const other = parts[from + by]
  if (!moved || !other) return parts
  return parts.with(from, other).with(from + by, moved)
}

export function isWrongLink(part: DraftPart): boolean {
  return part.kind === 'link' && part.url.trim() !== '' && !isSafeLink(completeLink(part.url))
}

/** Left empty, a text box or a link was only looked at. */
export function isEmptyPart(part: DraftPart): boolean {
  if (part.kind === 'text') return part.text.trim() === ''
  return part.kind === 'link' && part.url.trim() === ''
}

export function isEmptyDraft({ title, whatChanged, parts }: CaptureDraft): boolean {
  return title.trim() === '' && whatChanged.trim() === '' && parts.every(isEmptyPart)
}

/** What is handed over: empty parts are left out. */
export function partsToKeep(parts: readonly DraftPart[]): NewPart[] {
  return parts.filter((part) => !isEmptyPart(part)).map(keptPart)
}

function keptPart(part: DraftPart): NewPart {
  if (part.kind === 'text') {
    const { text, rich } = part
    return { kind: 'text', text, ...(rich ? { rich } : {}) }
  }
  if (part.kind === 'link') return { kind: 'link', url: completeLink(part.url), caption: part.caption }
  return { kind: 'media', mediaId: part.mediaId, caption: part.caption, alt: part.alt }
}
