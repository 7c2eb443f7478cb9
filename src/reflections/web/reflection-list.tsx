import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { MediaView } from '../../media/web/media-view.tsx'
import { useKeep } from '../../outbox/web/use-keep.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { EarlierWords, SaidBefore } from '../../ui/said-before.tsx'
import { Time } from '../../ui/time.tsx'
import {
  DeleteReflection,
  ListDeletedReflections,
  ListPieceReflections,
  ListReflectionRevisions,
  ListReflections,
} from '../contract.ts'
import { ReviseReflectionForm } from './revise-reflection-form.tsx'
import { ReflectionAudience } from './reflection-audience.tsx'
import { stageWords } from './stage-words.ts'
import { shortened } from './asked.ts'
import styles from './reflections.module.css'

export type Reflection = Answer<typeof ListReflections>['reflections'][number]

type ReflectionListProps = { reflections: readonly Reflection[]; namesPiece?: boolean }

/** A learner's own words, each with the question it answers and, for its learner, who may read it. */
export function ReflectionList({ reflections, namesPiece = false }: ReflectionListProps) {
  const { say } = useWords()
  if (reflections.length === 0) return null
  return (
    <ul className={styles['list']} aria-label={say('reflections.title')}>
      {reflections.map((one) => (
        <li key={one.id}>
          <OneReflection reflection={one} namesPiece={namesPiece} />
        </li>
      ))}
    </ul>
  )
}

function OneReflection({ reflection, namesPiece }: { reflection: Reflection; namesPiece: boolean }) {
  const { say } = useWords()
  const [editing, setEditing] = useState(false)
  const { learner, scribe, promptWords, answers, body, parts, may } = reflection
  return (
    <article className={styles['reflection']}>
      <header className={styles['by']}>
        <Face person={learner} size="small" />
        <span>
          <strong>{learner.name}</strong>
          <small>
            <Time at={reflection.madeAt} />
            <Where reflection={reflection} namesPiece={namesPiece} />
            {scribe && ` · ${say('reflections.written-by', { name: scribe.name })}`}
          </small>
        </span>
      </header>
      {answers && (
        <p className={styles['before']}>{say('reflections.answers', { words: shortened(answers.words) })}</p>
      )}
      {promptWords && <p className={styles['asked']}>{promptWords}</p>}
      <Held parts={parts} />
      {editing ? (
        <ReviseReflectionForm reflection={reflection} onDone={() => setEditing(false)} />
      ) : (
        body && <p className={styles['words']}>{body}</p>
      )}
      {may.revise && (
        <SaidBefore revision={reflection.revision} renderWords={() => <Earlier reflection={reflection} />} />
      )}
      {may.share && <ReflectionAudience reflection={reflection} />}
      {may.revise && !editing && (
        <div className={styles['buttons']}>
          <Button look="plain" onClick={() => setEditing(true)}>
            {say('reflections.edit')}
          </Button>
          <Delete reflection={reflection} />
        </div>
      )}
    </article>
  )
}

function Held({ parts }: Pick<Reflection, 'parts'>) {
  return parts.map(({ media, caption, alt }) => (
    <MediaView key={media.id} media={media} caption={caption} alt={alt} size="beside" />
  ))
}

function Earlier({ reflection }: { reflection: Reflection }) {
  const { data } = useRead(ListReflectionRevisions, { params: { id: reflection.id } })
  return (
    <EarlierWords
      rows={data}
      now={reflection.revision}
      renderWords={({ body, parts }) => (
        <>
          <p>{body}</p>
          <Held parts={parts} />
        </>
      )}
    />
  )
}

function Where({ reflection, namesPiece }: { reflection: Reflection; namesPiece: boolean }) {
  const { say } = useWords()
  const { stage, piece, iteration, term, goal, collection } = reflection
  const word = stageWords.find((one) => one.stage === stage)
  return (
    <>
      {word && ` · ${say(word.key)}`}
      {term && ` · ${term.name}`}
      {goal && namesPiece && ` · ${say('reflections.on-goal', { words: shortened(goal.words) })}`}
      {collection && namesPiece && (
        <>
          {' · '}
          <Link href={`/collections/${collection.id}`}>
            {collection.title || say('reflections.untitled')}
          </Link>
        </>
      )}
      {iteration && !namesPiece && ` · ${say('ui.attempt-number', { number: iteration.number })}`}
      {piece && namesPiece && (
        <>
          {' · '}
          <Link href={`/pieces/${piece.id}`}>{piece.title || say('reflections.untitled')}</Link>
        </>
      )}
    </>
  )
}

function Delete({ reflection }: { reflection: Reflection }) {
  const { say } = useWords()
  const remove = useKeep(DeleteReflection, {
    as: 'reflections.waiting-deletion',
    refreshes: [ListReflections, ListPieceReflections, ListDeletedReflections],
  })
  return (
    <Button
      look="plain"
      icon={Trash2}
      busy={remove.isPending}
      onClick={() => remove.mutate({ params: { id: reflection.id } })}
    >
      {say('reflections.delete')}
    </Button>
  )
}
