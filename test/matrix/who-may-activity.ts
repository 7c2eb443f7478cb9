/**
 * Who may do what with an activity of Mika's class, for every way it may stand. A principal can read it.
 *
 *   y  may            n  can see it, but this is not theirs to do
 *   -  not there      x  must sign in first
 *
 * The acts, in order: see it · open the picture in it · look at earlier revisions · edit · publish · close ·
 * delete · see the responses · respond with work of one's own · put it into the school's library · copy it.
 */
export const activityActs = [
  'see',
  'picture',
  'earlier',
  'edit',
  'publish',
  'close',
  'delete',
  'responses',
  'respond',
  'shelve',
  'copy',
] as const
export type ActivityAct = (typeof activityActs)[number]

export type ActivityStanding =
  | 'a draft'
  | 'for the class'
  | 'for Mika'
  | 'opens tomorrow'
  | 'closed'
  | 'with a response that Mika’s family sees'
  | 'in the school’s library'
  | 'in the district’s library'
  | 'deleted'

const teacher = 'y y y y y y y y n y y'
const reader = 'y y - n n n n - n n -'
const invited = 'y y - n n n n - y n -'
const draft = 'y y y y y n y - n y y'

/** Whoever is not named finds nothing there; nobody of another district ever is. */
export const activityMatrix: Record<ActivityStanding, Record<string, string>> = {
  'a draft': { rivera: draft, dubois: draft },
  'for the class': { rivera: teacher, dubois: teacher, mika: invited, noor: invited },
  'for Mika': { rivera: teacher, dubois: teacher, mika: invited },
  'opens tomorrow': { rivera: teacher, dubois: teacher },
  // closed twice is still closed
  closed: { rivera: teacher, dubois: teacher, mika: reader, noor: reader },
  'with a response that Mika’s family sees': {
    rivera: teacher,
    dubois: teacher,
    mika: invited,
    noor: invited,
    amara: reader,
    tomas: reader,
  },
  // what stands in a library is copied from there, and its pictures are seen there
  'in the school’s library': {
    rivera: draft,
    dubois: draft,
    okafor: '- y - - - - - - - - y',
    chen: '- y - - - - - - - - -',
    singh: '- y - - - - - - - - -',
  },
  'in the district’s library': {
    rivera: draft,
    dubois: draft,
    okafor: '- y - - - - - - - - y',
    halvorsen: '- y - - - - - - - - y',
    chen: '- y - - - - - - - - -',
    singh: '- y - - - - - - - - -',
  },
  deleted: {},
}

const nothing = '- - - - - - - - - - -'
const signedOut = 'x x x x x x x x x x x'

export const activityRowOf = (standing: ActivityStanding, person: string): string =>
  person === 'nobody' ? signedOut : (activityMatrix[standing][person] ?? nothing)
