import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { useWaitingAbout, WaitingMark } from '../../outbox/web/waiting-mark.tsx'
import { newId } from '../../platform/new-id.ts'
import type { Answer, Sent } from '../../platform/web/client.ts'
import { useRead } from '../../platform/web/queries.tsx'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import {
  FindEarlierWork,
  GetConstellation,
  ListInForce,
  ListPieceTags,
  RemoveTag,
  TagPiece,
} from '../contract.ts'
import { CompetencyPicker } from './competency-picker.tsx'
import { useCompetencyWords } from './competency-words.ts'
import type { InForce } from './find-at-hand.ts'
import { SuggestForm } from './suggest-form.tsx'
import { Suggestions } from './suggestions.tsx'
import styles from './tags.module.css'

type Tags = Answer<typeof ListPieceTags>

/** What a piece needed of its learner, in the learner's own judgement; a teacher may suggest. */
export function PieceTags({ pieceId, learner }: { pieceId: string; learner: { id: string; name: string } }) {
  const { say } = useWords()
  const { data } = useRead(ListPieceTags, { params: { id: pieceId } })
  const [open, setOpen] = useState(false)
  const { tag = false, suggest = false } = data?.may ?? {}
  // fetched before it is needed, so that tagging works without a network
  const { data: inForce } = useRead(ListInForce, {}, { enabled: tag || suggest, quietly: true })
  if (!data) return null
  const offers = (tag || suggest) && (inForce?.length ?? 0) > 0
  if (data.tags.length === 0 && data.suggestions.length === 0 && !offers) return null
  const chosen = new Set(data.tags.map(({ competency }) => competency.id))
  return (
    <section className={styles['tags']}>
      <h2>{say(tag ? 'self-assessment.what-needed' : 'self-assessment.what-it-needed')}</h2>
      <Tagged tags={data.tags} />
      {tag && <WaitingTags pieceId={pieceId} inForce={inForce ?? []} />}
      <Suggestions suggestions={data.suggestions} />
      {tag && open && <Tagging pieceId={pieceId} chosen={chosen} onDone={() => setOpen(false)} />}
      {suggest && open && <SuggestForm {...{ pieceId, learner, chosen }} onDone={() => setOpen(false)} />}
      {offers && !open && (
        <Button look="plain" icon={Plus} onClick={() => setOpen(true)}>
          {tag ? say('self-assessment.tag') : say('self-assessment.suggest', { name: learner.name })}
        </Button>
      )}
    </section>
  )
}

function Tagged({ tags }: { tags: Tags['tags'] }) {
  const { say } = useWords()
  const { nameOf } = useCompetencyWords()
  const remove = useKeep(RemoveTag, {
    as: 'self-assessment.waiting-tag',
    refreshes: [ListPieceTags, GetConstellation],
  })
  if (tags.length === 0) return null
  return (
    <ul className={styles['stones']}>
      {tags.map(({ id, competency, may }) => (
        <li key={id}>
          <span>{nameOf(competency)}</span>
          {may.remove && (
            <button
              type="button"
              className={styles['off']}
              aria-disabled={remove.isPending}
              onClick={() => !remove.isPending && remove.mutate({ params: { id } })}
            >
              <X aria-hidden />
              <span className="unseen">{say('self-assessment.take-off', { name: nameOf(competency) })}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What was tagged without a network: there already, and safe. */
function WaitingTags({ pieceId, inForce }: { pieceId: string; inForce: readonly InForce[] }) {
  const { nameOf } = useCompetencyWords()
  const waiting = useWaitingAbout(pieceId).flatMap((entry) =>
    entry.writes
      .filter(({ name }) => name === TagPiece.name)
      .map(({ sent }) => ({ entry, body: sent.body as Sent<typeof TagPiece>['body'] })),
  )
  return waiting.map(({ entry, body }) => {
    const star = inForce.flatMap(({ stars }) => stars).find(({ id }) => id === body.competencyId)
    return (
      <p key={entry.id} className={styles['waiting']}>
        {star && <strong>{nameOf(star)}</strong>} <WaitingMark entry={entry} />
      </p>
    )
  })
}

type TaggingProps = { pieceId: string; chosen: ReadonlySet<string>; onDone: () => void }

function Tagging({ pieceId, chosen, onDone }: TaggingProps) {
  const { say } = useWords()
  const keep = useKeep(TagPiece, {
    as: 'self-assessment.waiting-tag',
    refreshes: [ListPieceTags, GetConstellation, FindEarlierWork],
    onDone,
  })
  return (
    <div className={styles['open']}>
      <CompetencyPicker
        chosen={chosen}
        onPick={({ id }) =>
          !keep.isPending && keep.mutate({ params: { id: newId() }, body: { pieceId, competencyId: id } })
        }
      />
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('self-assessment.not-kept')}
        </Notice>
      )}
      <Button look="plain" onClick={onDone}>
        {say('ui.cancel')}
      </Button>
    </div>
  )
}
