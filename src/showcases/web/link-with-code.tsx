import { Copy } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { QrCode } from './qr-code.tsx'
import styles from './showcases.module.css'

type LinkWithCodeProps = {
  path: string
  words: { code: string; copy: string; copied: string }
  /** what is said of it */
  children?: ReactNode
  /** where else it leads, beside the button that copies it */
  beside?: ReactNode
}

/** A link that is given to others: as words, to be copied, and as a code for a telephone's camera. */
export function LinkWithCode({ path, words, children, beside }: LinkWithCodeProps) {
  const [copied, setCopied] = useState(false)
  const address = new URL(path, location.origin).href
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <div className={styles['link']}>
      <QrCode text={address} label={words.code} />
      <div>
        <a href={address} target="_blank" rel="noopener">
          {address}
        </a>
        {children}
        <div className={styles['buttons']}>
          <Button icon={Copy} onClick={() => void copy()}>
            {words.copy}
          </Button>
          {beside}
        </div>
        <span role="status">{copied && words.copied}</span>
      </div>
    </div>
  )
}
