import type { LearnerRow } from './cast-rows.ts'

/**
 * Ms. Rivera's multi-grade class. `joined` and `left` are days ago; without `joined` the learner has been
 * here since the first day, and without `newcomer` in last year's class too.
 */
export const gradesThreeFour: LearnerRow[] = [
  { key: 'mika', name: ['Mika', 'Lindqvist-Diallo'], grade: '4' },
  { key: 'noor', name: ['Noor', 'Haddad'], grade: '4', legal: ['Nour al-Huda', 'Haddad'] },
  { key: 'ines', name: ['Inês', 'Figueiredo'], grade: '4', left: 20 },
  { key: 'harpreet', name: ['ਹਰਪ੍ਰੀਤ', 'ਗਿੱਲ'], grade: '4', legal: ['Harpreet', 'Gill'], locale: 'en' },
  { key: 'danylo', name: ['Данило', 'Шевчук'], grade: '4', legal: ['Danylo', 'Shevchuk'], newcomer: true },
  { key: 'kai', name: ['Kʼi', 'Louie'], grade: '4', legal: ['Birch Raymond', 'Louie'] },
  { key: 'bituin', name: ['Bituin', 'Dela Peña'], grade: '4' },
  { key: 'anh', name: ['Ánh', 'Nguyễn'], grade: '3', legal: ['Nguyễn Thị Ngọc', 'Ánh'] },
  { key: 'weilin', name: ['蔚琳', '黄'], grade: '3', legal: ['Weilin', 'Huang'] },
  { key: 'oceane', name: ['Océane', 'Bélanger'], grade: '3', locale: 'fr' },
  { key: 'mateo', name: ['Mateo', 'Ibáñez Quispe'], grade: '3' },
  { key: 'lijon', name: ['Ḷijọn', 'Kabua'], grade: '3', newcomer: true },
  { key: 'suda', name: ['Suda', ''], grade: '4', newcomer: true, joined: 41 },
  { key: 'wren', name: ['Wren', 'Prince'], grade: '3', legal: ['Rebecca', 'Prince'] },
  { key: 'otto', name: ['Otto', 'Bäcker'], grade: '3' },
  { key: 'saoirse', name: ['Saoirse', 'Ní Bhriain'], grade: '4' },
  { key: 'emre', name: ['Emre', 'Yıldız'], grade: '3' },
  { key: 'zofia', name: ['Zofia', 'Wójcik'], grade: '4' },
  { key: 'tasi', name: ['Tāsi', 'Leʻaupepe'], grade: '3', newcomer: true },
  { key: 'jude', name: ['Jude', 'Antoine'], grade: '4' },
  { key: 'ellie', name: ['Ellie', 'Friesen'], grade: '3', legal: ['Eleanor Margaret', 'Friesen'] },
  { key: 'sam', name: ['Sam', 'Friesen'], grade: '4', legal: ['Samantha', 'Friesen'] },
  { key: 'haruka', name: ['遥', '森田'], grade: '3', legal: ['Haruka', 'Morita'] },
]

/** Ms. Okafor's kindergarten: nobody was here last year. */
export const kindergarten: LearnerRow[] = [
  { key: 'theo', name: ['Théo', 'Diallo'], grade: 'K' },
  { key: 'yusuf', name: ['Yusuf', 'Haddad'], grade: 'K' },
  { key: 'simran', name: ['Simran', 'Gill'], grade: 'K' },
  { key: 'bao', name: ['Bảo', 'Nguyễn'], grade: 'K' },
  { key: 'lark', name: ['Lark', 'Prince'], grade: 'K', legal: ['Larissa', 'Prince'] },
  { key: 'pia', name: ['Pia', 'Friesen'], grade: 'K' },
  { key: 'amihan', name: ['Amihan', 'Santos'], grade: 'K' },
  { key: 'lazlo', name: ['László', 'Kovács'], grade: 'K' },
  { key: 'juniper', name: ['Juniper', 'McLeod'], grade: 'K' },
  { key: 'malik', name: ['مالك', 'العمري'], grade: 'K', legal: ['Malik', 'Al-Omari'] },
  { key: 'soleil', name: ['Soleil', 'Tremblay-Roy'], grade: 'K', locale: 'fr' },
  { key: 'hank', name: ['Hank', 'Joseph'], grade: 'K', legal: ['Henry', 'Joseph'], joined: 30 },
]
