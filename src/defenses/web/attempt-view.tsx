import { Link } from 'wouter'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import day from '../../ui/shown-day.module.css'
import { GetDefense, RetractNote } from '../contract.ts'
import { noteSides } from '../defense.ts'
import type { Attempt } from './defense-words.ts'
import styles from './defenses.module.css'
import { Trouble } from './trouble.tsx'

/** What its learner said beforehand. */
export function Opening({ attempt }: { attempt: Attempt }) {
  const { say } = useWords()
  const { opening } = attempt
  if (!opening) return <p className={day['quiet']}>{say('defenses.no-opening')}</p>
  return (
    <>
      {opening.words && <blockquote className={styles['own']}>{opening.words}</blockquote>}
      {opening.collection && (
        <p>
          <Link href={`/collections/${opening.collection.id}`}>
            {opening.collection.title || say('defenses.untitled')}
          </Link>
        </p>
      )}
    </>
  )
}

/** What was changed since it was first set, for whoever comes back. */
export function Changes({ changes }: Pick<Attempt, 'changes'>) {
  const { say, sayDate, sayList } = useWords()
  if (changes.length === 0) return null
  return (
    <ul className={day['quiet']} aria-label={say('defenses.changes')}>
      {changes.map(({ at, by, what }) => (
        <li key={at}>
          {say('defenses.changed-by', {
            day: sayDate(at),
            name: by,
            what: sayList(what.map((one) => say(`defenses.what-${one}`))),
          })}
        </li>
      ))}
    </ul>
  )
}

/** Criterion by criterion: what was shown on one side, what is next on the other, and who said it. */
export function Rubric({ attempt }: { attempt: Attempt }) {
  const { say } = useWords()
  const { criteria } = attempt
  const gone = goneFrom(attempt)
  const about = [...criteria, ...gone, { id: null, words: say('defenses.about-all') }]
  const canRetract = attempt.may.writeDown
  return (
    <div className={styles['rubric']}>
      {about.map(({ id, words }) => {
        const notes = attempt.notes.filter(({ criterionId }) => criterionId === id)
        if (id === null && notes.length === 0) return null
        return (
          <section key={id} className={styles['about']} aria-label={words}>
            <h3>{words}</h3>
            {gone.some((one) => one.id === id) && <p className={day['quiet']}>{say('defenses.gone')}</p>}
            {notes.length > 0 && (
              <div className={styles['sides']}>
                {noteSides.map((side) => {
                  const here = notes.filter((note) => note.side === side)
                  return (
                    <div key={side}>
                      <h4>{say(`defenses.side-${side}`)}</h4>
                      {here.length === 0 && <p className={day['quiet']}>{say('defenses.nothing')}</p>}
                      {here.map((note) => (
                        <NoteCard key={note.id} note={note} about={words} canRetract={canRetract} />
                      ))}
                    </div>
                  )
                })}
              </div>
            )}
          </section>
        )
      })}
    </div>
  )
}

/** What was written about and is not looked for any more, in the words of then. */
function goneFrom({ criteria, notes }: Attempt): { id: string; words: string }[] {
  const gone = new Map<string, string>()
  for (const { criterionId, criterion } of notes)
    if (criterionId && !criteria.some(({ id }) => id === criterionId)) gone.set(criterionId, criterion ?? '')
  return [...gone].map(([id, words]) => ({ id, words }))
}

type NoteCardProps = { note: Attempt['notes'][number]; about: string; canRetract: boolean }

function NoteCard({ note, about, canRetract }: NoteCardProps) {
  const { say } = useWords()
  const keep = useKeep(RetractNote, { as: 'defenses.waiting-note', refreshes: [GetDefense] })
  const { saidBy, writtenDownBy, words, side, id, mine, criterion } = note
  return (
    <div className={styles['note']} data-side={side}>
      <p className={day['words']} dir="auto">
        {words}
      </p>
      <p className={day['quiet']}>
        {writtenDownBy ? say('defenses.said-written', { name: saidBy, writer: writtenDownBy }) : saidBy}
      </p>
      {criterion && criterion !== about && (
        <p className={day['quiet']}>{say('defenses.then-words', { words: criterion })}</p>
      )}
      {mine && canRetract && (
        <div>
          <Button look="plain" busy={keep.isPending} onClick={() => keep.mutate({ params: { id } })}>
            {say('defenses.note-back')}
          </Button>
        </div>
      )}
      <Trouble error={keep.error} />
    </div>
  )
}

/** What the panel came to, and what the learner takes from it. */
export function OutcomeWords({ attempt }: { attempt: Attempt }) {
  const { say } = useWords()
  const { outcome, answers } = attempt
  if (!outcome) return null
  return (
    <div className={day['stack']}>
      <p className={styles['outcome']}>{say(`defenses.outcome-${outcome.outcome}`)}</p>
      {outcome.words && <p className={day['words']}>{outcome.words}</p>}
      <p className={day['quiet']}>{say('defenses.told-by', { name: outcome.by.name })}</p>
      {answers.map(({ id, words }) => (
        <blockquote key={id} className={styles['own']}>
          {words}
        </blockquote>
      ))}
    </div>
  )
}
