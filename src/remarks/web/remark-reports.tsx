import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListRemarkReports } from '../contract.ts'
import { OneRemark } from './one-remark.tsx'
import styles from './remarks.module.css'

/** For a teacher: somebody asked that words be looked at, with the words. Nothing while nobody did. */
export function RemarkReports() {
  const { say } = useWords()
  const { data = [] } = useRead(ListRemarkReports, {})
  return data.map(({ remark, space, work: { title, learner, pieceId } }) => (
    <Notice
      key={remark.id}
      kind="problem"
      title={say('remarks.report-waits', { name: space.name })}
      action={pieceId && <ButtonLink href={`/pieces/${pieceId}`}>{say('remarks.look')}</ButtonLink>}
    >
      <p>{say('remarks.report-about', { title: title || say('work.untitled'), name: learner.name })}</p>
      {!pieceId && <p className={styles['quiet']}>{say('remarks.work-gone')}</p>}
      <ul className={styles['list']}>
        <OneRemark remark={remark} />
      </ul>
    </Notice>
  ))
}
