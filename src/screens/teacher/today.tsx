import { MessageCircle } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'wouter'
import { CritiqueReports } from '../../critiques/web/critique-reports.tsx'
import { ListWaitingForFeedback } from '../../feedback/contract.ts'
import { useMe } from '../../people/web/me.tsx'
import type { Answer } from '../../platform/web/client.ts'
import { AppearTogether } from '../../ui/appear-together.tsx'
import { afterwards } from '../../platform/web/patient-import.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListClasses } from '../../schools/contract.ts'
import { chooseClass, lastClass } from '../../schools/web/chosen-class.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { Loading } from '../../ui/ways.tsx'
import { ClassSwitch } from './class-switch.tsx'
import { NotSeenList } from './not-seen-list.tsx'
import { Pending } from './pending.tsx'
import { TeacherBar } from './teacher-bar.tsx'
import { WaitingList } from './waiting-list.tsx'
import styles from './today.module.css'

const ClassAnswers = lazy(async () => ({
  default: (await afterwards(() => import('../../feedback/web/answers-given.tsx'))).ClassAnswers,
}))

const StepAsked = lazy(async () => ({
  default: (await afterwards(() => import('../../second-steps/web/step-asked.tsx'))).StepAsked,
}))

const RemarkReports = lazy(async () => ({
  default: (await afterwards(() => import('../../remarks/web/remark-reports.tsx'))).RemarkReports,
}))

export type TaughtClass = Answer<typeof ListClasses>[number]

const CompletenessLine = lazy(async () => ({
  default: (await afterwards(() => import('../../communications/web/completeness-line.tsx')))
    .CompletenessLine,
}))

const ComingDays = lazy(async () => ({
  default: (await afterwards(() => import('./coming-days.tsx'))).ComingDays,
}))

const SpacesWaiting = lazy(async () => ({
  default: (await afterwards(() => import('./spaces-waiting.tsx'))).SpacesWaiting,
}))

const BesideClasses = lazy(async () => ({
  default: (await import('./beside-classes.tsx')).BesideClasses,
}))

/** A teacher's first page: what is waiting for me, and whom have I not seen for a while. */
export function TeacherToday() {
  const me = useMe()
  const [search] = useSearchParams()
  const classes = useRead(ListClasses, {})
  if (!classes.data) return <Pending error={classes.error} onTryAgain={classes.refetch} />
  const taught = classes.data.filter(({ role }) => role === 'teacher')
  const here = chooseClass(taught, search.get('class'), lastClass(me.id))
  if (here) return <ClassToday key={here.id} here={here} taught={taught} />
  return (
    <Suspense fallback={<Loading />}>
      <BesideClasses />
    </Suspense>
  )
}

function ClassToday({ here, taught }: { here: TaughtClass; taught: readonly TaughtClass[] }) {
  const { say } = useWords()
  const waiting = useRead(ListWaitingForFeedback, { params: { id: here.id } })
  const count = waiting.data?.length ?? 0
  return (
    <Page
      title={say('teacher.today')}
      lead={<Lead here={here} several={taught.length > 1} />}
      bar={<TeacherBar classId={here.id} />}
      action={
        count > 0 && (
          <ButtonLink look="primary" icon={MessageCircle} href={`/classes/${here.id}/feedback`}>
            {say('teacher.give-feedback')}
          </ButtonLink>
        )
      }
    >
      {taught.length > 1 && <ClassSwitch taught={taught} here={here.id} />}
      <AppearTogether name="step-asked">
        <StepAsked withWay />
      </AppearTogether>
      <CritiqueReports classId={here.id} />
      <AppearTogether name="remark-reports">
        <RemarkReports />
      </AppearTogether>
      <WaitingList classId={here.id} waiting={waiting} />
      <AppearTogether name={`today-${here.id}`} under={<NotSeenList classId={here.id} />}>
        <SpacesWaiting />
        <CompletenessLine classId={here.id} />
        <ComingDays />
        <ClassAnswers classId={here.id} />
      </AppearTogether>
    </Page>
  )
}

function Lead({ here, several }: { here: TaughtClass; several: boolean }) {
  return (
    <p className={styles['lead']}>
      <Time at={new Date()} as="long" />
      {!several && ` · ${here.name}`}
    </p>
  )
}
