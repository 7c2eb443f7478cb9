import { locales } from '../platform/locales.ts'
import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, Moment, words } from '../platform/contract.ts'
import { hats, voices } from './person.ts'

const Preference = z.strictObject({
  locale: z.enum(locales).nullable(),
  appearance: z.enum(['light', 'dark', 'contrast']).nullable(),
  voice: z.enum(voices).nullable(),
})

const Me = z.strictObject({
  id: Id,
  name: z.string(),
  givenName: z.string(),
  hats: z.array(z.enum(hats)),
  grade: z.string().nullable(),
  voice: z.enum(voices),
  district: z.string(),
  schools: z.array(z.string()),
  /** has the office of the whole district, whose rooms are more than a school’s */
  runsDistrict: z.boolean(),
  /** let in for some hours by whoever runs it: looks at counts and settings, and changes nothing */
  isSupport: z.boolean(),
  preference: Preference,
  /** this device is in the hands of a class: nothing else is shown on it */
  handover: z.strictObject({ id: Id, classId: Id }).nullable(),
  /** came in with a password that somebody else knows: first comes one of their own */
  choosesPassword: z.boolean(),
})

export const SignIn = endpoint({
  name: 'SignIn',
  method: 'PUT',
  path: '/api/session',
  summary:
    'Sign in with a name and a password, and with the digits of a second factor where there is one; the session is kept in a cookie.',
  signedIn: false,
  body: z.strictObject({ username: words(200), password: words(1000), code: words(40).optional() }),
  output: Done,
})

export const SignOut = endpoint({
  name: 'SignOut',
  method: 'DELETE',
  path: '/api/session',
  summary:
    'Sign out here. Who came from a provider of the district that has a sign-out is told where it is offered.',
  signedIn: false,
  output: Done.extend({ wayOut: z.string().nullable() }),
})

export const GetMe = endpoint({
  name: 'GetMe',
  method: 'GET',
  path: '/api/me',
  whileHandedOver: true,
  whileChoosing: true,
  forSupport: true,
  summary: 'Who is signed in, what they are here, and how they like Cairn to speak and look.',
  output: Me,
})

export const GetDeviceKey = endpoint({
  name: 'GetDeviceKey',
  method: 'GET',
  path: '/api/device-key',
  summary:
    'The key under which my devices lock what they keep for me while there is no network; and those of records of mine that were merged into this one, for what still waits under them.',
  output: z.strictObject({
    personId: Id,
    key: z.string(),
    merged: z.array(z.strictObject({ personId: Id, key: z.string() })),
  }),
})

export const ListSessions = endpoint({
  name: 'ListSessions',
  method: 'GET',
  path: '/api/sessions',
  summary: 'Where I am signed in.',
  output: z.array(
    z.strictObject({ id: Id, device: z.string(), createdAt: Moment, lastSeenAt: Moment, here: z.boolean() }),
  ),
})

export const SignOutEverywhere = endpoint({
  name: 'SignOutEverywhere',
  method: 'DELETE',
  path: '/api/sessions',
  summary: 'End every session of mine, this one too.',
  output: Done,
})

export const ChangePassword = endpoint({
  name: 'ChangePassword',
  method: 'PUT',
  path: '/api/password',
  summary:
    'Change my password; every other session of mine ends. Whoever has to choose one first need not say the current one again.',
  body: z.strictObject({ current: words(1000).optional(), next: words(1000).min(8) }),
  output: Done,
})

export const KeepPreference = endpoint({
  name: 'KeepPreference',
  method: 'PUT',
  path: '/api/preference',
  whileChoosing: true,
  forSupport: true,
  summary: 'How I like Cairn to speak and look.',
  body: Preference,
  output: Done,
})

export const GetSecondFactor = endpoint({
  name: 'GetSecondFactor',
  method: 'GET',
  path: '/api/second-factor',
  summary: 'Whether signing in as me needs digits beside the password, and how many recovery codes are left.',
  output: z.strictObject({
    needed: z.boolean(),
    recoveryCodes: z.number().int(),
    /** the day from which my district demands one of me, while I have none */
    askedFrom: Day.nullable(),
  }),
})

/** A passkey shown, as the browser's own interface writes it (WebAuthn Level 3, JSON), with the question it answers. */
export const ShownPasskey = z.strictObject({
  ticket: words(4000),
  answer: z.looseObject({ id: words(2000), response: z.looseObject({}) }),
})

export const BeginSecondFactor = endpoint({
  name: 'BeginSecondFactor',
  method: 'PUT',
  path: '/api/second-factors/:id',
  summary:
    'Begin a second factor (an app that shows six digits). It counts once its first digits are typed back. Asks for my password, and for a passkey where I have one.',
  params: ById,
  body: z.strictObject({ password: words(1000), shown: ShownPasskey.optional() }),
  output: z.strictObject({ secret: z.string() }),
})

export const ConfirmSecondFactor = endpoint({
  name: 'ConfirmSecondFactor',
  method: 'PUT',
  path: '/api/second-factors/:id/confirmation',
  summary: 'Type the first digits back. The recovery codes are told this once.',
  params: ById,
  body: z.strictObject({ code: words(40) }),
  output: z.strictObject({ recoveryCodes: z.array(z.string()) }),
})

export const EndSecondFactor = endpoint({
  name: 'EndSecondFactor',
  method: 'PUT',
  path: '/api/second-factor/ending',
  summary:
    'From now on my password opens by itself again. Asks for the password and for digits or a recovery code.',
  body: z.strictObject({ password: words(1000), code: words(40).optional() }),
  output: Done,
})
