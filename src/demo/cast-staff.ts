/** A member of staff as one line: key, names, username, locale. */
export type StaffRow = {
  key: string
  name: [string, string]
  username: string
  district: 'nechako' | 'harbour'
  locale?: string
}

/** Ms. Okafor is also a guardian: her daughter Adaeze is at Riverbend. Ms. Amari is a counsellor and teaches no class. */
export const staff: StaffRow[] = [
  { key: 'rivera', name: ['Elena', 'Rivera'], username: 'ms-rivera', district: 'nechako' },
  { key: 'dubois', name: ['Céline', 'Dubois'], username: 'ms-dubois', district: 'nechako', locale: 'fr' },
  { key: 'okafor', name: ['Ngozi', 'Okafor'], username: 'ms-okafor', district: 'nechako' },
  { key: 'halvorsen', name: ['Bjørn', 'Halvorsen'], username: 'mr-halvorsen', district: 'nechako' },
  { key: 'chen', name: ['Mei-Ling', 'Chen'], username: 'ms-chen', district: 'nechako' },
  { key: 'singh', name: ['Amandeep', 'Singh'], username: 'mr-singh', district: 'nechako' },
  { key: 'amari', name: ['Leïla', 'Amari'], username: 'ms-amari', district: 'nechako' },
  { key: 'marsh', name: ['Judith', 'Marsh'], username: 'ms-marsh', district: 'harbour' },
  { key: 'doyle', name: ['Patrick', 'Doyle'], username: 'mr-doyle', district: 'harbour' },
]
