import {
  Circle,
  Eraser,
  Heart,
  Highlighter,
  type LucideIcon,
  Minus,
  Pencil,
  Redo2,
  Shapes,
  Square,
  Star,
  Triangle,
  Undo2,
} from 'lucide-react'
import { useState } from 'react'
import { useVoice } from '../../platform/web/voice.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { classNames } from '../../ui/class-names.ts'
import { drawingTools, inkNames, inks, shapes, widthNames } from '../drawing.ts'
import { BoardLayers } from './board-layers.tsx'
import { type Board, isShape, type Tool } from './board-state.ts'
import styles from './board.module.css'

const icons: Record<Tool, LucideIcon> = {
  pen: Pencil,
  marker: Highlighter,
  eraser: Eraser,
  circle: Circle,
  square: Square,
  triangle: Triangle,
  star: Star,
  heart: Heart,
  line: Minus,
}

/** Everything in hand's reach, each with its word; the youngest have no layers. */
export function BoardTools({ board }: { board: Board }) {
  const { say } = useWords()
  const { voice } = useVoice()
  const { tool } = board.choice
  const [shaping, setShaping] = useState(false)
  const open = shaping || isShape(tool)
  const take = (next: Tool) => board.choose({ tool: next })
  return (
    <div className={styles['tools']}>
      <div className={styles['line']} role="group" aria-label={say('drawings.tools')}>
        {drawingTools.map((one) => (
          <ToolButton
            key={one}
            icon={icons[one]}
            word={say(`drawings.${one}`)}
            on={tool === one}
            onClick={() => take(one)}
          />
        ))}
        <ToolButton
          icon={Shapes}
          word={say('drawings.shapes')}
          on={isShape(tool)}
          expanded={open}
          onClick={() => {
            setShaping(!open)
            take(open ? 'pen' : 'circle')
          }}
        />
        <ToolButton icon={Undo2} word={say('drawings.undo')} off={!board.canUndo} onClick={board.undo} />
        <ToolButton icon={Redo2} word={say('drawings.redo')} off={!board.canRedo} onClick={board.redo} />
      </div>
      {open && (
        <div className={styles['line']} role="group" aria-label={say('drawings.shapes')}>
          {shapes.map((one) => (
            <ToolButton
              key={one}
              icon={icons[one]}
              word={say(`drawings.${one}`)}
              on={tool === one}
              onClick={() => take(one)}
            />
          ))}
        </div>
      )}
      {tool !== 'eraser' && <Inks board={board} />}
      <Widths board={board} />
      {voice !== 'early' && <BoardLayers board={board} />}
    </div>
  )
}

type ToolButtonProps = {
  icon: LucideIcon
  word: string
  on?: boolean
  off?: boolean
  expanded?: boolean
  onClick: () => void
}

function ToolButton({ icon: Icon, word, on, off = false, expanded, onClick }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles['tool'], on && styles['on'])}
      aria-pressed={expanded === undefined ? on : undefined}
      aria-expanded={expanded}
      aria-disabled={off}
      onClick={() => !off && onClick()}
    >
      <Icon aria-hidden />
      <span>{word}</span>
    </button>
  )
}

function Inks({ board }: { board: Board }) {
  const { say } = useWords()
  const { ink } = board.choice
  return (
    <fieldset className={styles['inks']}>
      <legend>
        {say('drawings.ink')}: <strong>{say(`drawings.ink-${ink}`)}</strong>
      </legend>
      {inkNames.map((one) => (
        <label key={one} className={styles['ink']} title={say(`drawings.ink-${one}`)}>
          <input type="radio" name="ink" checked={ink === one} onChange={() => board.choose({ ink: one })} />
          <span aria-hidden style={{ backgroundColor: inks[one] }} />
          <span className="unseen">{say(`drawings.ink-${one}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Widths({ board }: { board: Board }) {
  const { say } = useWords()
  return (
    <fieldset className={styles['widths']}>
      <legend className="unseen">{say('drawings.width')}</legend>
      {widthNames.map((one) => (
        <label key={one} className={styles['width']}>
          <input
            type="radio"
            name="width"
            checked={board.choice.width === one}
            onChange={() => board.choose({ width: one })}
          />
          <span aria-hidden className={styles[one]} />
          <span>{say(`drawings.width-${one}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
