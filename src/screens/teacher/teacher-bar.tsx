import { useHat } from '../../people/web/me.tsx'
import { PersonBar } from '../../people/web/top-bar.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { BarLink } from '../../ui/page.tsx'

type TeacherBarProps = {
  classId?: string | undefined
  /** of a space by hand */
  spaceId?: string | undefined
}

/** The bar with the ways of whoever looks: a teacher's day and wall, or back to the first page. */
export function TeacherBar({ classId, spaceId }: TeacherBarProps) {
  const { say } = useWords()
  const [hat] = useHat()
  if (hat !== 'teacher') {
    return (
      <PersonBar>
        <BarLink href={hat === 'guardian' ? '/family' : '/'}>
          {say(hat === 'guardian' ? 'teacher.my-children' : 'teacher.my-work')}
        </BarLink>
      </PersonBar>
    )
  }
  return (
    <PersonBar>
      <BarLink href="/today">{say('teacher.today')}</BarLink>
      {classId && <BarLink href={`/classes/${classId}`}>{say('teacher.wall')}</BarLink>}
      {spaceId && <BarLink href={`/spaces/${spaceId}`}>{say('teacher.this-space')}</BarLink>}
      {(classId || spaceId) && (
        <BarLink href={classId ? `/classes/${classId}/activities` : `/spaces/${spaceId}/activities`}>
          {say('activities.activities')}
        </BarLink>
      )}
      <BarLink href="/spaces">{say('teacher.spaces')}</BarLink>
      <BarLink href="/collections">{say('teacher.collections')}</BarLink>
    </PersonBar>
  )
}
