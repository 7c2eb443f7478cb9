import { FileText, Users } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { frameOf, picturesOf } from '../../media/web/media-view-renditions.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords, type WordKey } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Time } from '../../ui/time.tsx'
import type { ListFilings } from '../contract.ts'
import styles from './filings.module.css'
import { type Filed, PutRightDialog } from './put-right-dialog.tsx'
import { TakenBack } from './taken-back.tsx'

type FilingRowProps = { filed: Filed; learners: Answer<typeof ListFilings>['learners'] }

const ways: Record<Filed['way'], WordKey> = {
  post: 'filings.way-post',
  paper: 'filings.way-paper',
  tablet: 'filings.way-tablet',
}

/** One thing that was filed to one learner: whose it is now stands first. */
export function FilingRow({ filed, learners }: FilingRowProps) {
  const { say } = useWords()
  const [open, setOpen] = useState(false)
  const { learner, title, takenBack, builtUpon, pieceId } = filed
  const name = title || say('work.untitled')
  return (
    <li className={styles['row']}>
      <Shown filed={filed} />
      <div className={styles['about']}>
        <h3>{learner.name}</h3>
        <p className={styles['facts']}>
          {!takenBack && <Link href={`/pieces/${pieceId}`}>{name}</Link>}
          <span>{say(ways[filed.way])}</span>
          <Time at={filed.filedAt} as="moment" />
        </p>
        {takenBack && <TakenBack filed={filed} />}
        {!takenBack && builtUpon && (
          <p className={styles['grown']}>{say('filings.built-upon', { name: learner.name })}</p>
        )}
        {filed.may.move && (
          <div>
            <Button icon={Users} onClick={() => setOpen(true)}>
              {say('filings.wrong')}
              <span className="unseen">: {`${name}, ${learner.name}`}</span>
            </Button>
          </div>
        )}
      </div>
      {open && <PutRightDialog filed={filed} learners={learners} onClose={() => setOpen(false)} />}
    </li>
  )
}

function Shown({ filed: { cover, excerpt } }: { filed: Filed }) {
  const pictures = cover ? picturesOf(cover) : []
  return (
    <div className={styles['shown']}>
      {cover && pictures.length > 0 ? (
        <Picture
          renditions={pictures}
          {...frameOf(cover)}
          alt=""
          thumbhash={cover.placeholder}
          sizes="7rem"
          cover
        />
      ) : excerpt ? (
        <p aria-hidden>{excerpt}</p>
      ) : (
        <FileText aria-hidden />
      )}
    </div>
  )
}
