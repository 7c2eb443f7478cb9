import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/frameworks', () => import('./browse-frameworks.tsx'), 'BrowseFrameworks'),
  route('/frameworks/:id', () => import('./browse-framework.tsx'), 'BrowseFramework'),
  route('/office/frameworks', () => import('./office-frameworks.tsx'), 'OfficeFrameworks'),
  route('/office/frameworks/:id', () => import('./office-framework.tsx'), 'OfficeFramework'),
  route('/office/bring-framework', () => import('./bring-framework.tsx'), 'BringFrameworkScreen'),
  route('/office/framework-imports/:id', () => import('./framework-import.tsx'), 'FrameworkImportScreen'),
]
