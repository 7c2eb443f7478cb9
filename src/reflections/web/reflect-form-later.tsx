import { type ComponentProps, lazy, Suspense } from 'react'
import { Loading } from '../../ui/ways.tsx'
import type { ReflectForm as Form } from './reflect-form.tsx'

const Later = lazy(async () => ({
  default: (await import('./reflect-form.tsx')).ReflectForm,
}))

/** The form for one's own words, fetched when somebody wants to say something: a page about work is not late for it. */
export function ReflectForm(props: ComponentProps<typeof Form>) {
  return (
    <Suspense fallback={<Loading />}>
      <Later {...props} />
    </Suspense>
  )
}
