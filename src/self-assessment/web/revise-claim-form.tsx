import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import type { Sent } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ReviseForm } from '../../ui/revise-form.tsx'
import { longestClaim, longestThought, saysSomething } from '../claim.ts'
import { GetConstellation, ListClaims, ReviseClaim } from '../contract.ts'
import type { Claim } from './claim-card.tsx'

/** Other words for the same thing said; what was before is kept, and so is what shows it. */
export function ReviseClaimForm({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const { say } = useWords()
  // a statement of the district's becomes words of their own, once they change it
  const [words, setWords] = useState(claim.words || (claim.profile?.words ?? ''))
  const [reflection, setReflection] = useState(claim.reflection)
  const keep = useKeep(ReviseClaim, {
    as: 'self-assessment.waiting',
    refreshes: [ListClaims, GetConstellation],
    onDone,
  })
  const save = () => {
    if (!saysSomething({ words, parts: claim.parts })) return
    keep.mutate({
      params: { id: claim.id, revision: claim.revision + 1 },
      body: {
        words: words.trim(),
        reflection: reflection.trim(),
        parts: claim.parts.map(({ media, alt }) => ({ mediaId: media.id, alt })),
        evidence: claim.evidence.flatMap(pointedAgain),
      },
    })
  }
  return (
    <ReviseForm
      save={say('self-assessment.save')}
      notKept={say('self-assessment.not-kept')}
      busy={keep.isPending}
      error={keep.error}
      onSave={save}
      onDone={onDone}
    >
      <TextArea
        label={say('self-assessment.i-can')}
        rows={2}
        maxLength={longestClaim}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <TextArea
        label={say('self-assessment.thought')}
        optional
        rows={2}
        maxLength={longestThought}
        value={reflection}
        onChange={(event) => setReflection(event.currentTarget.value)}
      />
    </ReviseForm>
  )
}

type Pointed = NonNullable<Sent<typeof ReviseClaim>['body']['evidence']>

function pointedAgain({ piece, iteration, reflection, place, words }: Claim['evidence'][number]): Pointed {
  if (piece) return [{ pieceId: piece.id, ...(iteration ? { iterationId: iteration.id } : {}) }]
  if (reflection) return [{ reflectionId: reflection.id }]
  return place ? [{ place, words }] : []
}
