import type { LearnerRow } from './cast-rows.ts'

/**
 * Riverbend Academy: learners join in any month and leave when they are ready. `joined` and `left` are
 * days ago; more than 440 means since the first day of last year.
 */
export const riverbend: LearnerRow[] = [
  { key: 'jonas', name: ['Jonas', 'Weatherby'], grade: '12', joined: 312 },
  { key: 'ada', name: ['Adaeze', 'Okafor'], grade: '11', joined: 441 },
  { key: 'minh', name: ['Minh', 'Trần'], grade: '12', joined: 441, legal: ['Trần Quang', 'Minh'] },
  { key: 'xochitl', name: ['Xóchitl', 'Ramírez Luna'], grade: '11', joined: 279 },
  { key: 'kalinda', name: ['Kalinda', 'Sandhu'], grade: '10', joined: 77 },
  { key: 'oleks', name: ['Олександра', 'Бондар'], grade: '11', joined: 216, legal: ['Oleksandra', 'Bondar'] },
  { key: 'tobias', name: ['Tobias', 'Antoine'], grade: '12', joined: 441 },
  { key: 'rimaj', name: ['Rimaj', 'Kabua'], grade: '10', joined: 63 },
  { key: 'delphine', name: ['Delphine', 'Bélanger'], grade: '11', joined: 441, locale: 'fr' },
  { key: 'ash', name: ['Ash', 'Kowalczyk'], grade: '12', joined: 405, legal: ['Ashley', 'Kowalczyk'] },
  { key: 'farah', name: ['فرح', 'المصري'], grade: '10', joined: 49, legal: ['Farah', 'Al-Masri'] },
  { key: 'liam', name: ['Liam', 'Ó Dálaigh'], grade: '11', joined: 245 },
  { key: 'jasmin', name: ['Jasmín', 'Þórsdóttir'], grade: '10', joined: 77 },
  { key: 'gabe', name: ['Gabe', 'Dela Peña'], grade: '10', joined: 77, legal: ['Gabriel', 'Dela Peña'] },
  { key: 'yifei', name: ['逸飞', '陈'], grade: '12', joined: 188, legal: ['Yifei', 'Chen'] },
  { key: 'nadine', name: ['Nadine', 'Joseph'], grade: '11', joined: 35 },
  { key: 'cody', name: ['Cody', 'McLeod'], grade: '10', joined: 21 },
  { key: 'selam', name: ['ሰላም', 'ተስፋዬ'], grade: '11', joined: 160, legal: ['Selam', 'Tesfaye'] },
  { key: 'marek', name: ['Marek', 'Wójcik'], grade: '12', joined: 441, left: 158 },
  { key: 'tessa', name: ['Tessa', 'van der Berg'], grade: '12', joined: 370, left: 158 },
  { key: 'ruben', name: ['Rubén', 'Ibáñez Quispe'], grade: '11', joined: 300, left: 190 },
  { key: 'skye', name: ['Skye', 'Louie'], grade: '10', joined: 77, left: 34 },
]

/** Moved from the morning to the afternoon studio, so many days ago. */
export const movedToAfternoon: Record<string, number> = { xochitl: 15 }

/** Started this year in the afternoon studio; everybody else in the morning. */
export const afternoon = ['ash', 'farah', 'liam', 'gabe', 'nadine', 'cody', 'selam', 'rimaj', 'skye', 'yifei']

/** A school in another district, there so that walls between districts can be tried. */
export const harbourPoint: LearnerRow[] = [
  { key: 'ravi', name: ['Ravi', 'Subramaniam'], grade: '4' },
  { key: 'freya', name: ['Freya', 'Nilsen'], grade: '3' },
  { key: 'tomo', name: ['Tomo', 'Beaulieu'], grade: '4' },
  { key: 'edie', name: ['Edie', 'Whitfeld'], grade: '3', joined: 24 },
]
