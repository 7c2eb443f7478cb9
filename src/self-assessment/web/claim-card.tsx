import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { MediaView } from '../../media/web/media-view.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { EarlierWords, SaidBefore } from '../../ui/said-before.tsx'
import { Time } from '../../ui/time.tsx'
import { type ClaimAudience, claimAudiences } from '../claim.ts'
import {
  DeleteClaim,
  GetConstellation,
  ListClaimRevisions,
  ListClaims,
  ListDeletedClaims,
  ShareClaim,
} from '../contract.ts'
import { ClaimEvidence } from './claim-evidence.tsx'
import { useCompetencyWords } from './competency-words.ts'
import { ReviseClaimForm } from './revise-claim-form.tsx'
import styles from './claims.module.css'

export type Claim = Answer<typeof ListClaims>['claims'][number]

/** What somebody says they can do, with what shows it; and for its learner, who may read it. */
export function ClaimCard({ claim }: { claim: Claim }) {
  const { say } = useWords()
  const { nameOf } = useCompetencyWords()
  const [editing, setEditing] = useState(false)
  const { scribe, reflection, may } = claim
  return (
    <article className={styles['claim']}>
      <p className={styles['at']}>
        <strong>{nameOf(claim.competency)}</strong>
        <small>
          <Time at={claim.madeAt} />
          {scribe && ` · ${say('self-assessment.written-by', { name: scribe.name })}`}
        </small>
      </p>
      {editing ? (
        <ReviseClaimForm claim={claim} onDone={() => setEditing(false)} />
      ) : (
        <>
          <Said claim={claim} />
          <ClaimEvidence evidence={claim.evidence} />
          {reflection && <p className={styles['said']}>{reflection}</p>}
        </>
      )}
      {may.revise && <SaidBefore revision={claim.revision} renderWords={() => <Earlier claim={claim} />} />}
      {may.share && <WhoReads claim={claim} />}
      {may.revise && !editing && (
        <div className={styles['buttons']}>
          <Button look="plain" icon={Pencil} onClick={() => setEditing(true)}>
            {say('self-assessment.edit')}
          </Button>
          <Delete claim={claim} />
        </div>
      )}
    </article>
  )
}

function Said({ claim: { profile, words, parts } }: { claim: Pick<Claim, 'profile' | 'words' | 'parts'> }) {
  return (
    <>
      {profile && <p className={styles['can']}>{profile.words}</p>}
      {words && <p className={styles['can']}>{words}</p>}
      {parts.map(({ media, alt }) => (
        <MediaView key={media.id} media={media} caption="" alt={alt} size="beside" />
      ))}
    </>
  )
}

function Earlier({ claim }: { claim: Claim }) {
  const { data } = useRead(ListClaimRevisions, { params: { id: claim.id } })
  return (
    <EarlierWords
      rows={data}
      now={claim.revision}
      renderWords={(before) => (
        <>
          <Said claim={before} />
          {before.reflection && <p>{before.reflection}</p>}
        </>
      )}
    />
  )
}

/** Who may read it, to be changed in one tap. */
function WhoReads({ claim }: { claim: Claim }) {
  const { say } = useWords()
  const share = useKeep(ShareClaim, { as: 'self-assessment.waiting-audience', refreshes: [ListClaims] })
  const now = share.isPending && share.variables ? share.variables.body.audiences : claim.audiences
  const toggle = (audience: ClaimAudience) => {
    const audiences = now.includes(audience) ? now.filter((one) => one !== audience) : [...now, audience]
    share.mutate({ params: { id: claim.id }, body: { audiences } })
  }
  return (
    <fieldset className={styles['audience']}>
      <legend>{say(now.length === 0 ? 'self-assessment.only-you-read' : 'self-assessment.who-reads')}</legend>
      {claimAudiences.map((audience) => (
        <Checkbox
          key={audience}
          label={say(`self-assessment.for-${audience}`)}
          checked={now.includes(audience)}
          onChange={() => toggle(audience)}
        />
      ))}
    </fieldset>
  )
}

function Delete({ claim }: { claim: Claim }) {
  const { say } = useWords()
  const remove = useKeep(DeleteClaim, {
    as: 'self-assessment.waiting-deletion',
    refreshes: [ListClaims, ListDeletedClaims, GetConstellation],
  })
  return (
    <Button
      look="plain"
      icon={Trash2}
      busy={remove.isPending}
      onClick={() => remove.mutate({ params: { id: claim.id } })}
    >
      {say('self-assessment.delete')}
    </Button>
  )
}
