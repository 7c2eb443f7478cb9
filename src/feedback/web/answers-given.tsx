import { Link } from 'wouter'
import type { Answer } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import { Time } from '../../ui/time.tsx'
import { ListClassAnswers, ListLearnerAnswers } from '../contract.ts'
import { signOf } from './reply-signs.ts'
import styles from './feedback.module.css'

type Given = Answer<typeof ListClassAnswers>[number]

const shown = 5

/** On a teacher's first page: what became of the feedback that was given in a class. Nothing when nothing did. */
export function ClassAnswers({ classId }: { classId: string }) {
  const { say } = useWords()
  const { data } = useRead(ListClassAnswers, { params: { id: classId } })
  if (!data || data.length === 0) return null
  return (
    <Section title={say('feedback.taken-up')}>
      <AnswersList answers={data} namesLearner />
    </Section>
  )
}

/** Beside a learner's work: what they did with feedback, and how much of it still waits. */
export function LearnerAnswers({ learnerId }: { learnerId: string }) {
  const { say } = useWords()
  const { data } = useRead(ListLearnerAnswers, { params: { id: learnerId } })
  if (!data || (data.answers.length === 0 && data.unanswered === 0)) return null
  return (
    <Section title={say('feedback.taken-up')}>
      {data.unanswered > 0 && <p>{say('feedback.still-unanswered', { count: data.unanswered })}</p>}
      <AnswersList answers={data.answers} />
    </Section>
  )
}

function AnswersList({
  answers,
  namesLearner = false,
}: {
  answers: readonly Given[]
  namesLearner?: boolean
}) {
  const { say } = useWords()
  const more = answers.slice(shown)
  const lines = (some: readonly Given[]) => (
    <ul className={styles['given']}>
      {some.map((one) => (
        <li key={one.feedbackId}>
          <OneAnswer given={one} namesLearner={namesLearner} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {lines(answers.slice(0, shown))}
      {more.length > 0 && (
        <details className={styles['earlier']}>
          <summary>{say('feedback.more-answers', { count: more.length })}</summary>
          {lines(more)}
        </details>
      )}
    </>
  )
}

function OneAnswer({ given, namesLearner }: { given: Given; namesLearner: boolean }) {
  const { say } = useWords()
  const { kind, body, why, spoken, repliedAt, takenUpIn, iterationNumber, piece, givenBy } = given
  const sign = signOf(kind)
  const title = piece.title || say('work.untitled')
  return (
    <article className={styles['taken-up']}>
      <sign.icon aria-hidden />
      <div>
        <p className={styles['kind']}>
          <strong>
            {namesLearner && `${piece.learner.name}: `}
            {say(sign.said)}
          </strong>
          <Link href={`/pieces/${piece.id}?attempt=${takenUpIn ?? iterationNumber}`}>
            {takenUpIn === null ? title : say('feedback.in-attempt-of', { title, number: takenUpIn })}
          </Link>
          <small>
            <Time at={repliedAt} />
          </small>
        </p>
        <blockquote className={styles['advice']}>
          {body || say('feedback.spoken')} <cite>{givenBy.name}</cite>
        </blockquote>
        {(why || spoken) && <p className={styles['words']}>{why || say('feedback.spoken-answer')}</p>}
      </div>
    </article>
  )
}
