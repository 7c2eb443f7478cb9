import { stones } from './mark-shapes.ts'
import styles from './mark.module.css'

/** The cairn, our sign. Decorative unless it is given a word. */
export function CairnMark({ word }: { word?: string }) {
  const said = word ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true }
  return (
    <svg className={styles['mark']} viewBox="0 0 64 64" {...said}>
      {stones.map((shape) => (
        <path key={shape} d={shape} />
      ))}
    </svg>
  )
}
