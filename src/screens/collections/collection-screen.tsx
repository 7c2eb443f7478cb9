import { GetCollection, WhoSeesCollection } from '../../collections/contract.ts'
import { type Collection, useCollectionDraft } from '../../collections/web/collection-draft.ts'
import { CollectionReflections } from '../../collections/web/collection-reflections.tsx'
import { CollectionView } from '../../collections/web/collection-view.tsx'
import { useHat, useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Faces } from '../../ui/faces.tsx'
import { Page } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { OwnCollection } from './own-collection.tsx'

/** A collection: its learner arranges it, those it is for look at it. */
export function CollectionScreen({ params }: ScreenProps) {
  const { say } = useWords()
  const me = useMe()
  const id = params['id'] ?? ''
  const { data, error, refetch } = useRead(GetCollection, { params: { id } })
  const arranging = useCollectionDraft(id, data, say('collections.untitled-work'))
  const isOwn = data ? data.learner.id === me.id : arranging.found !== undefined
  if (!data && !arranging.ready) return <Loading />
  if (isOwn && arranging.found) {
    return <OwnCollection id={id} collection={data} arranging={arranging} draft={arranging.found.draft} />
  }
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  return <ShownCollection collection={data} />
}

function ShownCollection({ collection }: { collection: Collection }) {
  const { say, sayList } = useWords()
  const [hat] = useHat()
  const { id, learner, content } = collection
  const { data } = useRead(WhoSeesCollection, { params: { id } })
  const people = (data?.people ?? []).map(({ id: personId, name, tie }) => ({
    id: personId,
    name,
    tie: say(`collections.tie-${tie}`),
  }))
  return (
    <Page
      title={content.title || say('collections.untitled')}
      heading="work"
      lead={learner.name}
      width="reading"
      bar={hat === 'learner' ? <LearnerBar /> : <TeacherBar />}
    >
      <CollectionView content={content} />
      <CollectionReflections collectionId={id} learner={learner} mine={false} />
      {people.length > 0 && (
        <Faces
          people={people}
          sentence={say('collections.these-see', {
            who: sayList(people.slice(0, 3).map(({ name }) => name)),
            count: Math.max(0, people.length - 3),
          })}
        />
      )}
    </Page>
  )
}
