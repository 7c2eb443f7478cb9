import { useMemo, useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading } from '../../ui/ways.tsx'
import { wordsOf } from '../pair.ts'
import type { Pair } from './attempt.ts'
import { useDifference } from './difference.ts'
import type { Run } from './word-difference.ts'
import styles from './words-changed.module.css'

/** The new text with what came marked and what went struck out, so that a child can read how it grew. */
export function WordsChanged({ earlier, later }: Pair) {
  const { say, locale } = useWords()
  const [onlyNew, setOnlyNew] = useState(false)
  const difference = useDifference({ earlier: wordsOf(earlier), later: wordsOf(later), locale })
  const shown = useMemo(
    () => paragraphsOf(difference?.runs.filter(({ kind }) => !onlyNew || kind !== 'removed') ?? []),
    [difference, onlyNew],
  )
  if (!difference) return <Loading />
  const same = difference.runs.every(({ kind }) => kind === 'kept')
  return (
    <div className={styles['words']}>
      <div className={styles['key']}>
        <p className={styles['legend']}>
          <ins>{say('growth.came')}</ins>
          {!onlyNew && <del>{say('growth.went')}</del>}
        </p>
        <Checkbox
          label={say('growth.only-new')}
          checked={onlyNew}
          onChange={(event) => setOnlyNew(event.target.checked)}
        />
      </div>
      {difference.coarse && <p className={styles['note']}>{say('growth.coarse')}</p>}
      {same && <Notice kind="note">{say('growth.same-words')}</Notice>}
      <div className={styles['text']}>
        {shown.map((runs, place) => (
          <p key={place}>
            {runs.map((run, at) => (
              <OneRun key={at} run={run} />
            ))}
          </p>
        ))}
      </div>
    </div>
  )
}

/** Screen readers do not agree on whether to tell <ins> and <del>, so it is also said in words. */
function OneRun({ run: { kind, text } }: { run: Run }) {
  const { say } = useWords()
  if (kind === 'kept') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  const words = text.trim()
  const begin = text.indexOf(words)
  return (
    <>
      {text.slice(0, begin)}
      <Mark>
        <span className="unseen">{say(kind === 'added' ? 'growth.added' : 'growth.removed')} </span>
        {words}
        <span className="unseen"> {say(kind === 'added' ? 'growth.added-end' : 'growth.removed-end')} </span>
      </Mark>
      {text.slice(begin + words.length)}
    </>
  )
}

/** Runs by the lines they stand on, so that a long text is drawn only where it is looked at. */
function paragraphsOf(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const { kind, text } of runs) {
    for (const [place, line] of text.split(/\n+/).entries()) {
      if (place > 0) paragraphs.push([])
      if (line !== '') paragraphs.at(-1)?.push({ kind, text: line })
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
