import { Copy, ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { QrCode } from '../../showcases/web/qr-code.tsx'
import { Button } from '../../ui/button.tsx'
import { GetExhibitionLinks } from '../contract.ts'
import styles from './exhibitions.module.css'

/** The guests' pass as a link and as a code, and the screen for the hall; both end at midnight of the day. */
export function PassLink({ id, heldOn, opened }: { id: string; heldOn: string; opened: number }) {
  const { say, sayDate } = useWords()
  const { data } = useRead(GetExhibitionLinks, { params: { id } })
  const [copied, setCopied] = useState(false)
  if (!data) return null
  const address = new URL(data.path, location.origin).href
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <div className={styles['link']}>
      <QrCode text={address} label={say('exhibitions.pass-code')} />
      <div>
        <a href={address} target="_blank" rel="noopener">
          {address}
        </a>
        <p>{say('exhibitions.pass-until', { day: sayDate(heldOn, 'long') })}</p>
        <p className={styles['quiet']}>{say('exhibitions.pass-used', { count: opened })}</p>
        <div className={styles['buttons']}>
          <Button icon={Copy} onClick={() => void copy()}>
            {say('exhibitions.pass-copy')}
          </Button>
          <a className={styles['away']} href={data.kioskPath} target="_blank" rel="noopener">
            <ExternalLink aria-hidden /> {say('exhibitions.kiosk-open')}
          </a>
        </div>
        <span role="status">{copied && say('exhibitions.pass-copied')}</span>
      </div>
    </div>
  )
}
