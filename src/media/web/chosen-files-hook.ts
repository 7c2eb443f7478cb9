import { useEffect, useState, useSyncExternalStore } from 'react'
import { useOutbox } from '../../outbox/web/use-outbox.tsx'
import { type ChosenFile, ChosenFiles } from './chosen-files.ts'

/** The files of one form. Leaving the form stops nothing that is kept: it belongs to the draft. */
export function useChosenFiles(): { files: readonly ChosenFile[]; chosen: ChosenFiles } {
  const outbox = useOutbox()
  const [chosen] = useState(
    () =>
      new ChosenFiles({
        keep: async (id, file) => (await outbox.box).keepFile(id, file, { name: file.name, type: file.type }),
        drop: async (id) => (await outbox.box).dropFile(id),
      }),
  )
  const files = useSyncExternalStore(chosen.watch, chosen.files)
  useEffect(() => () => chosen.stop(), [chosen])
  return { files, chosen }
}
