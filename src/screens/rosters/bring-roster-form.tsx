import { type FormEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { BringRoster } from '../../interop/rosters/contract.ts'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { ListRosterImports } from '../../rosters/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWhyNot } from './why-not.ts'
import styles from './rosters.module.css'

/** As the server has it (largestRosterFile): said before it is sent. */
const largestFileHere = 64 * 2 ** 20

/** Sends a file to be looked at. Nothing changes by it: what it would do is shown next. */
export function BringRosterForm() {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const [file, setFile] = useState<File>()
  const [reading, setReading] = useState(false)
  const id = useRef(newId())
  const bring = useAct(BringRoster, {
    refreshes: [ListRosterImports],
    onDone: () => navigate(`/office/rosters/${id.current}`),
  })
  const tooLarge = (file?.size ?? 0) > largestFileHere
  const why = useWhyNot(bring.error)
  const isBusy = bring.isPending || reading
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!file || tooLarge || isBusy) return
    setReading(true)
    const body = { name: file.name, file: await base64Of(file).finally(() => setReading(false)) }
    // another file is another import, also after one that could not be read
    id.current = newId()
    bring.mutate({ params: { id: id.current }, body })
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void send(event)}>
      <Field
        label={say('rosters.file')}
        hint={say('rosters.file-hint')}
        type="file"
        accept=".zip,.csv,application/zip,text/csv"
        required
        error={tooLarge ? say('rosters.too-large') : undefined}
        onChange={(event) => setFile(event.currentTarget.files?.[0])}
      />
      {why && <Notice kind="problem">{why}</Notice>}
      <div>
        <Button type="submit" look="primary" busy={isBusy}>
          {say('rosters.look-first')}
        </Button>
      </div>
      <p role="status" className={styles['quiet']}>
        {isBusy ? say('rosters.reading') : ''}
      </p>
    </form>
  )
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read')))
    reader.readAsDataURL(file)
  })
}
