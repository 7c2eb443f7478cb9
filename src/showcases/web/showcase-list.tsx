import { useKeep } from '../../outbox/web/use-keep.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ListShowcases, WithdrawShowcase } from '../contract.ts'
import { ProposeForm } from './propose-form.tsx'
import { ShowcaseFacts } from './showcase-facts.tsx'
import { ShowcaseLink } from './showcase-link.tsx'
import type { Showcase } from './showcase-words.ts'
import styles from './showcases.module.css'

/** For its learner: ask to open it, follow who has agreed, hand on the link, close it. */
export function ShowcaseList({ collectionId, hasWork }: { collectionId: string; hasWork: boolean }) {
  const { say } = useWords()
  const { data } = useRead(ListShowcases, { params: { id: collectionId } })
  const lasting = (data ?? []).filter(({ state }) => state !== 'ended' && state !== 'withdrawn')
  const over = (data ?? []).filter(({ state }) => state === 'ended' || state === 'withdrawn')
  return (
    <div className={styles['list']}>
      <p>{say('showcases.what-it-is')}</p>
      {lasting.map((one) => (
        <OwnShowcase key={one.id} showcase={one} />
      ))}
      {hasWork ? <ProposeForm collectionId={collectionId} /> : <p>{say('showcases.choose-first')}</p>}
      {over.length > 0 && (
        <details>
          <summary>{say('showcases.earlier', { count: over.length })}</summary>
          {over.map((one) => (
            <div key={one.id} className={styles['card']}>
              <ShowcaseFacts showcase={one} />
            </div>
          ))}
        </details>
      )}
    </div>
  )
}

function OwnShowcase({ showcase }: { showcase: Showcase }) {
  const { say } = useWords()
  const withdraw = useKeep(WithdrawShowcase, {
    as: 'showcases.waiting-withdrawal',
    refreshes: [ListShowcases],
  })
  return (
    <article className={styles['card']}>
      <ShowcaseFacts showcase={showcase} />
      {showcase.may.link && <ShowcaseLink id={showcase.id} />}
      {showcase.may.withdraw && (
        <Button
          look="danger"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { id: showcase.id } })}
        >
          {say('showcases.withdraw')}
        </Button>
      )}
    </article>
  )
}
