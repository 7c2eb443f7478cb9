import { Eye } from 'lucide-react'
import { Link } from 'wouter'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListLooks } from '../contract.ts'
import styles from './looks.module.css'

const newDays = 7

/** Tells a learner that a link of theirs was used this week; how often is told where they ask for it. */
export function LinkUsed({ learnerId }: { learnerId: string }) {
  const { say } = useWords()
  const { data } = useRead(ListLooks, { params: { id: learnerId } })
  const since = new Date(Date.now() - newDays * 86_400_000).toISOString().slice(0, 10)
  const used = data?.links.find(({ on }) => on > since)
  if (!used) return null
  const title = used.collection.title || say('family.looked-untitled')
  return (
    <p className={styles['line']}>
      <Eye aria-hidden />
      <span>
        {say('family.looked-link-used', { title })}{' '}
        <Link href={`/learners/${learnerId}/looks`}>{say('family.looked-link-see')}</Link>
      </span>
    </p>
  )
}
