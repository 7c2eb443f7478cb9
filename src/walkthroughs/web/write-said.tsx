import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteTranscript } from '../../media/contract.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { WhyNot } from '../../people/web/why-not.tsx'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading } from '../../ui/ways.tsx'
import { captionsOf, wordsByPage } from '../captions.ts'
import { GetWalkthrough } from '../contract.ts'
import type { Walkthrough } from './walkthrough-view.tsx'
import styles from './walkthroughs.module.css'

const longestPage = 3_000

type WriteProps = { walkthrough: Walkthrough; names: readonly string[] }

/** Its learner writes down what they say on each page, for those who would rather read; the times are known. */
export function WriteSaid({ walkthrough, names }: WriteProps) {
  const { say, locale } = useWords()
  const { media } = walkthrough
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<readonly string[]>()
  const draft = useAutosavedDraft<readonly string[]>(`walkthrough-said ${media.id}`)
  const kept = useKept(walkthrough, open)
  const words = typed ?? draft.content ?? kept.data ?? []
  const write = useKeep(WriteTranscript, {
    as: 'walkthroughs.waiting-said',
    refreshes: [GetWalkthrough],
    onDone: () => void draft.drop(),
  })
  const change = (at: number, text: string) => {
    const next = names.map((_, one) => (one === at ? text : (words[one] ?? '')))
    setTyped(next)
    draft.write(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = names.map((_, at) => (words[at] ?? '').trim())
    if (write.isPending || said.every((text) => text === '')) return
    write.mutate({
      params: { id: media.id, revision: (media.transcript?.revision ?? 0) + 1 },
      body: {
        locale,
        words: said.filter(Boolean).join('\n\n'),
        captions: captionsOf(walkthrough, said, media.seconds ?? 0),
      },
    })
  }
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{say('walkthroughs.write-said')}</Button>
      </div>
    )
  // an empty field over words that did not come yet would put nothing in their place
  if (!typed && !draft.content && kept.isEnabled && !kept.data)
    return kept.isError ? (
      <Notice
        kind="wait"
        action={<Button onClick={() => void kept.refetch()}>{say('people.away-try')}</Button>}
      >
        {say('walkthroughs.said-away')}
      </Notice>
    ) : (
      <Loading />
    )
  return (
    <form className={styles['part']} aria-label={say('walkthroughs.write-said')} onSubmit={submit}>
      <p>{say('walkthroughs.write-said-meaning')}</p>
      {names.map((name, at) => (
        <TextArea
          key={at}
          label={`${at + 1}. ${name}`}
          rows={2}
          optional
          maxLength={longestPage}
          value={words[at] ?? ''}
          onChange={(event) => change(at, event.currentTarget.value)}
        />
      ))}
      <WhyNot error={write.error} />
      {write.isSuccess && <Notice kind="success">{say('walkthroughs.said-kept')}</Notice>}
      <div className={styles['ways']}>
        <Button type="submit" look="primary" busy={write.isPending}>
          {say('walkthroughs.keep-said')}
        </Button>
      </div>
    </form>
  )
}

/** What was written before, page by page. */
function useKept(walkthrough: Walkthrough, open: boolean) {
  const address = walkthrough.media.transcript?.captions
  return useQuery({
    queryKey: ['captions of a walkthrough', address],
    queryFn: async ({ signal }) => {
      const answer = await fetch(address ?? '', { signal })
      if (!answer.ok) throw new Error(`${answer.status}`)
      return wordsByPage(walkthrough, await answer.text())
    },
    enabled: open && address !== undefined && address !== null,
  })
}
