import type { WordKey } from '../../platform/web/words.tsx'

/** A page of the office, and the read it begins with: who is refused that has no business there. */
export type Room = { href: string; asks: string; name: WordKey; meaning: WordKey; ofDistrict?: boolean }

export const rooms: readonly { title: WordKey; rooms: readonly Room[] }[] = [
  {
    title: 'office.rooms-people',
    rooms: [
      {
        href: '/office/people',
        asks: 'FindPeople',
        name: 'office.people',
        meaning: 'office.people-meaning',
        ofDistrict: true,
      },
      {
        href: '/office/classes',
        asks: 'ListKeptClasses',
        name: 'office.classes',
        meaning: 'office.classes-meaning',
      },
      {
        href: '/office/schools',
        asks: 'ListKeptSchools',
        name: 'office.schools',
        meaning: 'office.schools-meaning',
        ofDistrict: true,
      },
      {
        href: '/office/families',
        asks: 'CountFamilies',
        name: 'office.families',
        meaning: 'office.families-meaning',
      },
      {
        href: '/office/rosters',
        asks: 'ListRosterImports',
        name: 'office.rosters',
        meaning: 'office.rosters-meaning',
        ofDistrict: true,
      },
      {
        href: '/office/signing-in',
        asks: 'ListProviders',
        name: 'office.signing-in',
        meaning: 'office.signing-in-meaning',
        ofDistrict: true,
      },
      {
        href: '/office/ways-in',
        asks: 'CountFirstPasswords',
        name: 'office.ways-in',
        meaning: 'office.ways-in-meaning',
      },
    ],
  },
  {
    title: 'office.rooms-learning',
    rooms: [
      {
        href: '/showcase-events',
        asks: 'ListExhibitions',
        name: 'office.showcase-events',
        meaning: 'office.showcase-events-meaning',
      },
      {
        href: '/office/prompts',
        asks: 'ListSchoolPrompts',
        name: 'office.questions',
        meaning: 'office.questions-meaning',
      },
      {
        href: '/frameworks',
        asks: 'ListFrameworks',
        name: 'office.frameworks',
        meaning: 'office.frameworks-meaning',
      },
      {
        href: '/office/sharing',
        asks: 'ListShareSuggestions',
        name: 'office.sharing',
        meaning: 'office.sharing-meaning',
      },
    ],
  },
  {
    title: 'office.rooms-house',
    rooms: [
      {
        href: '/office/logbook',
        asks: 'ReadLogbook',
        name: 'office.logbook',
        meaning: 'office.logbook-meaning',
      },
      {
        href: '/office/errands',
        asks: 'ListErrands',
        name: 'office.errands',
        meaning: 'office.errands-meaning',
        ofDistrict: true,
      },
      {
        href: '/office/storage',
        asks: 'CountStorage',
        name: 'office.storage',
        meaning: 'office.storage-meaning',
      },
      {
        href: '/office/support',
        asks: 'ListSupport',
        name: 'office.support',
        meaning: 'office.support-meaning',
        ofDistrict: true,
      },
      {
        href: '/office/programs',
        asks: 'ListPrograms',
        name: 'office.programs',
        meaning: 'office.programs-meaning',
        ofDistrict: true,
      },
    ],
  },
]
