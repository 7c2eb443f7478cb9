import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import type { Answer } from '../../platform/web/client.ts'
import type { Role, WordKind } from '../conference.ts'
import {
  AddConferenceWord,
  AgreeOnGoal,
  BeginConference,
  CloseConference,
  type GetConference,
  GetConferencePreparation,
  ListMyConferences,
  TakeConferenceWordBack,
} from '../contract.ts'

export type Meeting = Answer<typeof GetConference>
export type Teller = { role: Role; personId: string | null; name: string }

/** What was written down here: on this device first, because there may be no network in the gym. */
type Here = {
  id: string
  people: Teller[]
  words: { id: string; kind: WordKind; words: string; by: Teller }[]
  agreements: { id: string; goalId: string; by: Teller }[]
  back: string[]
  shown: string[]
  closed: boolean
}

const refreshes = [GetConferencePreparation, ListMyConferences]
const sentAs = ({ role, personId, name }: Teller) => ({ role, name, ...(personId ? { personId } : {}) })

/** One meeting being held on this device; `undefined` until it is begun. */
export function useMeeting(roundId: string, learnerId: string) {
  const kept = useAutosavedDraft<Here>(`conference-meeting ${roundId} ${learnerId}`)
  const [typed, setTyped] = useState<Here>()
  const here = typed ?? kept.content
  const put = (next: Here) => {
    setTyped(next)
    kept.write(next)
  }
  const begin = useKeep(BeginConference, { as: 'conferences.waiting-meeting', refreshes })
  const word = useKeep(AddConferenceWord, { as: 'conferences.waiting-word', refreshes })
  const back = useKeep(TakeConferenceWordBack, { as: 'conferences.waiting-word', refreshes })
  const agreement = useKeep(AgreeOnGoal, { as: 'conferences.waiting-agreement', refreshes })
  const closing = useKeep(CloseConference, { as: 'conferences.waiting-closing', refreshes })
  return {
    ready: kept.ready || typed !== undefined,
    here,
    error: begin.error ?? word.error ?? agreement.error ?? closing.error ?? back.error,
    begin: (people: Teller[]) => {
      const id = newId()
      put({ id, people, words: [], agreements: [], back: [], shown: [], closed: false })
      const sent = people.map((one) => ({ ...sentAs(one), role: one.role as 'guardian' | 'teacher' }))
      begin.mutate({ params: { id }, body: { roundId, learnerId, people: sent } })
    },
    note: (pieceId: string) => {
      if (here && !here.shown.includes(pieceId)) put({ ...here, shown: [...here.shown, pieceId] })
    },
    tell: (said: { kind: WordKind; words: string; by: Teller }) => {
      if (!here) return
      const id = newId()
      put({ ...here, words: [...here.words, { id, ...said }] })
      const { kind, words } = said
      word.mutate({ params: { id }, body: { conferenceId: here.id, kind, words, ...sentAs(said.by) } })
    },
    takeBack: (id: string) => {
      if (!here) return
      put({ ...here, back: [...here.back, id] })
      back.mutate({ params: { id } })
    },
    agree: (goalId: string, by: Teller) => {
      if (!here) return
      const id = newId()
      put({ ...here, agreements: [...here.agreements, { id, goalId, by }] })
      agreement.mutate({ params: { id }, body: { conferenceId: here.id, goalId, ...sentAs(by) } })
    },
    close: () => {
      if (!here) return
      put({ ...here, closed: true })
      closing.mutate({ params: { id: here.id }, body: { pieceIds: here.shown } })
    },
    forget: () => {
      setTyped(undefined)
      return kept.drop()
    },
  }
}

export type HeldMeeting = ReturnType<typeof useMeeting>
