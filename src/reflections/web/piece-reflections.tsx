import { MessageSquareQuote } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { ListPieceReflections } from '../contract.ts'
import { ReflectForm } from './reflect-form-later.tsx'
import { ReflectionList } from './reflection-list.tsx'
import styles from './reflections.module.css'

type PieceReflectionsProps = {
  pieceId: string
  iterationId: string
  learner: { id: string; name: string }
}

/** What its learner says about a piece. The learner adds to it here; an adult may write down what a child says. */
export function PieceReflections({ pieceId, iterationId, learner }: PieceReflectionsProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { data } = useRead(ListPieceReflections, { params: { id: pieceId } })
  if (!data || (data.reflections.length === 0 && !data.may.reflect && !data.may.scribe)) return null
  const { reflect, scribe } = data.may
  return (
    <section className={styles['section']}>
      <h2>{say(reflect ? 'reflections.mine' : 'reflections.title')}</h2>
      <ReflectionList reflections={data.reflections} />
      {open ? (
        <ReflectForm
          learner={learner}
          scribes={!reflect}
          about={{ pieceId, iterationId }}
          onDone={() => setOpen(false)}
        />
      ) : (
        (reflect || scribe) && (
          <Button look={reflect ? 'quiet' : 'plain'} icon={MessageSquareQuote} onClick={() => setOpen(true)}>
            {reflect ? say('reflections.reflect') : say('reflections.scribe', { name: learner.name })}
          </Button>
        )
      )}
    </section>
  )
}
