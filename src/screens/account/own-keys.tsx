import { lazy, Suspense } from 'react'
import { useRead } from '../../platform/web/queries.tsx'
import { useWords } from '../../platform/web/words.tsx'
import { Section } from '../../ui/page.tsx'
import { GetOwnKeys } from '../../welcomes/contract.ts'
import { OwnPasskeys } from './own-passkeys.tsx'
import { OwnPassword } from './own-password.tsx'
import { SecondFactor } from './second-factor.tsx'

const ChoosePasswordForm = lazy(async () => ({
  default: (await import('../../welcomes/web/choose-password-form.tsx')).ChoosePasswordForm,
}))

/** A password to change, or one to choose for whoever came in without; neither for a child who comes in by a card. */
export function OwnKeys() {
  const { say } = useWords()
  const { data, error } = useRead(GetOwnKeys, {})
  if (!data && !error) return null
  if (data?.hasPassword !== false)
    return (
      <>
        <Section title={say('account.password')}>
          <OwnPassword />
        </Section>
        <Section title={say('account.factor')}>
          <SecondFactor />
        </Section>
        <Section title={say('account.passkeys')}>
          <OwnPasskeys />
        </Section>
      </>
    )
  if (!data.may.choose) return null
  return (
    <Section title={say('welcomes.choose')}>
      <Suspense fallback={null}>
        <ChoosePasswordForm />
      </Suspense>
    </Section>
  )
}
