import { ArrowLeft, Trash2 } from 'lucide-react'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Faces } from '../../ui/faces.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import type { Audience } from '../../work/piece.ts'
import { longestCaption, longestTitle } from '../../work/piece.ts'
import type { useFileStack } from './file-stack.ts'
import { shortNames } from './short-names.ts'
import { countsOf, describePicture, type StackPicture } from './stack-draft.ts'
import { PictureShown } from './stack-picture.tsx'
import type { TaughtClass } from './stack-screen.tsx'
import type { StackHere } from './use-stack.ts'
import styles from './stack.module.css'

type StackReviewProps = { taught: TaughtClass; here: StackHere; filing: ReturnType<typeof useFileStack> }

/** Everything once more before it is kept: whose each picture is, who has none, who will see them. */
export function StackReview({ taught, here, filing }: StackReviewProps) {
  const { say } = useWords()
  const { stack, change } = here
  const theirs = stack.pictures.filter(({ learners }) => learners.length > 0)
  return (
    <div className={styles['review']}>
      <Button look="plain" icon={ArrowLeft} onClick={() => change((now) => ({ ...now, at: 'faces' }))}>
        {say('stack.back-to-faces')}
      </Button>
      <WithoutOne taught={taught} here={here} />
      <Field
        label={say('stack.what')}
        hint={say('stack.what-hint')}
        optional
        value={stack.title}
        maxLength={longestTitle}
        onChange={(event) => change((now) => ({ ...now, title: event.target.value }))}
      />
      <WhoSees taught={taught} here={here} />
      <Section title={say('stack.pictures', { count: stack.pictures.length })}>
        <ol className={styles['pictures']}>
          {stack.pictures.map((picture, place) => (
            <Reviewed key={picture.id} taught={taught} here={here} picture={picture} place={place} />
          ))}
        </ol>
      </Section>
      {filing.problem && (
        <Notice kind="problem" title={say('work.not-kept')}>
          {filing.problem}
        </Notice>
      )}
      <div className={styles['end']}>
        <output className={styles['count']}>
          {theirs.length < stack.pictures.length &&
            say('stack.left', { count: stack.pictures.length - theirs.length })}
        </output>
        <Button
          look="primary"
          busy={filing.busy}
          aria-disabled={theirs.length === 0}
          onClick={() => theirs.length > 0 && void filing.file()}
        >
          {say('stack.file', { count: theirs.length })}
        </Button>
      </div>
    </div>
  )
}

/** Said to the teacher only, as something one may still want to do. */
function WithoutOne({ taught, here }: { taught: TaughtClass; here: StackHere }) {
  const { say } = useWords()
  const counts = countsOf(here.stack)
  const without = taught.learners.filter(({ id }) => !counts.has(id))
  if (without.length === 0) return <p>{say('stack.everybody')}</p>
  return (
    <Faces
      people={without}
      label={say('stack.none-yet')}
      sentence={say('stack.none-yet-count', { count: without.length, total: taught.learners.length })}
    />
  )
}

function WhoSees({ taught, here }: { taught: TaughtClass; here: StackHere }) {
  const { say } = useWords()
  const { stack, change } = here
  const toggle = (audience: Audience) => {
    const without = stack.audiences.filter((one) => one !== audience)
    const audiences = without.length < stack.audiences.length ? without : [...without, audience]
    change((now) => ({ ...now, audiences }))
  }
  return (
    <fieldset className={styles['sees']}>
      <legend>{say('teacher.who-sees')}</legend>
      <p className={styles['always']}>{say('stack.always')}</p>
      <Checkbox
        label={say('teacher.for-families')}
        hint={say('teacher.for-families-hint')}
        checked={stack.audiences.includes('family')}
        onChange={() => toggle('family')}
      />
      <Checkbox
        label={say('teacher.for-class')}
        hint={say('teacher.for-class-hint', { name: taught.name })}
        checked={stack.audiences.includes('class')}
        onChange={() => toggle('class')}
      />
    </fieldset>
  )
}

type ReviewedProps = { taught: TaughtClass; here: StackHere; picture: StackPicture; place: number }

function Reviewed({ taught, here, picture, place }: ReviewedProps) {
  const { say, sayList } = useWords()
  const names = shortNames(taught.learners)
  const whose = picture.learners.flatMap(({ learnerId }) => names.get(learnerId) ?? [])
  const named = say('stack.place', { number: place + 1, count: here.stack.pictures.length })
  const all = whose.length > 3 && whose.length === taught.learners.length
  return (
    <li className={styles['reviewed']}>
      <PictureShown here={here} picture={picture} name={named} small />
      <div className={styles['about']}>
        <Button
          look="plain"
          onClick={() => here.change((now) => ({ ...now, open: picture.id, at: 'faces' }))}
        >
          {whose.length === 0 ? say('stack.nobody') : all ? say('stack.everyone') : sayList(whose)}
          <span className="unseen">. {named}</span>
        </Button>
        <details>
          <summary>{say('stack.caption')}</summary>
          <Field
            label={say('work.caption')}
            value={picture.caption}
            maxLength={longestCaption}
            onChange={({ target }) => here.change((now) => describePicture(now, picture.id, target.value))}
          />
          <Button look="plain" icon={Trash2} onClick={() => here.remove(picture)}>
            {say('stack.remove')}
            <span className="unseen">: {named}</span>
          </Button>
        </details>
      </div>
    </li>
  )
}
