/**
 * Who may know which learners have said something, tell them kindly, put questions of their own, and decide which
 * frameworks and which communications there are. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: see Division 3's board · see the school's board · see the table of schools · invite the
 * missing of the class · of the school · see the year's plan · set its days · put a question to the class · to
 * the school · read a framework · find an item · begin a framework · bring one as a file · count what points at one.
 */
export const knowingActs = [
  'class board',
  'school board',
  'table',
  'invite class',
  'invite school',
  'plan',
  'days',
  'ask class',
  'ask school',
  'read framework',
  'find',
  'begin',
  'bring',
  'pointing',
] as const
export type KnowingAct = (typeof knowingActs)[number]

/** Frameworks are read by everybody of the district, and by nobody else. */
const reader = '- - - - - - - - - y y n n -'
const teacher = 'y - - y - - - y - y y n n -'
const elsewhere = '- - - - - - - - - - y n n -'

export const knowingMatrix: Record<string, string> = {
  rivera: teacher,
  dubois: teacher,
  chen: '- y y - y - - - y y y n n -',
  singh: '- y y - y y y - y y y y y y',
  ravi: elsewhere,
  marsh: elsewhere,
  // has schools of his own to see
  doyle: '- - y - - - - - - - y n n -',
}

const signedOut = 'x x x x x x x x x x x x x x'

export const knowingRowOf = (person: string): string =>
  person === 'nobody' ? signedOut : (knowingMatrix[person] ?? reader)
