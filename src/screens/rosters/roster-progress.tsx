import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { GetRosterProgress } from '../../rosters/contract.ts'
import { Notice } from '../../ui/notice.tsx'
import styles from './rosters.module.css'

const looksEvery = 5_000

/** The roster that is being applied, by whichever process, or that broke off; nothing when there is none. */
export function RosterProgress() {
  const { say, sayDate } = useWords()
  const { data } = useRead(GetRosterProgress, {}, { refetchInterval: looksEvery, refetchOnMount: 'always' })
  if (!data?.latest) return null
  const { name, since, howFar, isRunning } = data.latest
  const told = { name, moment: sayDate(since, 'moment'), share: howFar }
  if (!isRunning)
    return (
      <Notice kind="problem" title={say('rosters.broke-off', told)}>
        {say('rosters.broke-off-meaning')}
      </Notice>
    )
  return (
    <div role="status">
      <label className={styles['quiet']}>
        {say('rosters.running', told)} <progress max={100} value={howFar} />
      </label>
      <p className={styles['quiet']}>{say('rosters.applying')}</p>
    </div>
  )
}
