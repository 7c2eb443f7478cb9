import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListRemarkReports } from '../contract.ts'

/** For a teacher: somebody asked that words be looked at. Nothing while nobody did. */
export function RemarkReports() {
  const { say } = useWords()
  const { data = [] } = useRead(ListRemarkReports, {})
  return data.map(({ pieceId, space, reports }) => (
    <Notice
      key={`${pieceId} ${space.id}`}
      kind="problem"
      title={say('remarks.reports', { count: reports, name: space.name })}
      action={<ButtonLink href={`/pieces/${pieceId}`}>{say('remarks.look')}</ButtonLink>}
    />
  ))
}
