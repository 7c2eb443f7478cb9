import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/conferences', () => import('./conferences-screen.tsx'), 'ConferencesScreen'),
  route('/conferences/:id', () => import('./record-screen.tsx'), 'RecordScreen'),
  route('/classes/:id/conferences', () => import('./class-conferences.tsx'), 'ClassConferences'),
  route('/conference-rounds/:id/prepare', () => import('./prepare-screen.tsx'), 'PrepareScreen'),
  route('/conference-rounds/:id/present/:learnerId', () => import('./present-screen.tsx'), 'PresentScreen'),
  route('/conference-rounds/:id/family/:learnerId', () => import('./family-side.tsx'), 'FamilySide'),
]
