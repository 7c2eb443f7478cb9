import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListReflections } from '../../reflections/contract.ts'
import { ReflectForm } from '../../reflections/web/reflect-form-later.tsx'
import { ReflectionList } from '../../reflections/web/reflection-list.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './collections.module.css'

type CollectionReflectionsProps = {
  collectionId: string
  learner: { id: string; name: string }
  mine: boolean
}

/** What its learner says about a collection as a whole, beside it; the learner adds to it here. */
export function CollectionReflections({ collectionId, learner, mine }: CollectionReflectionsProps) {
  const { say } = useWords()
  const [writing, setWriting] = useState(false)
  const read = { params: { id: learner.id }, query: { collection: collectionId } }
  const { data } = useRead(ListReflections, read, { quietly: true })
  const reflections = data?.reflections ?? []
  if (!mine && reflections.length === 0) return null
  return (
    <section className={styles['reflections']}>
      <h2>{say(mine ? 'collections.what-i-say' : 'collections.in-own-words')}</h2>
      <ReflectionList reflections={reflections} />
      {writing && (
        <ReflectForm
          learner={learner}
          about={{ collectionId }}
          stage="looking_back"
          onDone={() => setWriting(false)}
        />
      )}
      {mine && !writing && (
        <Button icon={MessageSquareQuote} onClick={() => setWriting(true)}>
          {say('collections.say-something')}
        </Button>
      )}
      {mine && <p className={styles['quiet']}>{say('collections.say-who-reads')}</p>}
    </section>
  )
}
