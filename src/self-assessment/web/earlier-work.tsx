import { Plus, Search } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FindEarlierWork, GetConstellation, ListPieceTags, TagPiece } from '../contract.ts'
import styles from './sky.module.css'

/** Earlier work whose own words speak of this star, to be tagged in one tap; or found by other words. */
export function EarlierWork({ competencyId, isDim }: { competencyId: string; isDim: boolean }) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState<string>()
  const query = words ? { words } : {}
  const { data, error } = useRead(FindEarlierWork, { params: { id: competencyId }, query }, { quietly: true })
  const tag = useKeep(TagPiece, {
    as: 'self-assessment.waiting-tag',
    refreshes: [GetConstellation, FindEarlierWork, ListPieceTags],
  })
  const tagging = tag.isPending ? tag.variables?.body.pieceId : undefined
  const search = (event: FormEvent) => {
    event.preventDefault()
    setWords(typed.trim() || undefined)
  }
  return (
    <>
      <h3>{say(isDim ? 'self-assessment.may-belong' : 'self-assessment.may-belong-too')}</h3>
      {!data && !error && <p role="status">{say('self-assessment.opening')}</p>}
      {!data && error && <p>{say('self-assessment.search-away')}</p>}
      {data?.length === 0 && <p>{say('self-assessment.may-belong-none')}</p>}
      <ul className={styles['found']}>
        {(data ?? []).map(({ piece, excerpt }) => {
          const name = piece.title || say('self-assessment.untitled')
          return (
            <li key={piece.id}>
              <div>
                <Link href={`/pieces/${piece.id}`}>{name}</Link>
                <p>
                  <Marked words={excerpt} />
                </p>
              </div>
              <Button
                icon={Plus}
                busy={tagging === piece.id}
                onClick={() =>
                  tag.mutate({ params: { id: newId() }, body: { pieceId: piece.id, competencyId } })
                }
              >
                {say('self-assessment.it-belongs')}
                <span className="unseen">: {name}</span>
              </Button>
            </li>
          )
        })}
      </ul>
      <form className={styles['search']} onSubmit={search} role="search">
        <Field
          label={say('self-assessment.search-own')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" icon={Search}>
          {say('self-assessment.search-go')}
        </Button>
      </form>
    </>
  )
}

/** What was found stands between the marks of the server's answer. */
function Marked({ words }: { words: string }) {
  return words
    .split(/(⁅[^⁆]*⁆)/)
    .map((part, place) => (part.startsWith('⁅') ? <mark key={place}>{part.slice(1, -1)}</mark> : part))
}
