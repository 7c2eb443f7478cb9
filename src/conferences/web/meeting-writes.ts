import type { Write } from '../../outbox/entry.ts'
import { write } from '../../outbox/web/use-keep.ts'
import type { Role, WordKind } from '../conference.ts'
import {
  AddConferenceWord,
  AgreeOnGoal,
  BeginConference,
  CloseConference,
  JoinConference,
} from '../contract.ts'

export type Teller = { role: Role; personId: string | null; name: string }

/** What was written down here: on this device first, because there may be no network in the gym. */
export type Here = {
  id: string
  people: Teller[]
  words: { id: string; kind: WordKind; words: string; by: Teller }[]
  agreements: { id: string; goalId: string; by: Teller }[]
  back: string[]
  shown: string[]
  /** who came when it had begun */
  late?: { id: string; who: Teller }[]
  /** what was shown, of all that its learner kept: what changes after is not what was shown */
  preparationId?: string | null
  /** the page that is shown */
  at?: number
  closed: boolean
}

export type Whose = { roundId: string; learnerId: string }

const sentAs = ({ role, personId, name }: Teller) => ({ role, name, ...(personId ? { personId } : {}) })

export const beginningOf = ({ id, people }: Pick<Here, 'id' | 'people'>, whose: Whose) => ({
  params: { id },
  body: {
    ...whose,
    people: people.map((one) => ({ ...sentAs(one), role: one.role as 'guardian' | 'teacher' })),
  },
})

export const sentWord = (conferenceId: string, { id, kind, words, by }: Here['words'][number]) => ({
  params: { id },
  body: { conferenceId, kind, words, ...sentAs(by) },
})

export const sentAgreement = (conferenceId: string, { id, goalId, by }: Here['agreements'][number]) => ({
  params: { id },
  body: { conferenceId, goalId, ...sentAs(by) },
})

export const sentLatecomer = (conferenceId: string, { id, who }: { id: string; who: Teller }) => ({
  params: { id },
  body: { conferenceId, ...sentAs(who), role: who.role as 'guardian' | 'teacher' },
})

/**
 * The end of a meeting, and before it whatever the page shows as written down that is neither known to have arrived
 * nor waiting to: a device that was full for a moment has not kept it, and this is the last time to.
 */
export function closingWrites(here: Here, whose: Whose, known: ReadonlySet<string>): Write[] {
  const lost = ({ id }: { id: string }) => !known.has(id) && !here.back.includes(id)
  return [
    ...(lost(here) ? [write(BeginConference, beginningOf(here, whose))] : []),
    ...(here.late ?? []).filter(lost).map((one) => write(JoinConference, sentLatecomer(here.id, one))),
    ...here.words.filter(lost).map((one) => write(AddConferenceWord, sentWord(here.id, one))),
    ...here.agreements.filter(lost).map((one) => write(AgreeOnGoal, sentAgreement(here.id, one))),
    write(CloseConference, {
      params: { id: here.id },
      body: {
        pieceIds: here.shown,
        ...(here.preparationId ? { preparationId: here.preparationId } : {}),
      },
    }),
  ]
}
