import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/prompts', () => import('./class-prompts.tsx'), 'ClassPrompts'),
  route('/office/prompts', () => import('./school-prompts.tsx'), 'SchoolPrompts'),
]
