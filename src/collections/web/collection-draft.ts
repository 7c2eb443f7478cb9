import { useCallback, useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import type { Answer } from '../../platform/web/client.ts'
import { AddCollection, GetCollection, ListCollections, ReviseCollection } from '../contract.ts'
import { type Draft, type DraftChoice, emptyDraft } from '../draft.ts'

export type Collection = Answer<typeof GetCollection>
export type Content = Collection['content']
export type ShownChoice = Content['sections'][number]['choices'][number]

/** What is kept on the device: the collection, the revision it stands on, and whether anything is unsaved. */
export type KeptDraft = { base: number; unsaved: boolean; draft: Draft }

export const draftKeyOf = (id: string) => `collection ${id}`

export function draftOf(content: Content, say: (untitled: 'untitled') => string): Draft {
  const { title, about, aboutMedia, look, cover, sections } = content
  return {
    ...emptyDraft,
    title,
    about,
    look,
    aboutMediaId: aboutMedia?.id,
    cover: cover ?? undefined,
    sections: sections.map((section) => ({
      id: section.id,
      title: section.title,
      from: section.from ?? undefined,
      belongs: section.belongs,
      choices: section.choices.map((one) => ({
        id: one.id,
        pieceId: one.piece?.id ?? one.id,
        title: one.piece?.title || say('untitled'),
        iterationId: one.iterationId ?? undefined,
        secondId: one.secondId ?? undefined,
        why: one.why,
        whyMediaId: one.whyMedia?.id,
        highlight: one.highlight,
        growth: one.growth,
        beside: one.beside.map(({ id }) => id),
      })),
    })),
  }
}

/** As it is sent: without what is only for arranging it. */
export const bodyOf = ({ title, about, aboutMediaId, look, cover, sections }: Draft) => ({
  title,
  about,
  aboutMediaId,
  look,
  cover,
  sections: sections.map(({ id, title: name, from, choices }) => ({
    id,
    title: name,
    from,
    choices: choices.map(sentChoice),
  })),
})

function sentChoice({ title: _title, beside, ...choice }: DraftChoice) {
  return { ...choice, beside: [...beside] }
}

const refreshes = [GetCollection, ListCollections]

/**
 * The collection being arranged: what stands on this device if it is newer than what the server has, the server's
 * otherwise. Saved without a network it goes on from what was saved here.
 */
export function useCollectionDraft(id: string, collection: Collection | undefined, untitled: string) {
  const kept = useAutosavedDraft<KeptDraft>(draftKeyOf(id))
  const [typed, setTyped] = useState<KeptDraft>()
  const server = collection && {
    base: collection.revision,
    unsaved: false,
    draft: draftOf(collection.content, () => untitled),
  }
  const found = typed ?? newerOf(kept.content, server)
  const isBehind = found !== undefined && server !== undefined && found.unsaved && found.base < server.base
  const put = useCallback(
    (next: KeptDraft) => {
      setTyped(next)
      kept.write(next)
    },
    [kept],
  )
  const saved = (base: number) => {
    if (found) put({ ...found, base, unsaved: false })
  }
  const revise = useKeep(ReviseCollection, {
    as: 'collections.waiting',
    refreshes,
    onDone: (_, { params }) => saved(Number(params.revision)),
  })
  return {
    ready: kept.ready || typed !== undefined,
    found,
    change: (change: (draft: Draft) => Draft) => {
      if (found) put({ ...found, unsaved: true, draft: change(found.draft) })
    },
    save: () => {
      if (!found || revise.isPending) return
      // over a revision made elsewhere too: that one stays among the earlier ones
      const revision = Math.max(found.base, server?.base ?? 0) + 1
      revise.mutate({ params: { id, revision }, body: bodyOf(found.draft) })
    },
    isBehind,
    isSaving: revise.isPending,
    error: revise.error,
  }
}

function newerOf(kept: KeptDraft | undefined, server: KeptDraft | undefined): KeptDraft | undefined {
  if (!server) return kept
  if (!kept) return server
  return kept.unsaved || kept.base > server.base ? kept : server
}

/** Begins a collection on this device: it can be arranged at once, with or without a network. */
export function useBeginning(id: string, onBegun: () => void) {
  const kept = useAutosavedDraft<KeptDraft>(draftKeyOf(id))
  const add = useKeep(AddCollection, { as: 'collections.waiting', refreshes, onDone: onBegun })
  return {
    begin: async (draft: Draft, templateId?: string) => {
      kept.write({ base: 1, unsaved: false, draft })
      await kept.settle()
      add.mutate({ params: { id }, body: { ...bodyOf(draft), ...(templateId ? { templateId } : {}) } })
    },
    isPending: add.isPending,
    error: add.error,
  }
}
