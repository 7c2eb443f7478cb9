import { Link } from 'wouter'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListLearners } from '../../schools/contract.ts'
import { useGrade } from '../../schools/web/grade.ts'
import { Face } from '../../ui/faces.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { Loading } from '../../ui/ways.tsx'
import { NotReached } from './not-reached.tsx'
import styles from './class.module.css'

/** Everybody who learns in a class, by name. */
export function LearnerList({ classId }: { classId: string }) {
  const { say } = useWords()
  const sayGrade = useGrade()
  const { data, error, refetch } = useRead(ListLearners, { params: { id: classId } })
  if (!data && error) return <NotReached error={error} onTryAgain={refetch} />
  if (!data) return <Loading />
  if (data.learners.length === 0) return <EmptyState title={say('teacher.nobody-yet')} />
  return (
    <ul className={styles['people']}>
      {data.learners.map((learner) => (
        <li key={learner.id} className={styles['person']}>
          <Face person={learner} />
          <span>
            <Link href={`/learners/${learner.id}`}>{learner.name}</Link>
            <small>{sayGrade(learner.grade)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
