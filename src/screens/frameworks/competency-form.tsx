import { type FormEvent, useRef, useState } from 'react'
import {
  FindCompetencies,
  GetFramework,
  ListFrameworks,
  WriteCompetency,
} from '../../competencies/contract.ts'
import { longestStatement } from '../../competencies/framework.ts'
import { withAllBelow } from '../../competencies/web/framework-tree.ts'
import type { Item } from '../../competencies/web/wording.ts'
import { useKeep } from '../../outbox/web/use-keep.ts'
import { newId } from '../../platform/new-id.ts'
import { useAutosavedDraft } from '../../platform/web/autosaved-draft.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './frameworks.module.css'

type CompetencyFormProps = {
  frameworkId: string
  items: readonly Item[]
  /** the item being changed; without it one is added */
  item?: Item
  /** where it is added; null at the top */
  below?: string | null
  onDone: () => void
}

type Begun = {
  statement: string
  french: string
  short: string
  code: string
  notes: string
  parentId: string
}

function begunFrom(item: Item | undefined, below: string | null): Begun {
  return {
    statement: item?.statement ?? '',
    french: item?.translations['fr']?.statement ?? '',
    short: item?.short ?? '',
    code: item?.code ?? '',
    notes: item?.notes ?? '',
    parentId: (item ? item.parents[0] : below) ?? '',
  }
}

/** One item of the district's own, added or put differently; where it stands can be changed here too. */
export function CompetencyForm({ frameworkId, items, item, below = null, onDone }: CompetencyFormProps) {
  const { say } = useWords()
  const id = useRef(item?.id ?? newId())
  const draftKey = `competency ${item ? `${item.id} ${item.revision}` : `${frameworkId} ${below ?? ''}`}`
  const draft = useAutosavedDraft<Begun>(draftKey)
  const [typed, setTyped] = useState<Begun>()
  const [empty, setEmpty] = useState(false)
  const begun = typed ?? draft.content ?? begunFrom(item, below)
  const change = (next: Partial<Begun>) => {
    setTyped({ ...begun, ...next })
    draft.write({ ...begun, ...next })
  }
  const keep = useKeep(WriteCompetency, {
    as: 'competencies.waiting',
    draft: draftKey,
    refreshes: [GetFramework, ListFrameworks, FindCompetencies],
    onDone: () => {
      void draft.drop()
      onDone()
    },
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (keep.isPending) return
    const { parentId, ...words } = begun
    setEmpty(words.statement.trim() === '')
    if (words.statement.trim() === '') return
    const place = parentId === '' ? {} : { parentId }
    keep.mutate({
      params: { id: id.current },
      body: { frameworkId, revision: (item?.revision ?? 0) + 1, ...words, ...place },
    })
  }
  const barred = item ? withAllBelow(items, item.id) : new Set<string>()
  const field = (name: keyof Begun) => ({
    value: begun[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  return (
    <form className={styles['form']} onSubmit={save} noValidate>
      <TextArea
        label={say('competencies.statement')}
        rows={2}
        maxLength={longestStatement}
        error={empty ? say('competencies.statement-empty') : undefined}
        {...field('statement')}
      />
      <TextArea
        label={say('competencies.statement-french')}
        lang="fr"
        optional
        rows={1}
        maxLength={longestStatement}
        {...field('french')}
      />
      <TextArea label={say('competencies.notes')} optional rows={1} maxLength={5_000} {...field('notes')} />
      <Field label={say('competencies.short')} optional maxLength={300} {...field('short')} />
      <Field label={say('competencies.code')} optional maxLength={100} {...field('code')} />
      <Select label={say('competencies.stands-below')} {...field('parentId')}>
        <option value="">{say('competencies.at-top')}</option>
        {items
          .filter((one) => !barred.has(one.id) && one.retiredAt === null)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {(one.short || one.statement).slice(0, 80)}
            </option>
          ))}
      </Select>
      {keep.error && (
        <Notice kind="problem">
          {keep.error instanceof ApiRefusal ? keep.error.sentence : say('competencies.not-done')}
        </Notice>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" busy={keep.isPending}>
          {say('competencies.save-item')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}
