import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Field } from '../../ui/field.tsx'
import { AudienceChooser } from '../../work/web/audience-chooser.tsx'
import { GetCollection, ListCollections, ShareCollection, WhoSeesCollection } from '../contract.ts'
import type { Collection } from './collection-draft.ts'
import styles from './collections.module.css'

type Sent = {
  audience: Collection['audiences'][number]['audience']
  spaceId?: string | undefined
  opensOn?: string | undefined
}

/** Who it is for, changed in one tap; and from which day next year's teachers see it. */
export function CollectionAudience({ collection }: { collection: Collection }) {
  const { say } = useWords()
  const { id, learner } = collection
  const share = useKeep(ShareCollection, {
    as: 'collections.waiting-audience',
    refreshes: [GetCollection, ListCollections, WhoSeesCollection],
  })
  const kept = collection.audiences.map(
    ({ audience, spaceId, opensOn }): Sent => ({
      audience,
      ...(spaceId ? { spaceId } : {}),
      ...(opensOn ? { opensOn } : {}),
    }),
  )
  const now: Sent[] = share.variables && share.isPending ? share.variables.body.audiences : kept
  const send = (audiences: Sent[]) => share.mutate({ params: { id }, body: { audiences } })
  const opensOn = now.find(({ audience }) => audience === 'next')?.opensOn ?? ''
  const others = now.filter(({ audience }) => audience !== 'next')
  return (
    <div className={styles['audience']}>
      <AudienceChooser
        learnerId={learner.id}
        value={others.map(({ audience, spaceId }) => ({
          audience: audience as 'teachers' | 'family' | 'class',
          ...(spaceId ? { spaceId } : {}),
        }))}
        onChange={(chosen) =>
          send([
            ...chosen
              .filter(({ audience, spaceId }) => audience === 'class' || spaceId === undefined)
              .map(({ audience, spaceId }) =>
                audience === 'class' && spaceId ? { audience, spaceId } : { audience },
              ),
            ...now.filter(({ audience }) => audience === 'next'),
          ])
        }
      />
      <Field
        label={say('collections.next-from')}
        hint={say('collections.next-hint')}
        optional
        type="date"
        value={opensOn}
        onChange={(event) => {
          const day = event.currentTarget.value
          send([...others, ...(day ? [{ audience: 'next' as const, opensOn: day }] : [])])
        }}
      />
    </div>
  )
}
