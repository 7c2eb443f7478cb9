import { useHat } from '../../people/web/me.tsx'
import { LearnerBar } from '../learner/learner-bar.tsx'
import { OfficeBar } from '../office/office-bar.tsx'
import { TeacherBar } from '../teacher/teacher-bar.tsx'

/** The bar of whoever looks: frameworks are read by everybody. */
export function HatBar() {
  const [hat] = useHat()
  if (hat === 'office') return <OfficeBar />
  return hat === 'learner' ? <LearnerBar /> : <TeacherBar />
}
