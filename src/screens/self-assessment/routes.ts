import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/can-do', () => import('./what-i-can-do.tsx'), 'WhatICanDo'),
  route('/can-do/new', () => import('./new-claim.tsx'), 'NewClaim'),
  route('/constellation', () => import('./my-constellation.tsx'), 'MyConstellation'),
  route('/classes/:id/competencies', () => import('./class-evidence.tsx'), 'ClassEvidence'),
]
