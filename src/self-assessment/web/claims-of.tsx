import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { ListClaims } from '../contract.ts'
import { ClaimCard } from './claim-card.tsx'
import styles from './claims.module.css'

/** Fetched when somebody writes: most only read. */
const ClaimForm = lazy(async () => ({
  default: (await import('./claim-form.tsx')).ClaimForm,
}))

/** What a learner says they can do, for those it is shared with; and a place to write down what a young child says. */
export function ClaimsOf({ learnerId }: { learnerId: string }) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { data } = useRead(ListClaims, { params: { id: learnerId } })
  if (!data || (data.claims.length === 0 && !data.may.scribe)) return null
  return (
    <Section title={say('self-assessment.what-they-can', { name: data.learner.name })}>
      <ul className={styles['list']}>
        {data.claims.map((claim) => (
          <li key={claim.id}>
            <ClaimCard claim={claim} />
          </li>
        ))}
      </ul>
      {open && (
        <Suspense fallback={<Loading />}>
          <ClaimForm learner={data.learner} scribes onDone={() => setOpen(false)} />
        </Suspense>
      )}
      {data.may.scribe && !open && (
        <div>
          <Button look="plain" icon={Plus} onClick={() => setOpen(true)}>
            {say('self-assessment.scribe', { name: data.learner.name })}
          </Button>
        </div>
      )}
    </Section>
  )
}
