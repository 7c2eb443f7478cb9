import type { Answer } from '../../platform/web/client.ts'
import { type WordKey, useWords } from '../../platform/web/words.tsx'
import type { CountSchool } from '../../schools/contract.ts'
import { Time } from '../../ui/time.tsx'
import { isFolded } from './folding.ts'
import { SchoolPart } from './school-part.tsx'
import styles from './school-table.module.css'

type School = Answer<typeof CountSchool>[number]
type Count = 'learners' | 'learnersWithWork' | 'pieces' | 'iterations'

const counted: readonly { of: Count; head: WordKey }[] = [
  { of: 'learners', head: 'office.learners' },
  { of: 'learnersWithWork', head: 'office.learners-with-work' },
  { of: 'pieces', head: 'office.pieces' },
  { of: 'iterations', head: 'office.iterations' },
]

/** Where there are many schools, each is a line that opens. */
export function FoldedTable({ school, of }: { school: School; of: number }) {
  const { say } = useWords()
  if (!isFolded(of)) return <SchoolTable school={school} />
  return (
    <SchoolPart
      name={school.school}
      of={of}
      about={say('house.classes-of', { count: school.classes.length })}
    >
      <SchoolTable school={school} />
    </SchoolPart>
  )
}

/**
 * One school, a line for each class; no sums, because a learner may be in several classes. On a phone each class
 * is a short list under its name, and the roles keep it a table for those who listen.
 */
function SchoolTable({ school }: { school: School }) {
  const { say, locale } = useWords()
  const number = new Intl.NumberFormat(`${locale}-CA`)
  return (
    <table role="table" className={styles['table']}>
      <caption>{school.school}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {say('office.class')}
          </th>
          {counted.map(({ of, head }) => (
            <th key={of} scope="col" role="columnheader" className={styles['count']}>
              {say(head)}
            </th>
          ))}
          <th scope="col" role="columnheader">
            {say('office.last-grown')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {school.classes.map((one) => (
          <tr role="row" key={one.id}>
            <th scope="row" role="rowheader">
              {one.name}
            </th>
            {counted.map(({ of, head }) => (
              <td role="cell" key={of} className={styles['count']} data-head={say(head)}>
                {number.format(one[of])}
              </td>
            ))}
            <td role="cell" data-head={say('office.last-grown')}>
              {one.lastGrownAt ? <Time at={one.lastGrownAt} /> : say('office.nothing-yet')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
