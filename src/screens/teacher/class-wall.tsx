import { ImagePlus, MessagesSquare, Plus } from 'lucide-react'
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { useMe } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { ListClasses } from '../../schools/contract.ts'
import { rememberClass } from '../../schools/web/chosen-class.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { LearnerList } from './learner-list.tsx'
import { Pending } from './pending.tsx'
import { TeacherBar } from './teacher-bar.tsx'
import type { TaughtClass } from './today.tsx'
import { ClassWays } from './class-ways.tsx'
import { WallPosts } from './wall-posts.tsx'
import styles from './class.module.css'

/** What a class shows each other, for those who learn in it and those who teach it. */
export function ClassWall({ params }: ScreenProps) {
  const classes = useRead(ListClasses, {})
  if (!classes.data) return <Pending error={classes.error} onTryAgain={classes.refetch} />
  const here = classes.data.find(({ id }) => id === params['id'])
  if (!here) return <Nowhere />
  return here.role === 'teacher' ? <TaughtWall here={here} /> : <OwnWall here={here} />
}

function OwnWall({ here }: { here: TaughtClass }) {
  const { say } = useWords()
  return (
    <Page
      title={here.name}
      lead={here.school}
      bar={<TeacherBar />}
      action={
        <ButtonLink look="primary" icon={Plus} href="/work/new">
          {say('teacher.add-work')}
        </ButtonLink>
      }
    >
      <ButtonLink look="plain" icon={MessagesSquare} href={`/classes/${here.id}/critiques`}>
        {say('critiques.rounds')}
      </ButtonLink>
      <WallPosts spaceId={here.spaceId} />
    </Page>
  )
}

function TaughtWall({ here }: { here: TaughtClass }) {
  const { say } = useWords()
  const { id: person } = useMe()
  const [search, setSearch] = useSearchParams()
  const view = search.get('view') === 'learners' ? 'learners' : 'wall'
  useEffect(() => rememberClass(person, here.id), [person, here.id])
  return (
    <Page
      title={here.name}
      lead={`${here.school} · ${say('teacher.learners', { count: here.learners })}`}
      bar={<TeacherBar classId={here.id} />}
      action={
        <ButtonLink look="primary" icon={ImagePlus} href={`/classes/${here.id}/post`}>
          {say('teacher.post-for-several')}
        </ButtonLink>
      }
    >
      <div className={styles['views']}>
        <Segments
          label={say('teacher.show')}
          quietLabel
          value={view}
          choices={[
            { value: 'wall', label: say('teacher.wall') },
            { value: 'learners', label: say('teacher.view-learners') },
          ]}
          onChange={(chosen) => setSearch(chosen === 'wall' ? {} : { view: chosen }, { replace: true })}
        />
        <ClassWays classId={here.id} spaceId={here.spaceId} />
      </div>
      {view === 'wall' ? <WallPosts spaceId={here.spaceId} /> : <LearnerList classId={here.id} />}
    </Page>
  )
}
