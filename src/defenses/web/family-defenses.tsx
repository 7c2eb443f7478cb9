import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import day from '../../ui/shown-day.module.css'
import type { Answer } from '../../platform/web/client.ts'
import { ListFamilyDefenses } from '../contract.ts'
import { noteSides } from '../defense.ts'
import { useWhen } from './defense-words.ts'
import styles from './defenses.module.css'

type Shown = Answer<typeof ListFamilyDefenses>[number]

/** On a family's page: presentations a child asked this guardian to, and what the child lets them see of it. */
export function FamilyDefenses({ learnerId, name }: { learnerId: string; name: string }) {
  const { say } = useWords()
  const { data } = useRead(ListFamilyDefenses, {})
  const own = (data ?? []).filter(({ learner }) => learner.id === learnerId)
  if (own.length === 0) return null
  return (
    <div className={day['list']}>
      <h3>{say('defenses.family-heading')}</h3>
      {own.map((one) => (
        <FamilyDefense key={one.id} shown={one} name={name} />
      ))}
    </div>
  )
}

function FamilyDefense({ shown, name }: { shown: Shown; name: string }) {
  const { say } = useWords()
  const sayWhen = useWhen()
  const { title, number, outcome, opening, calledOff, notes } = shown
  return (
    <article className={styles['about']} aria-label={title}>
      <h4>{title}</h4>
      <p>
        {sayWhen(shown)}
        {number > 1 && ` · ${say('defenses.attempt', { number })}`}
      </p>
      {calledOff && <p role="note">{say('defenses.family-called-off')}</p>}
      {!calledOff && !outcome && <p className={day['quiet']}>{say('defenses.family-later', { name })}</p>}
      {opening && <blockquote className={styles['own']}>{opening}</blockquote>}
      {outcome && (
        <>
          <p className={styles['outcome']}>{say(`defenses.outcome-${outcome.outcome}`)}</p>
          {outcome.words && <p className={day['words']}>{outcome.words}</p>}
          <p className={day['quiet']}>{say('defenses.told-by', { name: outcome.by })}</p>
          {outcome.answers.map((words) => (
            <blockquote key={words} className={styles['own']}>
              {words}
            </blockquote>
          ))}
        </>
      )}
      {noteSides.map((side) => {
        const here = notes.filter((note) => note.side === side)
        return (
          here.length > 0 && (
            <div key={side} className={day['stack']}>
              <h5>{say(`defenses.side-${side}`)}</h5>
              {here.map(({ criterion, words, saidBy }) => (
                <div key={`${saidBy} ${words}`} className={styles['note']} data-side={side}>
                  <p className={day['words']}>{words}</p>
                  <p className={day['quiet']}>{criterion ? `${saidBy} · ${criterion}` : saidBy}</p>
                </div>
              ))}
            </div>
          )
        )
      })}
    </article>
  )
}
