import { useRef, useState } from 'react'
import { useKeepAll, write } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { longestCaption } from '../../work/piece.ts'
import { AddPiece, GetPortfolio } from '../../work/contract.ts'
import { GetConstellation, ListClaims, MakeClaim } from '../contract.ts'
import { audiencesOf, type ClaimDraft, evidenceOf } from './claim-draft.ts'
import type { useOneFile } from './one-file.ts'

type Keeping = {
  learner: { id: string }
  scribes: boolean
  draftKey: string
  onDone: () => void
}
type Files = Record<'recording' | 'photo', ReturnType<typeof useOneFile>>

/** Keeps a claim with its recording; a photo of something outside school becomes a piece of its own before it. */
export function useKeepClaim({ learner, scribes, draftKey, onDone }: Keeping) {
  const { say, locale } = useWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const ids = useRef({ claim: newId(), piece: newId(), iteration: newId(), shares: [newId(), newId()] })
  const keep = useKeepAll({
    as: 'self-assessment.waiting',
    draft: draftKey,
    refreshes: [ListClaims, GetConstellation, GetPortfolio],
  })

  const writesOf = (draft: ClaimDraft, voice: string | undefined, photo: string | undefined) => {
    const audiences = scribes ? [] : audiencesOf(draft)
    const { claim, piece, iteration, shares } = ids.current
    const body = {
      competencyId: draft.competency?.id ?? '',
      ...(scribes ? { learnerId: learner.id } : {}),
      words: draft.words.trim(),
      ...(draft.profile === undefined ? {} : { profile: { number: draft.profile, language: locale } }),
      reflection: draft.reflection.trim(),
      parts: voice === undefined ? [] : [{ mediaId: voice }],
      evidence: evidenceOf(draft, photo && piece),
      audiences,
    }
    const made = write(MakeClaim, { params: { id: claim }, body })
    if (photo === undefined) return [made]
    const parts = [
      { kind: 'media' as const, mediaId: photo, caption: draft.placeWords.trim().slice(0, longestCaption) },
    ]
    const shown = audiences.map((audience, place) => ({ id: shares[place] ?? newId(), audience }))
    const taken = { title: '', iteration: { id: iteration, parts }, shares: shown }
    return [write(AddPiece, { params: { id: piece }, body: taken }), made]
  }

  const save = async (draft: ClaimDraft, { recording, photo }: Files) => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      const [voice, picture] = [await recording.kept(), scribes ? undefined : await photo.kept()]
      if ((recording.has && !voice) || (photo.has && !picture)) throw new Error('a file is not safe yet')
      await keep(writesOf(draft, voice, picture))
      onDone()
    } catch (error) {
      setProblem(error instanceof ApiRefusal ? error.sentence : say('self-assessment.not-kept'))
    } finally {
      setBusy(false)
    }
  }
  return { save, busy, problem }
}
