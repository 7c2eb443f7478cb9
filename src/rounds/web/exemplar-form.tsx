import { type FormEvent, useState } from 'react'
import { ChosenFileLine } from '../../media/web/chosen-file-line.tsx'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { longestCaption } from '../../work/piece.ts'
import { completeLink, isSafeLink } from '../../writing/safe-link.ts'
import { GetRounds, PlaceExemplar } from '../contract.ts'
import { exemplarKinds, longestExemplar } from '../round.ts'
import { ChooseWork } from './choose-work.tsx'
import type { Rounds } from './round-beside.tsx'
import styles from './rounds.module.css'

type Kind = Rounds['exemplars'][number]['kind']
type Chosen = { kind: Kind; text: string; url: string; mediaId?: string; shownPieceId?: string }

type ExemplarFormProps = {
  piece: { id: string; learner: { id: string; name: string } }
  onLeave: () => void
}

/** A teacher puts something to look at beside the work: words, a file, a link, or work that both may see. */
export function ExemplarForm({ piece, onLeave }: ExemplarFormProps) {
  const { say } = useWords()
  const [id] = useState(newId)
  const { files, chosen: kept } = useChosenFiles()
  const [chosen, setChosen] = useState<Chosen>({ kind: 'text', text: '', url: '' })
  const [caption, setCaption] = useState('')
  const change = (part: Partial<Chosen>) => setChosen((before) => ({ ...before, ...part }))
  const file = files.find((one) => one.id === chosen.mediaId)
  const shows = showing(chosen)
  const place = useKeep(PlaceExemplar, {
    as: 'rounds.waiting-exemplar',
    refreshes: [GetRounds],
    onDone: onLeave,
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!shows || place.isPending) return
    if (shows.kind === 'media' && !(await kept.allKept([shows.mediaId]))) return
    place.mutate({ params: { id }, body: { pieceId: piece.id, shows, caption: caption.trim() } })
  }
  const takeFile = (taken: File | undefined) => {
    if (!taken) return
    if (chosen.mediaId) kept.remove(chosen.mediaId)
    change({ mediaId: kept.add(taken).id })
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <Segments
        label={say('rounds.exemplar-kind')}
        value={chosen.kind}
        onChange={(kind) => change({ kind })}
        choices={exemplarKinds.map((value) => ({ value, label: say(`rounds.kind-${value}`) }))}
      />
      {chosen.kind === 'text' && (
        <TextArea
          label={say('rounds.exemplar-words')}
          maxLength={longestExemplar}
          value={chosen.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      )}
      {chosen.kind === 'link' && (
        <Field
          label={say('rounds.exemplar-link')}
          inputMode="url"
          value={chosen.url}
          onChange={(event) => change({ url: event.currentTarget.value })}
        />
      )}
      {chosen.kind === 'media' && (
        <>
          <Field
            label={say('rounds.exemplar-file')}
            type="file"
            onChange={(event) => takeFile(event.currentTarget.files?.[0])}
          />
          {file && <ChosenFileLine file={file} action={null} />}
        </>
      )}
      {chosen.kind === 'work' && (
        <ChooseWork
          piece={piece}
          chosen={chosen.shownPieceId}
          onChoose={(shownPieceId) => change({ shownPieceId })}
        />
      )}
      <Field
        label={say('rounds.exemplar-caption')}
        optional
        maxLength={longestCaption}
        value={caption}
        onChange={(event) => setCaption(event.currentTarget.value)}
      />
      {place.error && (
        <Notice kind="problem">
          {place.error instanceof ApiRefusal ? place.error.sentence : say('rounds.not-kept')}
        </Notice>
      )}
      <div className={styles['acts']}>
        <Button type="submit" busy={place.isPending} disabled={!shows}>
          {say('rounds.keep-exemplar')}
        </Button>
        <Button look="plain" onClick={onLeave}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Undefined until there is something to show. */
function showing({ kind, text, url, mediaId, shownPieceId }: Chosen) {
  if (kind === 'text') return text.trim() ? { kind, text: text.trim() } : undefined
  if (kind === 'media') return mediaId ? { kind, mediaId } : undefined
  if (kind === 'work') return shownPieceId ? { kind, shownPieceId } : undefined
  const address = completeLink(url)
  return url.trim() && isSafeLink(address) ? { kind, url: address } : undefined
}
