import { useState } from 'react'
import { KeepDrawing } from '../../drawings/contract.ts'
import type { Drawing } from '../../drawings/drawing.ts'
import type { ChosenFile } from '../../media/web/chosen-files.ts'
import { useChosenFiles } from '../../media/web/chosen-files-hook.ts'
import type { Write } from '../../outbox/entry.ts'
import { write } from '../../outbox/web/use-keep.ts'

export type MadeFiles = {
  files: readonly ChosenFile[]
  busy: boolean
  /** Safe on this device when it resolves; rejects when there is no room. */
  add: (file: File, drawing?: Drawing) => Promise<void>
  remove: (id: string) => void
  /** The ids of all of them once they are safe, in order; undefined when one is not. */
  kept: () => Promise<string[] | undefined>
  /** The marks of what was drawn: kept with the words, so that it can be drawn on later. */
  marks: () => Write[]
}

/** What a form that is about words holds besides them: a drawing, a film, a photo. */
export function useMadeFiles(): MadeFiles {
  const { files, chosen } = useChosenFiles()
  const [drawings, setDrawings] = useState<ReadonlyMap<string, Drawing>>(new Map())
  const [busy, setBusy] = useState(false)
  return {
    files,
    busy,
    add: async (file, drawing) => {
      const { id } = chosen.add(file)
      if (drawing) setDrawings((before) => new Map(before).set(id, drawing))
      if (!(await chosen.allKept([id]))) throw new Error('There is no room for this file')
    },
    remove: (id) => chosen.remove(id),
    kept: async () => {
      const ids = files.map(({ id }) => id)
      setBusy(true)
      return (await chosen.allKept(ids).finally(() => setBusy(false))) ? ids : undefined
    },
    marks: () =>
      files.flatMap(({ id }) => {
        const drawing = drawings.get(id)
        return drawing ? [write(KeepDrawing, { params: { id }, body: { drawing } })] : []
      }),
  }
}
