import { ArrowLeft, KeyRound, Printer } from 'lucide-react'
import { useHat } from '../../people/web/me.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import {
  IssueFirstPasswords,
  ListFirstPasswords,
  RenewFirstPassword,
} from '../../first-passwords/contract.ts'
import { bandOfGrade } from '../../reflections/prompt.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page } from '../../ui/page.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from '../families/families.module.css'

type FirstPasswords = Answer<typeof ListFirstPasswords>
type Learner = FirstPasswords['learners'][number]

/** Who of a class can sign in, and the strips for those who cannot yet. */
export function ClassFirstPasswords({ params }: ScreenProps) {
  const { say } = useWords()
  const [hat] = useHat()
  const { data, error, refetch } = useRead(ListFirstPasswords, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const isTeacher = hat === 'teacher'
  return (
    <Page
      title={say('first-passwords.title')}
      lead={`${data.class.name}. ${say('first-passwords.lead')}`}
      bar={isTeacher ? <TeacherBar classId={data.class.id} /> : <OfficeBar />}
    >
      {!isTeacher && (
        <div>
          <ButtonLink look="plain" icon={ArrowLeft} href="/office/ways-in">
            {say('first-passwords.office-title')}
          </ButtonLink>
        </div>
      )}
      {data.learners.length === 0 ? (
        <EmptyState title={say('first-passwords.nobody')} />
      ) : (
        <Making passwords={data} />
      )}
      <ul className={styles['list']}>
        {data.learners.map((one) => (
          <LearnerRow key={one.id} learner={one} />
        ))}
      </ul>
    </Page>
  )
}

function Making({ passwords }: { passwords: FirstPasswords }) {
  const { say } = useWords()
  const issue = useAct(IssueFirstPasswords, { refreshes: [ListFirstPasswords] })
  const { id } = passwords.class
  const lacking = passwords.learners.filter(({ mayGet }) => mayGet).length
  const waiting = passwords.learners.filter(({ state }) => state === 'waiting').length
  return (
    <>
      <WhyNot error={issue.error} />
      {issue.data && issue.data.made > 0 && (
        <Notice kind="success">{say('first-passwords.made', { count: issue.data.made })}</Notice>
      )}
      {passwords.teaches && passwords.learners.some(({ grade }) => bandOfGrade(grade) === 'k2') && (
        <Notice
          kind="note"
          action={<ButtonLink href={`/classes/${id}/cards`}>{say('first-passwords.cards')}</ButtonLink>}
        >
          {say('first-passwords.young')}
        </Notice>
      )}
      {lacking + waiting === 0 && <p>{say('first-passwords.all-have')}</p>}
      <div className={styles['acts']}>
        {lacking > 0 && (
          <Button
            look="primary"
            icon={KeyRound}
            busy={issue.isPending}
            onClick={() => issue.mutate({ params: { id } })}
          >
            {say('first-passwords.make', { count: lacking })}
          </Button>
        )}
        {waiting > 0 && (
          <Button icon={Printer} onClick={() => open(`/first-passwords/class/${id}`, '_blank')}>
            {say('first-passwords.print', { count: waiting })}
          </Button>
        )}
      </div>
    </>
  )
}

function LearnerRow({ learner }: { learner: Learner }) {
  const { say } = useWords()
  const renew = useAct(RenewFirstPassword, { refreshes: [ListFirstPasswords] })
  const { name, made, mayRenew } = learner
  return (
    <li className={styles['row']}>
      <p>{name}</p>
      <p className={styles['quiet']}>{useStanding(learner)}</p>
      <WhyNot error={renew.error} />
      {renew.data && <Notice kind="success">{say('first-passwords.renewed')}</Notice>}
      {made && mayRenew && (
        <div>
          <Button
            look="plain"
            busy={renew.isPending}
            aria-label={say('first-passwords.renew-for', { name })}
            onClick={() => renew.mutate({ params: { id: made.id }, body: { newPasswordId: newId() } })}
          >
            {say('first-passwords.renew')}
          </Button>
        </div>
      )}
    </li>
  )
}

function useStanding({ state, username }: Learner): string {
  const { say } = useWords()
  if (state === 'waiting') return say('first-passwords.waiting', { username: username ?? '' })
  if (state === 'in' && username !== null) return say('first-passwords.in-named', { username })
  if (state === 'in') return say('first-passwords.in')
  return say(state === 'none' ? 'first-passwords.none' : 'first-passwords.other')
}
