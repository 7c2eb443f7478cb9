import { Eye, EyeOff, Trash2 } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { hasMarks, layers } from '../drawing.ts'
import type { Board } from './board-state.ts'
import styles from './board.module.css'

/** Three sheets of glass: which one is drawn on, which are looked through. */
export function BoardLayers({ board }: { board: Board }) {
  const { say } = useWords()
  const { choice, hidden, drawing } = board
  return (
    <details className={styles['layers']}>
      <summary>
        {say('drawings.layers')}: <strong>{say(`drawings.layer-${choice.layer}`)}</strong>
      </summary>
      <fieldset>
        <legend className="unseen">{say('drawings.layers-meaning')}</legend>
        {layers.toReversed().map((layer) => {
          const name = say(`drawings.layer-${layer}`)
          const gone = hidden.has(layer)
          return (
            <div key={layer} className={styles['layer']}>
              <label>
                <input
                  type="radio"
                  name="layer"
                  checked={choice.layer === layer}
                  onChange={() => board.choose({ layer })}
                />
                {name}
              </label>
              <Button look="plain" icon={gone ? EyeOff : Eye} onClick={() => board.toggle(layer)}>
                {say(gone ? 'drawings.show' : 'drawings.hide')}
                <span className="unseen">: {name}</span>
              </Button>
              <Button
                look="plain"
                icon={Trash2}
                aria-disabled={!hasMarks(drawing.marks, layer)}
                onClick={() => board.wipe(layer)}
              >
                {say('drawings.wipe')}
                <span className="unseen">: {name}</span>
              </Button>
            </div>
          )
        })}
      </fieldset>
    </details>
  )
}
