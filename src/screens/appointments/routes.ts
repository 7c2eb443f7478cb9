import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/conference-times', () => import('./family-times.tsx'), 'FamilyTimes'),
  route('/classes/:id/conference-times', () => import('./class-times.tsx'), 'ClassTimes'),
  route('/conference-rounds/:id/times', () => import('./round-times.tsx'), 'RoundTimes'),
  route('/interpreters', () => import('./interpreter-times.tsx'), 'InterpreterTimes'),
  route('/conference-rounds/:id/letters', () => import('./round-letters.tsx'), 'RoundLetters'),
]
