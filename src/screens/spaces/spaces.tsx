import { Plus } from 'lucide-react'
import { Link } from 'wouter'
import { useHat } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { RemarkReports } from '../../remarks/web/remark-reports.tsx'
import { ListSpaces } from '../../spaces/contract.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './spaces.module.css'

type Listed = Answer<typeof ListSpaces>

/** Where I meet others around work, and for a learner what is only theirs and what is over. */
export function Spaces() {
  const { say } = useWords()
  const [hat] = useHat()
  const { data, error, refetch } = useRead(ListSpaces, {}, { refetchOnMount: 'always' })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const role = hat === 'teacher' ? 'teacher' : 'student'
  const here = data.spaces.filter((one) => one.role === role)
  const open = here.filter(({ archived }) => !archived)
  const archived = here.filter((one) => one.archived)
  const mayOpen = hat === 'teacher' && data.schools.length > 0
  const own = hat === 'learner' ? data.own : null
  return (
    <Page
      title={say(hat === 'learner' ? 'learner.my-spaces' : 'groups.spaces')}
      lead={say(hat === 'learner' ? 'groups.my-spaces-lead' : 'groups.spaces-lead')}
      width="reading"
      bar={<TeacherBar />}
      action={
        mayOpen && (
          <ButtonLink look="primary" icon={Plus} href="/spaces/new">
            {say('groups.new')}
          </ButtonLink>
        )
      }
    >
      {hat === 'teacher' && <RemarkReports />}
      {open.length + archived.length === 0 && !own && (
        <EmptyState title={say('groups.none')}>
          <p>{say('groups.none-meaning')}</p>
        </EmptyState>
      )}
      <ul className={styles['list']}>
        {own && (
          <li className={styles['row']}>
            <Link href="/spaces/own">{say('groups.own')}</Link>
            <p className={styles['quiet']}>{say('groups.own-count', { count: own.pieces })}</p>
          </li>
        )}
        {open.map((one) => (
          <SpaceRow key={one.id} one={one} />
        ))}
      </ul>
      {archived.length > 0 && (
        <Section title={say('groups.archived')}>
          <ul className={styles['list']}>
            {archived.map((one) => (
              <SpaceRow key={one.id} one={one} />
            ))}
          </ul>
        </Section>
      )}
      {hat === 'learner' && data.earlier.length > 0 && <Earlier earlier={data.earlier} />}
    </Page>
  )
}

function SpaceRow({ one }: { one: Listed['spaces'][number] }) {
  const { say, sayList } = useWords()
  const taught = one.role === 'teacher'
  const about = [
    say(`groups.kind-${one.kind}`),
    taught ? say('groups.learners', { count: one.learners }) : sayList(one.teachers),
    !taught && one.state === 'visible' ? say('groups.only-looking') : '',
  ]
  return (
    <li className={styles['row']}>
      <Link href={one.classId ? `/classes/${one.classId}` : `/spaces/${one.id}`}>{one.name}</Link>
      <p className={styles['quiet']}>{about.filter(Boolean).join(' · ')}</p>
    </li>
  )
}

function Earlier({ earlier }: { earlier: Listed['earlier'] }) {
  const { say, sayDate } = useWords()
  return (
    <Section title={say('groups.earlier')}>
      <p className={styles['quiet']}>{say('groups.earlier-meaning')}</p>
      <ul className={styles['list']}>
        {earlier.map((one) => (
          <li key={one.id} className={styles['row']}>
            <Link href={`/spaces/${one.id}/earlier`}>{one.name}</Link>
            <p className={styles['quiet']}>
              {[
                one.school,
                say('groups.until', { day: sayDate(one.until) }),
                say('groups.pieces', { count: one.pieces }),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
