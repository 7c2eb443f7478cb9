import { ImagePlus, ListChecks, MessageCircle, Plus, QrCode, Settings2 } from 'lucide-react'
import { useHat } from '../../people/web/me.tsx'
import { useRead } from '../../platform/web/queries.tsx'
import type { ScreenProps } from '../../platform/web/screen.ts'
import { useWords } from '../../platform/web/words.tsx'
import { GetSpace } from '../../spaces/contract.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Faces } from '../../ui/faces.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Pending } from '../teacher/pending.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'
import { WallPosts } from '../teacher/wall-posts.tsx'
import styles from './spaces.module.css'

/** What is shown in a group or a one-to-one, and who sees it there. */
export function SpaceScreen({ params }: ScreenProps) {
  const { say, sayList, sayDate } = useWords()
  const [hat] = useHat()
  const { data: space, error, refetch } = useRead(GetSpace, { params: { id: params['id'] ?? '' } })
  if (!space) return <Pending error={error} onTryAgain={refetch} />
  const { archiving, may, people, rules } = space
  const names = people.map(({ person }) => person.name)
  const learns = hat === 'learner' && !may.setRules
  const teaches = may.setRules && may.add
  return (
    <Page
      title={space.name}
      lead={[say(`groups.kind-${space.kind}`), space.school].join(' · ')}
      bar={<TeacherBar spaceId={space.id} />}
      action={
        teaches ? (
          <ButtonLink look="primary" icon={Plus} href={`/spaces/${space.id}/activities/new`}>
            {say('activities.new-activity')}
          </ButtonLink>
        ) : learns && may.add ? (
          <ButtonLink look="primary" icon={Plus} href={`/work/new?space=${space.id}`}>
            {say('teacher.add-work')}
          </ButtonLink>
        ) : null
      }
    >
      {archiving && (
        <Notice kind="note">
          {say('groups.archived-by', { name: archiving.by.name, day: sayDate(archiving.at) })}
        </Notice>
      )}
      {learns && !may.add && <Notice kind="note">{say('groups.only-looking-meaning')}</Notice>}
      {may.setRules && rules.learners.says !== 'active' && (
        <Notice kind="note">{say(`groups.now-${rules.learners.says}`)}</Notice>
      )}
      <div className={styles['inline']}>
        <Faces
          people={people.map(({ person, role }) => ({ ...person, tie: say(`groups.role-${role}`) }))}
          sentence={names.length > 4 ? say('groups.people', { count: names.length }) : sayList(names)}
          label={say('groups.who')}
        />
        {teaches && (
          <>
            <ButtonLink look="plain" icon={MessageCircle} href={`/spaces/${space.id}/feedback`}>
              {say('teacher.give-feedback')}
            </ButtonLink>
            <ButtonLink look="plain" icon={ImagePlus} href={`/spaces/${space.id}/post`}>
              {say('teacher.post-for-several')}
            </ButtonLink>
            <ButtonLink look="plain" icon={QrCode} href={`/spaces/${space.id}/papers`}>
              {say('teacher.paper')}
            </ButtonLink>
            <ButtonLink look="plain" icon={ListChecks} href={`/spaces/${space.id}/activities`}>
              {say('activities.activities')}
            </ButtonLink>
          </>
        )}
        {may.setRules && (
          <ButtonLink look="plain" icon={Settings2} href={`/spaces/${space.id}/settings`}>
            {say('groups.settings')}
          </ButtonLink>
        )}
      </div>
      {!archiving && <WallPosts spaceId={space.id} />}
    </Page>
  )
}
