import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/families', () => import('./class-families.tsx'), 'ClassFamilies'),
  route('/office/families', () => import('./office-families.tsx'), 'OfficeFamilies'),
]
