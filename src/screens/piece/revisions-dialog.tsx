import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Time } from '../../ui/time.tsx'
import { ListRevisions } from '../../work/contract.ts'
import { Parts } from '../../work/web/parts.tsx'
import type { Iteration } from './read-piece.ts'
import styles from './piece.module.css'

/** What an attempt was before it was edited: kept, and only for its learner. */
export function RevisionsDialog({ iteration, onClose }: { iteration: Iteration; onClose: () => void }) {
  const { say } = useWords()
  const { data: revisions, error } = useRead(ListRevisions, { params: { id: iteration.id } })
  const earlier = revisions?.filter(({ revision }) => revision < iteration.revision)
  return (
    <Dialog open title={say('piece.revisions')} onClose={onClose}>
      <p className={styles['quiet']}>{say('piece.revisions-meaning')}</p>
      {!earlier && <p role="status">{say(error ? 'piece.away-title' : 'ui.loading')}</p>}
      {earlier?.map((one) => (
        <section key={one.revision} className={styles['revision']}>
          <h3>
            <Time at={one.writtenAt} as="moment" />
          </h3>
          {one.whatChanged && <p className={styles['aside']}>{one.whatChanged}</p>}
          <Parts parts={one.parts} size="beside" />
        </section>
      ))}
    </Dialog>
  )
}
