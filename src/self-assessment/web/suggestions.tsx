import { Check, Wind, X } from 'lucide-react'
import { Link } from 'wouter'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import type { Answer } from '../../platform/web/client.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Face } from '../../ui/faces.tsx'
import { ReadAloud } from '../../work/web/read-aloud.tsx'
import { AnswerSuggestion, GetConstellation, ListPieceTags, WithdrawSuggestion } from '../contract.ts'
import { useCompetencyWords } from './competency-words.ts'
import styles from './tags.module.css'

type Suggestion = Answer<typeof ListPieceTags>['suggestions'][number]
type SuggestionsProps = { suggestions: readonly Suggestion[]; namesPiece?: boolean }

/** What a teacher thinks a piece needed. The learner takes it or leaves it; leaving it needs no reason. */
export function Suggestions({ suggestions, namesPiece = false }: SuggestionsProps) {
  const { say } = useWords()
  if (suggestions.length === 0) return null
  return (
    <ul className={styles['suggestions']} aria-label={say('self-assessment.suggestions')}>
      {suggestions.map((one) => (
        <OneSuggestion key={one.id} suggestion={one} namesPiece={namesPiece} />
      ))}
    </ul>
  )
}

function OneSuggestion({ suggestion, namesPiece }: { suggestion: Suggestion; namesPiece: boolean }) {
  const { say } = useWords()
  const { nameOf, plainOf } = useCompetencyWords()
  const { id, by, words, competency, piece, may } = suggestion
  const refreshes = [ListPieceTags, GetConstellation]
  const answer = useKeep(AnswerSuggestion, { as: 'self-assessment.waiting-answer', refreshes })
  const takeBack = useKeep(WithdrawSuggestion, { as: 'self-assessment.waiting-suggestion', refreshes })
  const params = { id }
  const name = nameOf(competency)
  return (
    <li className={styles['suggestion']}>
      <Face person={by} size="small" />
      <div>
        <p>
          {say(may.answer ? 'self-assessment.suggests' : 'self-assessment.you-suggested', {
            who: by.name,
            name,
          })}
        </p>
        {namesPiece && (
          <p>
            <Link href={`/pieces/${piece.id}`}>{piece.title || say('self-assessment.untitled')}</Link>
          </p>
        )}
        {words && <p className={styles['why']}>{words}</p>}
        <small>{plainOf(competency)}</small>
        <div className={styles['buttons']}>
          {may.answer && (
            <>
              <ReadAloud text={`${name}. ${plainOf(competency)} ${words}`} />
              <Button
                icon={Check}
                busy={answer.isPending}
                onClick={() => answer.mutate({ params, body: { answer: 'accepted', tagId: newId() } })}
              >
                {say('self-assessment.accept')}
                <span className="unseen">: {name}</span>
              </Button>
              <Button
                look="plain"
                icon={Wind}
                busy={answer.isPending}
                onClick={() => answer.mutate({ params, body: { answer: 'left' } })}
              >
                {say('self-assessment.leave')}
                <span className="unseen">: {name}</span>
              </Button>
            </>
          )}
          {may.takeBack && (
            <Button
              look="plain"
              icon={X}
              busy={takeBack.isPending}
              onClick={() => takeBack.mutate({ params })}
            >
              {say('self-assessment.take-back')}
              <span className="unseen">: {name}</span>
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}
