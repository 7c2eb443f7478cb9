import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { GetShowcaseLink } from '../contract.ts'
import { QrCode } from './qr-code.tsx'
import styles from './showcases.module.css'

/** The link as words, and as a code for a telephone's camera. */
export function ShowcaseLink({ id }: { id: string }) {
  const { say } = useWords()
  const { data } = useRead(GetShowcaseLink, { params: { id } })
  const [copied, setCopied] = useState(false)
  if (!data) return null
  const address = new URL(data.path, location.origin).href
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <div className={styles['link']}>
      <QrCode text={address} label={say('showcases.code')} />
      <div>
        <a href={address} target="_blank" rel="noopener">
          {address}
        </a>
        <Button icon={Copy} onClick={() => void copy()}>
          {say('showcases.copy')}
        </Button>
        <span role="status">{copied && say('showcases.copied')}</span>
      </div>
    </div>
  )
}
