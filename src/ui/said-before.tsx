import { type ReactNode, useState } from 'react'
import { useWords } from '../platform/web/words.tsx'
import styles from './said-before.module.css'
import { Time } from './time.tsx'
import { Loading } from './ways.tsx'

type SaidBeforeProps = {
  /** The one that stands now; where it is the first, nothing was said before. */
  revision: number
  /** Rendered once it is opened, so that what nobody asks for is not fetched. */
  renderWords: () => ReactNode
}

/** What stood before something was put differently: kept, by date, and only for whoever said it. */
export function SaidBefore({ revision, renderWords }: SaidBeforeProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  if (revision < 2) return null
  return (
    <details className={styles['before']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('ui.said-before')}</summary>
      <p>{say('ui.said-before-meaning')}</p>
      {open && renderWords()}
    </details>
  )
}

type Wording = { revision: number; writtenAt: string }
type EarlierWordsProps<Row extends Wording> = {
  /** Undefined until they are there. */
  rows: readonly Row[] | undefined
  now: number
  renderWords: (row: Row) => ReactNode
}

export function EarlierWords<Row extends Wording>({ rows, now, renderWords }: EarlierWordsProps<Row>) {
  if (!rows) return <Loading />
  return (
    <ol>
      {rows
        .filter(({ revision }) => revision < now)
        .map((row) => (
          <li key={row.revision}>
            <Time at={row.writtenAt} as="moment" />
            {renderWords(row)}
          </li>
        ))}
    </ol>
  )
}
