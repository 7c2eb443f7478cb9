import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { arrive } from '../../people/web/arrival.ts'
import {
  type DemoPerson,
  demoRoleOf,
  firstToTry,
  groupBySchool,
  useDemoPeople,
} from '../../people/web/demo-people.ts'
import type { Me } from '../../people/web/me.tsx'
import { useRefusalWords } from '../../people/web/why-not.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { useGrade } from '../../schools/web/grade.ts'
import { Face } from '../../ui/faces.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './who-is-who.module.css'

type WhoIsWhoProps = { onArrived: (me: Me) => void }

/** In a demo: everybody one can be, a tap away. Elsewhere nothing at all. */
export function WhoIsWho({ onArrived }: WhoIsWhoProps) {
  const { say } = useWords()
  const refusalWords = useRefusalWords()
  const people = useDemoPeople()
  const [going, setGoing] = useState<string>()
  const [problem, setProblem] = useState<string>()
  if (people.length === 0) return null

  const enter = async (person: DemoPerson) => {
    if (going) return
    setGoing(person.username)
    setProblem(undefined)
    try {
      onArrived(await arrive({ username: person.username, password: person.password }))
    } catch (error) {
      setProblem(refusalWords(error))
      setGoing(undefined)
    }
  }
  return (
    <section className={styles['who']} aria-labelledby="who-is-who">
      <div>
        <h2 id="who-is-who">{say('demo.title')}</h2>
        <p className={styles['lead']}>{say('demo.lead')}</p>
      </div>
      {problem && <Notice kind="problem">{problem}</Notice>}
      <ul className={styles['first']}>
        {firstToTry(people).map((person) => (
          <li key={person.username}>
            <PersonButton person={person} going={going} onEnter={enter} />
          </li>
        ))}
      </ul>
      <Everybody people={people} going={going} onEnter={enter} />
    </section>
  )
}

type Entering = { going: string | undefined; onEnter: (person: DemoPerson) => Promise<void> }

function Everybody({ people, ...entering }: Entering & { people: readonly DemoPerson[] }) {
  const { say } = useWords()
  return (
    <div>
      <h3 className={styles['rest']}>{say('demo.everybody')}</h3>
      {groupBySchool(people).map(({ school, people: count, roles }) => (
        <details key={school ?? ''} className={styles['school']}>
          <summary>
            <ChevronRight aria-hidden />
            <span>{school ?? say('demo.district')}</span>
            <small>{say('demo.people', { count })}</small>
          </summary>
          {roles.map(({ role, people: members }) => (
            <div key={role} className={styles['role']}>
              <h4>{say(`demo.role-${role}-all`, { count: members.length })}</h4>
              <ul className={styles['members']}>
                {members.map((person) => (
                  <li key={person.username}>
                    <PersonButton person={person} small {...entering} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      ))}
    </div>
  )
}

type PersonButtonProps = Entering & { person: DemoPerson; small?: boolean }

function PersonButton({ person, going, onEnter, small = false }: PersonButtonProps) {
  const about = useAbout(person, small)
  return (
    <button
      type="button"
      className={styles['person']}
      aria-busy={going === person.username}
      onClick={() => void onEnter(person)}
    >
      <Face person={{ id: person.username, name: person.name }} size={small ? 'small' : 'usual'} />
      <span className={styles['words']}>
        <span className={styles['name']}>{person.name}</span>
        {about && <small>{about}</small>}
      </span>
    </button>
  )
}

/** Under a heading that already names school and role, only what is left to say. */
function useAbout(person: DemoPerson, small: boolean): string {
  const { say, sayList } = useWords()
  const sayGrade = useGrade()
  const { grade, school } = person
  const children =
    person.of.length > 0 ? say('demo.guardian-of', { children: sayList(person.of) }) : undefined
  if (small) return children ?? sayGrade(grade) ?? ''
  const role = say(`demo.role-${demoRoleOf(person.role)}`)
  const what = [person.role === 'guardian' ? undefined : role, sayGrade(grade), school]
  return [...what, children].filter(Boolean).join(' · ')
}
