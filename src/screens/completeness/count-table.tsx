import type { ReactNode } from 'react'
import type { AskedKind } from '../../communications/communication.ts'
import { useWords } from '../../platform/web/words.tsx'
import styles from '../office/school-table.module.css'

export type CountRow = {
  id: string
  name: ReactNode
  learners: number
  said: Readonly<Record<AskedKind, number>>
  complete: number
}

/** Counts only, a line for each class or school; on a phone each is a short list under its name. */
export function CountTable({
  caption,
  head,
  rows,
}: {
  caption: string
  head: string
  rows: readonly CountRow[]
}) {
  const { say, locale } = useWords()
  const number = new Intl.NumberFormat(`${locale}-CA`)
  const columns = [
    { head: say('communications.learners'), of: (row: CountRow) => row.learners },
    { head: say('communications.reflected'), of: (row: CountRow) => row.said.reflection },
    { head: say('communications.goals'), of: (row: CountRow) => row.said.goal },
    { head: say('communications.claims'), of: (row: CountRow) => row.said.claim },
    { head: say('communications.conferences'), of: (row: CountRow) => row.said.conference },
    { head: say('communications.complete'), of: (row: CountRow) => row.complete },
    { head: say('communications.missing'), of: (row: CountRow) => row.learners - row.complete },
  ]
  return (
    <table role="table" className={styles['table']}>
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {head}
          </th>
          {columns.map((column) => (
            <th key={column.head} scope="col" role="columnheader" className={styles['count']}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.id}>
            <th scope="row" role="rowheader">
              {row.name}
            </th>
            {columns.map((column) => (
              <td role="cell" key={column.head} className={styles['count']} data-head={column.head}>
                {number.format(column.of(row))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
