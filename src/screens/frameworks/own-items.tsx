import { Archive, ArchiveRestore, ArrowDown, ArrowUp, CornerDownRight, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import {
  FindCompetencies,
  GetFramework,
  ListFrameworks,
  ListPointing,
  ReorderCompetencies,
  RetireCompetency,
} from '../../competencies/contract.ts'
import { type Branch, growTree } from '../../competencies/web/framework-tree.ts'
import { ItemWords } from '../../competencies/web/tree-view.tsx'
import type { Item } from '../../competencies/web/wording.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmptyState } from '../../ui/page.tsx'
import { CompetencyForm } from './competency-form.tsx'
import styles from './frameworks.module.css'

/** What is open: an item being changed, or one being added below another (or at the top, below nothing). */
export type Editing = { changes: string } | { below: string | null } | undefined

type OwnItemsProps = { frameworkId: string; items: readonly Item[] }

/** The district's own items as a tree: add, put differently, move, retire, take up again. */
export function OwnItems({ frameworkId, items }: OwnItemsProps) {
  const { say } = useWords()
  const [editing, setEditing] = useState<Editing>()
  const { data: pointing } = useRead(ListPointing, { params: { id: frameworkId } })
  // a form closes itself alone: another may have been opened while it was being sent
  const done = () => setEditing((now) => (now === editing ? undefined : now))
  const around = { frameworkId, items, editing, setEditing, done, pointing: pointing ?? [] }
  return (
    <>
      {items.length === 0 && !editing && (
        <EmptyState title={say('competencies.no-items')}>
          <p>{say('competencies.no-items-meaning')}</p>
        </EmptyState>
      )}
      <ul className={styles['own']}>
        <OwnBranches branches={growTree(items)} {...around} />
      </ul>
      {editing && 'below' in editing && editing.below === null ? (
        <CompetencyForm frameworkId={frameworkId} items={items} below={null} onDone={done} />
      ) : (
        <div>
          <Button icon={Plus} onClick={() => setEditing({ below: null })}>
            {say('competencies.add')}
          </Button>
        </div>
      )}
    </>
  )
}

type Around = OwnItemsProps & {
  editing: Editing
  setEditing: (editing: Editing) => void
  done: () => void
  pointing: readonly { competencyId: string; things: number }[]
}

/** Those that stand beside each other. */
function OwnBranches({ branches, ...around }: Around & { branches: readonly Branch<Item>[] }) {
  const beside = branches.map(({ item }) => item.id)
  return branches.map((branch) => (
    <OwnItem key={branch.item.id} branch={branch} beside={beside} {...around} />
  ))
}

type OwnItemProps = Around & { branch: Branch<Item>; beside: readonly string[] }

function OwnItem({ branch, beside, ...around }: OwnItemProps) {
  const { frameworkId, items, editing, done } = around
  const { item } = branch
  const changes = editing && 'changes' in editing && editing.changes === item.id
  const adds = editing && 'below' in editing && editing.below === item.id
  return (
    <li>
      {changes ? (
        <CompetencyForm frameworkId={frameworkId} items={items} item={item} onDone={done} />
      ) : (
        <>
          <ItemWords item={item} again={branch.again} />
          {!branch.again && <Acts item={item} beside={beside} {...around} />}
        </>
      )}
      {adds && <CompetencyForm frameworkId={frameworkId} items={items} below={item.id} onDone={done} />}
      {branch.children.length > 0 && (
        <ul>
          <OwnBranches branches={branch.children} {...around} />
        </ul>
      )}
    </li>
  )
}

type ActsProps = Pick<OwnItemProps, 'frameworkId' | 'beside' | 'setEditing' | 'pointing'> & { item: Item }

function Acts({ frameworkId, item, beside, setEditing, pointing }: ActsProps) {
  const { say } = useWords()
  const retire = useAct(RetireCompetency, {
    refreshes: [GetFramework, ListFrameworks, FindCompetencies],
  })
  const things = pointing.find(({ competencyId }) => competencyId === item.id)?.things ?? 0
  const which = <span className="unseen">: {item.short || item.statement}</span>
  const set = (retired: boolean) => retire.mutate({ params: { id: item.id }, body: { retired } })
  return (
    <>
      <div className={styles['buttons']}>
        {item.retiredAt === null && (
          <>
            <Button look="plain" icon={Pencil} onClick={() => setEditing({ changes: item.id })}>
              {say('competencies.change')}
              {which}
            </Button>
            <Button look="plain" icon={CornerDownRight} onClick={() => setEditing({ below: item.id })}>
              {say('competencies.add-below')}
              {which}
            </Button>
            <Moves {...{ frameworkId, item, beside }} />
          </>
        )}
        <Button
          look="plain"
          icon={item.retiredAt ? ArchiveRestore : Archive}
          busy={retire.isPending}
          onClick={() => set(item.retiredAt === null)}
        >
          {say(item.retiredAt ? 'competencies.take-up' : 'competencies.retire')}
          {which}
        </Button>
        {things > 0 && (
          <span className={styles['quiet']}>{say('competencies.pointing', { count: things })}</span>
        )}
      </div>
      {retire.error && <Notice kind="problem">{say('competencies.not-done')}</Notice>}
    </>
  )
}

/** One place up or down among those beside it. Both ways stay where they are at the ends, so that the focus does. */
function Moves({ frameworkId, item, beside }: Pick<ActsProps, 'frameworkId' | 'item' | 'beside'>) {
  const { say } = useWords()
  const reorder = useAct(ReorderCompetencies, { refreshes: [GetFramework] })
  const from = beside.indexOf(item.id)
  const move = (by: -1 | 1) => {
    const other = beside[from + by]
    if (other === undefined || reorder.isPending) return
    const ids = beside.map((id) => (id === item.id ? other : id === other ? item.id : id))
    reorder.mutate({ params: { id: frameworkId }, body: { ids } })
  }
  if (beside.length < 2) return null
  return (
    <>
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          look="plain"
          icon={by === -1 ? ArrowUp : ArrowDown}
          aria-disabled={beside[from + by] === undefined}
          onClick={() => move(by)}
        >
          {say(by === -1 ? 'competencies.move-up' : 'competencies.move-down')}
          <span className="unseen">: {item.short || item.statement}</span>
        </Button>
      ))}
      {reorder.error && <Notice kind="problem">{say('competencies.not-done')}</Notice>}
    </>
  )
}
