import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/office/classes', () => import('./classes.tsx'), 'OfficeClasses'),
  route('/office/classes/:id', () => import('./kept-class.tsx'), 'KeptClass'),
]
