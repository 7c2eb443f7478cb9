import { Mail, MessageSquare, Printer } from 'lucide-react'
import { AnswersWaiting } from '../../askings/web/answers-waiting.tsx'
import { GetWaysOut } from '../../mail/contract.ts'
import { useHat } from '../../people/web/me.tsx'
import { WhyNot } from '../../people/web/why-not.tsx'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState, Page, Section } from '../../ui/page.tsx'
import { ListFamilies, MakeWelcomes } from '../../welcomes/contract.ts'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import styles from './families.module.css'
import { GuardianRow } from './guardian-row.tsx'

export type Families = Answer<typeof ListFamilies>

/** How the families of a class come in: who did, whom to write to, what to print. */
export function ClassFamilies({ params }: ScreenProps) {
  const { say } = useWords()
  const [hat] = useHat()
  const { data, error, refetch } = useRead(ListFamilies, { params: { id: params['id'] ?? '' } })
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  const isTeacher = hat === 'teacher'
  return (
    <Page
      title={say('welcomes.title')}
      lead={`${data.class.name}. ${say('welcomes.lead')}`}
      bar={isTeacher ? <TeacherBar classId={data.class.id} /> : <OfficeBar />}
    >
      {isTeacher && <AnswersWaiting classId={data.class.id} />}
      <MakingLinks families={data} />
      {data.guardians.length === 0 && <EmptyState title={say('welcomes.nobody')} />}
      <ul className={styles['list']}>
        {data.guardians.map((one) => (
          <li key={one.id} className={styles['row']}>
            <GuardianRow guardian={one} classId={data.class.id} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

const lacks = ({ signsIn, welcome }: Families['guardians'][number]) =>
  !signsIn && (welcome === null || welcome.state === 'lapsed' || welcome.state === 'resting')

function MakingLinks({ families }: { families: Families }) {
  const { say } = useWords()
  const { data: ways } = useRead(GetWaysOut, {})
  const make = useAct(MakeWelcomes, { refreshes: [ListFamilies] })
  const lacking = families.guardians.filter(lacks)
  const waiting = families.guardians.filter(({ welcome }) => welcome?.state === 'waiting')
  const { id } = families.class
  const makeAll = (by: { byMail?: boolean; byText?: boolean }) =>
    make.mutate({
      params: { id },
      body: { ...by, welcomes: lacking.map((one) => ({ id: newId(), guardianId: one.id })) },
    })
  return (
    <Section title={say('welcomes.links')}>
      <p>{say('welcomes.lacking', { count: lacking.length })}</p>
      {ways && !ways.mail && <p className={styles['quiet']}>{say('welcomes.no-mail')}</p>}
      <WhyNot error={make.error} />
      {make.data && make.data.mailed > 0 && (
        <Notice kind="success">{say('welcomes.mailed', { count: make.data.mailed })}</Notice>
      )}
      {make.data && make.data.texted > 0 && (
        <Notice kind="success">{say('welcomes.texted', { count: make.data.texted })}</Notice>
      )}
      <div className={styles['acts']}>
        {lacking.length > 0 && (
          <Button look="primary" busy={make.isPending} onClick={() => makeAll({})}>
            {say('welcomes.make-all')}
          </Button>
        )}
        {ways?.mail && lacking.some(({ email }) => email) && (
          <Button icon={Mail} busy={make.isPending} onClick={() => makeAll({ byMail: true })}>
            {say('welcomes.mail-all')}
          </Button>
        )}
        {ways?.text && lacking.some(({ phone }) => phone) && (
          <Button icon={MessageSquare} busy={make.isPending} onClick={() => makeAll({ byText: true })}>
            {say('welcomes.text-all')}
          </Button>
        )}
        {waiting.length > 0 && <PrintLinks classId={id} />}
      </div>
    </Section>
  )
}

/** Pages of the server's own: they open beside this one, to be printed. */
function PrintLinks({ classId }: { classId: string }) {
  const { say } = useWords()
  return (
    <>
      <Button icon={Printer} onClick={() => open(`/welcome/letters/${classId}`, '_blank')}>
        {say('welcomes.print-letters')}
      </Button>
      <Button look="plain" icon={Printer} onClick={() => open(`/welcome/pins/${classId}`, '_blank')}>
        {say('welcomes.print-pins')}
      </Button>
    </>
  )
}
