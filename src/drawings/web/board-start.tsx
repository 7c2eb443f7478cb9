import { X } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { IconButton } from '../../ui/button.tsx'
import type { PictureToDrawOn } from './drawing-board.tsx'
import styles from './board.module.css'

type BoardStartProps = {
  pictures: readonly PictureToDrawOn[]
  onEmpty: () => void
  onPicture: (picture: PictureToDrawOn) => void
  onLeave: () => void
}

/** An empty sheet, or what the attempt before looked like. */
export function BoardStart({ pictures, onEmpty, onPicture, onLeave }: BoardStartProps) {
  const { say } = useWords()
  return (
    <div className={styles['start']}>
      <header className={styles['head']}>
        <h2>{say('drawings.begin')}</h2>
        <IconButton icon={X} word={say('drawings.close')} known onClick={onLeave} />
      </header>
      <ul className={styles['sheets']}>
        <li>
          <button type="button" className={styles['sheet']} onClick={onEmpty}>
            <span className={styles['blank']} aria-hidden />
            {say('drawings.empty-sheet')}
          </button>
        </li>
        {pictures.map((picture) => (
          <li key={picture.mediaId}>
            <button type="button" className={styles['sheet']} onClick={() => onPicture(picture)}>
              <img src={picture.address} alt="" />
              <span>
                {say('drawings.from-attempt')}
                <span className="unseen">: {picture.name}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
