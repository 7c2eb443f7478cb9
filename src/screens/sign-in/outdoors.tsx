import { useWords } from '../../platform/web/words.tsx'
import { CairnMark } from '../../ui/mark.tsx'
import styles from './outdoors.module.css'

/** The cairn on its hill: stones laid by those who walked here, so that others see the way. */
export function Outdoors() {
  const { say } = useWords()
  return (
    <header className={styles['outdoors']}>
      <div className={styles['name']}>
        <p className={styles['cairn']}>{say('ui.app-name')}</p>
        <p className={styles['line']}>{say('sign-in.line')}</p>
      </div>
      <div className={styles['land']} aria-hidden>
        <svg viewBox="0 0 600 300" preserveAspectRatio="none">
          <path className={styles['far']} d="M0 96C70 58 122 40 178 62s92 62 160 46 130-82 262-52V300H0Z" />
          <path
            className={styles['middle']}
            d="M0 182c58-12 118-46 204-38s120 52 206 46 122-44 190-50V300H0Z"
          />
          <path className={styles['near']} d="M0 236c96-26 210-34 330-20s196 12 270 2V300H0Z" />
        </svg>
        <div className={styles['stones']}>
          <CairnMark />
        </div>
      </div>
    </header>
  )
}
