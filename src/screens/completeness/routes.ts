import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/completeness', () => import('./class-board.tsx'), 'ClassBoard'),
  route('/office/completeness', () => import('./district-board.tsx'), 'DistrictBoard'),
  route('/office/schools/:id/completeness', () => import('./school-board.tsx'), 'SchoolBoard'),
  route('/office/year', () => import('./year-plan.tsx'), 'YearPlanScreen'),
]
