import { useWords } from '../../platform/web/words.tsx'
import { type Look, looks } from '../collection.ts'
import styles from './collections.module.css'

/** A few looks, all of them good: a ground and a color. */
export function LookChoice({ value, onChange }: { value: Look; onChange: (look: Look) => void }) {
  const { say } = useWords()
  return (
    <fieldset className={styles['looks']}>
      <legend>{say('collections.look')}</legend>
      {looks.map((look) => (
        <label key={look} data-look={look}>
          <input type="radio" name="look" checked={look === value} onChange={() => onChange(look)} />
          <span>{say(`collections.look-${look}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
