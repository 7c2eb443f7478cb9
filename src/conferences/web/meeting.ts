import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { idsIn } from '../../outbox/entry.ts'
import { useKeep, useKeepAll } from '../../outbox/web/use-keep.ts'
import { useWaiting } from '../../outbox/web/use-outbox.tsx'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import type { Answer } from '../../platform/web/client.ts'
import type { WordKind } from '../conference.ts'
import {
  AddConferenceWord,
  AgreeOnGoal,
  BeginConference,
  CloseConference,
  type GetConference,
  GetConferencePreparation,
  JoinConference,
  ListMyConferences,
  TakeConferenceWordBack,
} from '../contract.ts'
import type { Preparation } from './prepared.ts'
import {
  beginningOf,
  closingWrites,
  type Here,
  sentAgreement,
  sentLatecomer,
  sentWord,
  type Teller,
  type Whose,
} from './meeting-writes.ts'

export type Meeting = Answer<typeof GetConference>

const nothing = { conferences: [], preparationId: null }
const refreshes = [GetConferencePreparation, ListMyConferences]

/** One meeting being held on this device; `undefined` until it is begun. */
export function useMeeting(
  { roundId, learnerId }: Whose,
  { conferences: arrived, preparationId }: Pick<Preparation, 'conferences' | 'preparationId'> = nothing,
) {
  const { here: found, ready, put } = useHere(`conference-meeting ${roundId} ${learnerId}`)
  const waiting = useWaiting().flatMap(({ writes }) => writes)
  const begin = useKeep(BeginConference, { as: 'conferences.waiting-meeting', refreshes })
  const word = useKeep(AddConferenceWord, { as: 'conferences.waiting-word', refreshes })
  const back = useKeep(TakeConferenceWordBack, { as: 'conferences.waiting-word', refreshes })
  const agreement = useKeep(AgreeOnGoal, { as: 'conferences.waiting-agreement', refreshes })
  const joining = useKeep(JoinConference, { as: 'conferences.waiting-latecomer', refreshes })
  const keepClosing = useKeepAll({ as: 'conferences.waiting-closing', refreshes })
  const there = arrived.find(({ id }) => id === found?.id)
  const closing = useMutation({
    networkMode: 'always',
    mutationFn: async (here: Here) => {
      const known = idsIn([waiting, there?.id, there?.words, there?.agreements])
      await keepClosing(closingWrites(here, { roundId, learnerId }, known))
      // whoever reads "kept" puts the device away: nothing is on its way to the disk any more
      await put((before) => ({ ...before, closed: true }))
    },
  })
  // a device that went dark between the two is asked what it keeps, not what it last drew
  const isClosed =
    found?.closed ||
    Boolean(there?.closedAt) ||
    waiting.some(({ name, sent }) => name === CloseConference.name && idsIn(sent.params).has(found?.id ?? ''))
  return {
    ready,
    here: found && { ...found, closed: isClosed },
    error: begin.error ?? word.error ?? agreement.error ?? closing.error ?? joining.error ?? back.error,
    closing: closing.isPending,
    begin: (people: Teller[]) => {
      const fresh = {
        id: newId(),
        people,
        words: [],
        agreements: [],
        back: [],
        shown: [],
        late: [],
        preparationId,
        closed: false,
      }
      void put(() => fresh)
      begin.mutate(beginningOf(fresh, { roundId, learnerId }))
    },
    /** Another device goes on with what one began that broke, was lost, or has no battery left. */
    adopt: (open: Preparation['conferences'][number], shown: readonly string[]) =>
      void put(() => ({
        id: open.id,
        people: open.people.map(({ role, personId, name }) => ({ role, personId, name })),
        words: [],
        agreements: open.agreements.map(({ id, goalId, ...by }) => ({
          id,
          goalId,
          by: { role: by.role, personId: by.personId, name: by.name },
        })),
        back: [],
        shown: [...shown],
        late: [],
        preparationId,
        at: (open.page ?? 1) - 1,
        closed: false,
      })),
    /** A tablet that goes dark in the middle comes back at the page at which it was. */
    note: (at: number, pieceId: string | undefined) => {
      if (!found) return
      void put((here) => {
        const isNew = pieceId !== undefined && !here.shown.includes(pieceId)
        if (here.at === at && !isNew) return here
        return { ...here, at, shown: isNew ? [...here.shown, pieceId] : here.shown }
      })
    },
    tell: (said: { kind: WordKind; words: string; by: Teller }) => {
      if (!found) return
      const one = { id: newId(), ...said }
      void put((here) => ({ ...here, words: [...here.words, one] }))
      word.mutate(sentWord(found.id, one))
    },
    join: (who: Teller) => {
      if (!found) return
      const one = { id: newId(), who }
      void put((here) => ({ ...here, late: [...(here.late ?? []), one] }))
      joining.mutate(sentLatecomer(found.id, one))
    },
    takeBack: (id: string) => {
      if (!found) return
      void put((here) => ({ ...here, back: [...here.back, id] }))
      back.mutate({ params: { id } })
    },
    agree: (goalId: string, by: Teller) => {
      if (!found) return
      const one = { id: newId(), goalId, by }
      void put((here) => ({ ...here, agreements: [...here.agreements, one] }))
      agreement.mutate(sentAgreement(found.id, one))
    },
    close: () => {
      if (found && !closing.isPending) closing.mutate(found)
    },
  }
}

/** What is written down here. Each change is on the device at once: nothing of it is typed letter by letter. */
function useHere(key: string) {
  const kept = useAutosavedDraft<Here>(key)
  const [typed, setTyped] = useState<Here>()
  const last = useRef<Here | undefined>(undefined)
  const here = typed ?? kept.content
  /** From what stands now, not from what was drawn last: two touches in a moment are both kept. */
  const put = async (change: (before: Here) => Here) => {
    const before = last.current ?? here
    const next = change(before as Here)
    if (next === before) return
    last.current = next
    kept.write(next)
    if (!next.closed) setTyped(next)
    await kept.settle()
    if (next.closed) setTyped(next)
  }
  return { here, ready: kept.ready || typed !== undefined, put }
}

export type HeldMeeting = ReturnType<typeof useMeeting>
