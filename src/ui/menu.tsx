import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './menu.module.css'

type MenuProps = { label: ReactNode; children: ReactNode; align?: 'start' | 'end' }

/**
 * A few further things to do, folded away. It is a disclosure of ordinary buttons and links, so Tab walks
 * through it; Escape, a choice, or a press elsewhere closes it.
 */
export function Menu({ label, children, align = 'end' }: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const pressedElsewhere = (event: PointerEvent) => {
      if (box.current?.open && !box.current.contains(event.target as Node)) box.current.open = false
    }
    document.addEventListener('pointerdown', pressedElsewhere)
    return () => document.removeEventListener('pointerdown', pressedElsewhere)
  }, [])
  const close = () => {
    if (box.current) box.current.open = false
  }
  return (
    <details
      ref={box}
      className={styles['menu']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !box.current?.open) return
        close()
        box.current.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <summary className={styles['opener']}>
        {label}
        <ChevronDown aria-hidden />
      </summary>
      <div
        className={classNames(styles['sheet'], styles[align])}
        onClick={(event) => (event.target as Element).closest('a, button') && close()}
      >
        {children}
      </div>
    </details>
  )
}
