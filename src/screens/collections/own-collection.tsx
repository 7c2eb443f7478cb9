import { Archive, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import {
  DeleteCollection,
  FreezeCollection,
  ListCollections,
  ListDeletedCollections,
} from '../../collections/contract.ts'
import { holdOf } from '../../collections/collection.ts'
import type { Draft } from '../../collections/draft.ts'
import type { Collection, useCollectionDraft } from '../../collections/web/collection-draft.ts'
import { CollectionEditor } from '../../collections/web/collection-editor.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useMe } from '../../people/web/me.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'
import styles from './collections.module.css'

const CollectionAudience = lazy(async () => ({
  default: (await import('../../collections/web/collection-audience.tsx')).CollectionAudience,
}))
const CollectionReflections = lazy(async () => ({
  default: (await import('../../collections/web/collection-reflections.tsx')).CollectionReflections,
}))
const PreviewAs = lazy(async () => ({
  default: (await import('../../collections/web/preview-as.tsx')).PreviewAs,
}))
const ShowcaseList = lazy(async () => ({
  default: (await import('../../showcases/web/showcase-list.tsx')).ShowcaseList,
}))

type Arranging = ReturnType<typeof useCollectionDraft>
type OwnCollectionProps = {
  id: string
  collection: Collection | undefined
  arranging: Arranging
  draft: Draft
}

const parts = ['arrange', 'audience', 'preview', 'showcase'] as const
type Part = (typeof parts)[number]

/** One's own collection in four steps that can be taken in any order: arrange, for whom, preview, showcase. */
export function OwnCollection({ id, collection, arranging, draft }: OwnCollectionProps) {
  const { say } = useWords()
  const me = useMe()
  const [part, setPart] = useState<Part>('arrange')
  return (
    <Page
      title={draft.title || say('collections.untitled')}
      heading="work"
      width="reading"
      bar={<LearnerBar />}
    >
      <Segments
        label={say('collections.parts')}
        quietLabel
        value={part}
        onChange={setPart}
        choices={parts.map((value) => ({ value, label: say(`collections.part-${value}`) }))}
      />
      {part !== 'arrange' && arranging.found?.unsaved && (
        <Notice
          kind="note"
          action={
            <Button busy={arranging.isSaving} onClick={arranging.save}>
              {say('collections.save')}
            </Button>
          }
        >
          {say('collections.save-first')}
        </Notice>
      )}
      {part === 'arrange' && collection?.template?.words && <p>{collection.template.words}</p>}
      <Suspense fallback={<Loading />}>
        <View {...{ id, collection, arranging, draft, part }} />
        {part === 'arrange' && <CollectionReflections collectionId={id} learner={me} mine />}
      </Suspense>
      {part === 'arrange' && collection && <Acts id={id} />}
    </Page>
  )
}

function View({ id, collection, arranging, draft, part }: OwnCollectionProps & { part: Part }) {
  const { say } = useWords()
  const me = useMe()
  const choices = collection?.content.sections.flatMap((section) => section.choices) ?? []
  const resting = new Map(choices.flatMap((one) => (one.rests ? [[one.id, one.rests] as const] : [])))
  if (part === 'arrange') {
    const hold = collection?.grade ? holdOf(collection.grade) : 'free'
    return <CollectionEditor {...{ id, arranging, draft, hold, resting }} learnerId={me.id} />
  }
  if (!collection) return <Notice kind="wait">{say('collections.after-network')}</Notice>
  if (part === 'audience') return <CollectionAudience collection={collection} />
  if (part === 'preview') return <PreviewAs id={id} content={collection.content} />
  return <ShowcaseList collectionId={id} hasWork={choices.some(({ rests }) => !rests)} />
}

function Acts({ id }: { id: string }) {
  const { say } = useWords()
  const [, goTo] = useLocation()
  const params = { id }
  const freeze = useKeep(FreezeCollection, { as: 'collections.waiting', refreshes: [ListCollections] })
  const remove = useKeep(DeleteCollection, {
    as: 'collections.waiting-deletion',
    refreshes: [ListCollections, ListDeletedCollections],
    onDone: () => goTo('/collections'),
  })
  return (
    <div className={styles['acts']}>
      <Button icon={Archive} busy={freeze.isPending} onClick={() => freeze.mutate({ params })}>
        {say('collections.freeze')}
      </Button>
      <span role="status">{freeze.isSuccess && say('collections.frozen')}</span>
      <Button look="plain" icon={Trash2} busy={remove.isPending} onClick={() => remove.mutate({ params })}>
        {say('collections.delete')}
      </Button>
    </div>
  )
}
