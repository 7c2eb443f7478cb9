import { useEffect, useRef, useState } from 'react'
import { Button, type ButtonLook } from './button.tsx'
import styles from './sure-button.module.css'

type SureButtonProps = {
  word: string
  /** What it is called for those who listen, where many say the same word. */
  called?: string
  asks: string
  yes: string
  no: string
  look?: ButtonLook
  busy: boolean
  onSure: () => void
}

/** Asks once more in the place of the button, before something that is not taken back by the same button. */
export function SureButton({ word, called, asks, yes, no, look = 'plain', busy, onSure }: SureButtonProps) {
  const [asking, setAsking] = useState(false)
  const first = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  // the question and the button take each other's place, and a keyboard's focus goes along
  useEffect(() => {
    if (asking) first.current?.focus()
    else if (asked.current) button.current?.focus()
    asked.current = asking
  }, [asking])
  if (!asking)
    return (
      <Button ref={button} aria-label={called} look={look} onClick={() => setAsking(true)}>
        {word}
      </Button>
    )
  return (
    <div className={styles['sure']} role="group" aria-label={asks} tabIndex={-1} ref={first}>
      <p>{asks}</p>
      <div className={styles['two']}>
        <Button look="danger" busy={busy} onClick={onSure}>
          {yes}
        </Button>
        <Button onClick={() => setAsking(false)}>{no}</Button>
      </div>
    </div>
  )
}
