import { ArrowLeft, ArrowRight, ListChecks, Repeat2, RotateCw, Trash2, Undo2, Users } from 'lucide-react'
import { v7 } from 'uuid'
import { ChosenFileLine } from '../../media/web/chosen-file-line.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { StackBegin } from './stack-begin.tsx'
import {
  countsOf,
  goBack,
  goOn,
  lastTapped,
  openPicture,
  sameAsLast,
  tapAll,
  tapLearner,
} from './stack-draft.ts'
import { StackFaces } from './stack-faces.tsx'
import { PictureShown } from './stack-picture.tsx'
import type { TaughtClass } from './stack-screen.tsx'
import type { StackHere } from './use-stack.ts'
import styles from './stack.module.css'

type StackTappingProps = { taught: TaughtClass; here: StackHere }

/** The picture, large; under it the class; a tap files it. */
export function StackTapping({ taught, here }: StackTappingProps) {
  const { say } = useWords()
  const { stack, step, change } = here
  const picture = openPicture(stack)
  if (!picture) return null
  const place = stack.pictures.indexOf(picture)
  const counts = countsOf(stack)
  const file = here.fileOf(picture)
  const named = say('stack.place', { number: place + 1, count: stack.pictures.length })
  return (
    <div className={styles['tapping']}>
      <section className={styles['stage']} aria-label={named}>
        <PictureShown here={here} picture={picture} name={named} />
        {file?.state === 'refused' && (
          <ChosenFileLine
            file={file}
            action={
              <Button icon={RotateCw} onClick={() => here.retry(picture)}>
                {say('media.retry')}
              </Button>
            }
          />
        )}
        <div className={styles['under']}>
          <Button
            look="plain"
            icon={ArrowLeft}
            aria-disabled={place === 0}
            onClick={() => place > 0 && change(goBack)}
          >
            {say('stack.back')}
          </Button>
          <output className={styles['place']}>{named}</output>
          <Button look="plain" icon={Trash2} onClick={() => here.remove(picture)}>
            {say('stack.remove')}
          </Button>
        </div>
      </section>
      <div className={styles['whose']}>
        <div className={styles['tools']}>
          <Button icon={Users} onClick={() => step((now) => tapAll(now, taught.learners, v7))}>
            {say('stack.all')}
          </Button>
          <Button
            icon={Repeat2}
            aria-disabled={lastTapped(stack).length === 0}
            onClick={() => step((now) => sameAsLast(now, v7))}
          >
            {say('stack.same')}
          </Button>
          <Button icon={Undo2} aria-disabled={!here.undo} onClick={() => here.undo?.()}>
            {say('stack.undo')}
          </Button>
        </div>
        <StackFaces
          learners={taught.learners}
          chosen={new Set(picture.learners.map(({ learnerId }) => learnerId))}
          counts={counts}
          onTap={(learnerId) => step((now) => tapLearner(now, learnerId, v7))}
          onNext={() => change(goOn)}
        />
        <Checkbox
          label={say('stack.one-each')}
          hint={say('stack.one-each-hint')}
          checked={stack.oneEach}
          onChange={() => change((now) => ({ ...now, oneEach: !now.oneEach }))}
        />
        <StackBegin here={here} classId={taught.id} small />
      </div>
      <div className={styles['end']}>
        <output className={styles['count']}>
          {say('stack.have-one', { have: counts.size, count: taught.learners.length })}
        </output>
        <Button icon={ListChecks} onClick={() => change((now) => ({ ...now, at: 'review' }))}>
          {say('stack.review')}
        </Button>
        <Button look="primary" icon={ArrowRight} onClick={() => change(goOn)}>
          {say('stack.next')}
        </Button>
      </div>
    </div>
  )
}
