import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/presentations', () => import('./class-defenses.tsx'), 'ClassDefensesScreen'),
  route('/classes/:id/presentations/new', () => import('./set-defense.tsx'), 'SetDefenseScreen'),
  route('/presentations', () => import('./my-defenses.tsx'), 'MyDefensesScreen'),
  route('/presentations/:id', () => import('./defense-screen.tsx'), 'DefenseScreen'),
]
