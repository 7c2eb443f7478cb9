import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWaiting } from '../../outbox/web/use-outbox.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import type { Answer } from '../../platform/web/client.ts'
import type { ChoiceKind } from '../conference.ts'
import { GetConferencePreparation, ListMyConferences, PrepareConference } from '../contract.ts'

export type Preparation = Answer<typeof GetConferencePreparation>
export type ShownChoice = Preparation['choices'][number]

/** A preparation as its learner is arranging it. */
export type DraftChoice = { kind: ChoiceKind; pieceId: string; title: string; why: string; cue: string }
export type Draft = {
  welcomeCue: string
  goalId: string
  goalCue: string
  choices: readonly DraftChoice[]
}

type Kept = { unsaved: boolean; draft: Draft }

function draftOf(prepared: Preparation, untitled: string): Draft {
  return {
    welcomeCue: prepared.welcomeCue ?? '',
    goalId: prepared.goal?.id ?? '',
    goalCue: prepared.goalCue ?? '',
    // without its work there is nothing to keep a place for
    choices: prepared.choices.flatMap(({ kind, piece, why, cue }) =>
      piece ? [{ kind, pieceId: piece.id, title: piece.title || untitled, why, cue: cue ?? '' }] : [],
    ),
  }
}

/** What stands on this device while it is newer than what the server has; the server's otherwise. */
export function usePreparationDraft(roundId: string, prepared: Preparation | undefined, untitled: string) {
  const kept = useAutosavedDraft<Kept>(`conference ${roundId}`)
  const [typed, setTyped] = useState<Kept>()
  const waits = useWaiting().some((entry) =>
    entry.writes.some(({ name, sent }) => name === PrepareConference.name && isOf(sent, roundId)),
  )
  const server = prepared && { unsaved: false, draft: draftOf(prepared, untitled) }
  const here = kept.content && (kept.content.unsaved || waits) ? kept.content : undefined
  const found = typed ?? here ?? server ?? kept.content
  const put = (next: Kept) => {
    setTyped(next)
    kept.write(next)
  }
  const keep = useKeep(PrepareConference, {
    as: 'conferences.waiting-preparation',
    refreshes: [GetConferencePreparation, ListMyConferences],
  })
  return {
    ready: kept.ready || typed !== undefined,
    draft: found?.draft,
    unsaved: found?.unsaved ?? false,
    waits,
    change: (some: Partial<Draft>) => {
      if (found) put({ unsaved: true, draft: { ...found.draft, ...some } })
    },
    save: () => {
      if (!found || keep.isPending) return
      put({ ...found, unsaved: false })
      keep.mutate({ params: { id: newId() }, body: bodyOf(roundId, found.draft) })
    },
    saving: keep.isPending,
    error: keep.error,
  }
}

function bodyOf(roundId: string, { goalId, choices, welcomeCue, goalCue }: Draft) {
  return {
    roundId,
    welcomeCue,
    goalCue,
    ...(goalId ? { goalId } : {}),
    choices: choices.map(({ title: _title, ...choice }) => choice),
  }
}

function isOf(sent: { body?: unknown }, roundId: string): boolean {
  return (sent.body as { roundId?: string } | undefined)?.roundId === roundId
}

export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const one = list[at]
  const to = at + by
  if (one === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(at, 1).toSpliced(to, 0, one)
}
