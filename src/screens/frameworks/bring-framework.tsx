import { type FormEvent, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { ListFrameworkImports, ListFrameworks } from '../../competencies/contract.ts'
import { titleOf } from '../../competencies/web/wording.ts'
import { BringFramework } from '../../interop/case/contract.ts'
import { newId } from '../../platform/new-id.ts'
import { useAct, useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Nowhere } from '../../ui/ways.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { Pending } from '../teacher/pending.tsx'
import { BackWay } from './back-way.tsx'
import { largestFileHere, useWhyUnreadable } from './why-unreadable.ts'
import styles from './frameworks.module.css'

/** Brings a framework as a file or from an address. Nothing changes by it: what it would do is shown next. */
export function BringFrameworkScreen() {
  const { say, locale } = useWords()
  const [search] = useSearchParams()
  const { data, error, refetch } = useRead(ListFrameworks, {})
  if (!data) return <Pending error={error} onTryAgain={refetch} />
  if (!data.may.keep) return <Nowhere />
  const edition = data.frameworks.find(({ id }) => id === search.get('framework'))
  return (
    <Page
      title={say(edition ? 'competencies.bring-edition' : 'competencies.bring')}
      lead={edition ? titleOf(edition, locale) : say('competencies.bring-lead')}
      width="reading"
      bar={<OfficeBar />}
    >
      <BackWay href={edition ? `/office/frameworks/${edition.id}` : '/office/frameworks'}>
        {edition ? titleOf(edition, locale) : say('competencies.office-title')}
      </BackWay>
      <BringForm frameworkId={edition?.origin === 'table' ? edition.id : undefined} />
    </Page>
  )
}

function BringForm({ frameworkId }: { frameworkId: string | undefined }) {
  const { say } = useWords()
  const [from, setFrom] = useState<'file' | 'address'>('file')
  const [file, setFile] = useState<File>()
  const [typed, setTyped] = useState({ title: '', address: '' })
  const bring = useBring()
  const tooLarge = (file?.size ?? 0) > largestFileHere
  const why = useWhyUnreadable(bring.error)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (bring.isPending) return
    if (from === 'address') return bring.send({ address: typed.address.trim() })
    if (!file || tooLarge) return
    const more = frameworkId ? { frameworkId } : {}
    bring.send({ name: file.name, file: await base64Of(file), title: typed.title.trim(), ...more })
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void save(event)}>
      <Segments
        label={say('competencies.bring-from')}
        value={from}
        choices={[
          { value: 'file', label: say('competencies.from-file') },
          { value: 'address', label: say('competencies.from-address') },
        ]}
        onChange={setFrom}
      />
      {from === 'file' ? (
        <>
          <Field
            label={say('competencies.file')}
            hint={say('competencies.file-hint')}
            type="file"
            accept=".json,.csv,.tsv,.txt,application/json,text/csv"
            required
            error={tooLarge ? say('competencies.unreadable-too_large') : undefined}
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
          {file && !/\.json$/i.test(file.name) && !frameworkId && (
            <Field
              label={say('competencies.table-name')}
              hint={say('competencies.table-name-hint')}
              maxLength={300}
              value={typed.title}
              onChange={(event) => setTyped({ ...typed, title: event.currentTarget.value })}
            />
          )}
        </>
      ) : (
        <Field
          label={say('competencies.address')}
          hint={say('competencies.address-hint')}
          type="url"
          required
          maxLength={2_000}
          value={typed.address}
          onChange={(event) => setTyped({ ...typed, address: event.currentTarget.value })}
        />
      )}
      {why && <Notice kind="problem">{why}</Notice>}
      <div>
        <Button type="submit" look="primary" busy={bring.isPending}>
          {say('competencies.look-first')}
        </Button>
      </div>
    </form>
  )
}

type Body = { address: string } | { name: string; file: string; title: string; frameworkId?: string }

function useBring() {
  const [, navigate] = useLocation()
  const id = useRef(newId())
  const bring = useAct(BringFramework, {
    refreshes: [ListFrameworkImports],
    onDone: () => navigate(`/office/framework-imports/${id.current}`),
  })
  return {
    isPending: bring.isPending,
    error: bring.error,
    send: (body: Body) => {
      // another file is another import, also after one that could not be read
      id.current = newId()
      bring.mutate({ params: { id: id.current }, body })
    },
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read')))
    reader.readAsDataURL(file)
  })
}
