import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/family', () => import('./family.tsx'), 'FamilyScreen'),
  route('/family/letters', () => import('./letters.tsx'), 'LettersScreen'),
  route('/learners/:id/looks', () => import('./who-looked.tsx'), 'WhoLookedScreen'),
]
