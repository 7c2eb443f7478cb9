import { useState } from 'react'
import { useWords } from '../../platform/web/words.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { readMetadata, type Typed } from './provider-draft.ts'
import styles from './providers.module.css'

type SamlFieldsProps = { id: string; typed: Typed; onChange: (changes: Partial<Typed>) => void }

/** What SAML wants on either side: pasted as metadata, or field by field. */
export function SamlFields({ id, typed, onChange }: SamlFieldsProps) {
  const { say } = useWords()
  const [metadata, setMetadata] = useState('')
  const read = (xml: string) => {
    setMetadata(xml)
    const found = readMetadata(xml)
    if (found) onChange(found)
  }
  const isUnread = metadata.trim() !== '' && !readMetadata(metadata)
  return (
    <>
      <TextArea
        label={say('providers.metadata')}
        hint={say('providers.metadata-hint')}
        error={isUnread ? say('providers.metadata-unread') : undefined}
        rows={3}
        spellCheck={false}
        value={metadata}
        onChange={(event) => read(event.target.value)}
      />
      <Field
        label={say('providers.entity-id')}
        value={typed.issuer}
        onChange={(event) => onChange({ issuer: event.target.value })}
      />
      <Field
        label={say('providers.sign-in-at')}
        type="url"
        value={typed.signInAt}
        onChange={(event) => onChange({ signInAt: event.target.value })}
      />
      <TextArea
        label={say('providers.certificates')}
        hint={say('providers.certificates-hint')}
        rows={4}
        spellCheck={false}
        value={typed.certificates}
        onChange={(event) => onChange({ certificates: event.target.value })}
      />
      <Field
        label={say('providers.sign-out-at')}
        hint={say('providers.sign-out-at-hint')}
        type="url"
        value={typed.signOutAt}
        onChange={(event) => onChange({ signOutAt: event.target.value })}
      />
      <Checkbox
        label={say('providers.signs-requests')}
        checked={typed.signsRequests}
        onChange={(event) => onChange({ signsRequests: event.target.checked })}
      />
      <p className={styles['quiet']}>{say('providers.our-metadata')}</p>
      <code className={styles['address']}>{`${location.origin}/door/${id}/metadata`}</code>
      <code className={styles['address']}>{`${location.origin}/door/${id}/saml`}</code>
      <p className={styles['quiet']}>{say('providers.name-id')}</p>
    </>
  )
}
