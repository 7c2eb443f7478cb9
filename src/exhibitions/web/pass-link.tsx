import { ExternalLink } from 'lucide-react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { LinkWithCode } from '../../showcases/web/link-with-code.tsx'
import day from '../../ui/shown-day.module.css'
import { GetExhibitionLinks } from '../contract.ts'
import styles from './exhibitions.module.css'

/** The guests' pass as a link and as a code, and the screen for the hall; both end at midnight of the day. */
export function PassLink({ id, heldOn, opened }: { id: string; heldOn: string; opened: number }) {
  const { say, sayDate } = useWords()
  const { data } = useRead(GetExhibitionLinks, { params: { id } })
  if (!data) return null
  const words = {
    code: say('exhibitions.pass-code'),
    copy: say('exhibitions.pass-copy'),
    copied: say('exhibitions.pass-copied'),
  }
  const kiosk = (
    <a className={styles['away']} href={data.kioskPath} target="_blank" rel="noopener">
      <ExternalLink aria-hidden /> {say('exhibitions.kiosk-open')}
    </a>
  )
  return (
    <LinkWithCode path={data.path} words={words} beside={kiosk}>
      <p>{say('exhibitions.pass-until', { day: sayDate(heldOn, 'long') })}</p>
      <p className={day['quiet']}>{say('exhibitions.pass-used', { count: opened })}</p>
    </LinkWithCode>
  )
}
