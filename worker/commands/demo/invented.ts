/** Invented people and what they say. Every name has "Demo" in it, every address ends in demo.example.org. */

const given = (
  'Ana Luis Grace Omar Denise Marcus Rosa Kevin Aisha Peter Lucía Tyrone Emily Hassan Carla Brian Nadia Jorge ' +
  'Monique Daniel Priya Samuel Beatriz Andre Helen Rafael Kim Victor Ines Walter'
).split(' ');
const family = (
  'Alvarez Brooks Carter Dawson Ellis Flores Grant Hill Ibarra Jenkins Khan Lopez Moore Nguyen Ortega Price Quinn ' +
  'Reyes Sanders Torres Underwood Vargas Walker Young Zamora'
).split(' ');

/** Of people on paper: nobody else has one, so that no line of paper repeats a signature by chance. */
const familyOnPaper =
  'Abbott Barrera Cole Dunn Espinoza Fisher Goodwin Huerta Irwin Joyner Kessler Lozano Mercer Novak Osborne Pacheco'.split(
    ' ',
  );

export const zips =
  '28202 28203 28204 28205 28206 28208 28209 28210 28211 28212 28213 28215 28216 28217 28226'.split(' ');
export const districts = ['1', '2', '3', '4', '5', '6', '7'];
export const sources = [
  ...['direct', 'direct', 'direct', 'share-link', 'share-whatsapp', 'share-sms', 'poster', 'flyer', 'event'],
  ...['faith-form', 'services-form', 'newsletter'],
];

export type Invented = { given_name: string; family_name: string; email: string; zip: string };

/** Person `n`: always the same one. */
export function inventedPerson(n: number): Invented {
  const first = given[n % given.length] ?? 'Ana';
  const last = family[Math.floor(n / given.length + n * 7) % family.length] ?? 'Hill';
  return {
    given_name: first,
    family_name: `${last}-Demo`,
    email: `person-${n}@demo.example.org`,
    zip: zips[(n * 5) % zips.length] ?? '28205',
  };
}

/** Person `n` on paper. */
export function inventedOnPaper(n: number): Omit<Invented, 'email'> {
  const { given_name, zip } = inventedPerson(n);
  return { given_name, family_name: `${familyOnPaper[n % familyOnPaper.length]}-Demo`, zip };
}

export const comments = [
  'Officers I know want this training. Give it to them.',
  'Victims should not leave court with a record.',
  'My church would open its hall for the course.',
  'Please teach it again every year, as the petition says.',
  'Quiero que la policía sepa a quién proteger.',
  'Nurses get this training. Officers should too.',
  'I read the whole petition. It is fair to the police.',
  'Which officers are trained today? Tell us the number.',
  'A neighbor of mine needed an officer who could listen.',
  'Que el curso también se dé en español.',
  'Fund it from the overtime budget.',
  'I work in a hotel. We had a course. It helped.',
  'See www.example.org for my own campaign!',
  'Call me at 704-555-0142 to talk about this',
];

export const ownWords = [
  'Start with the officers who work at night.',
  'Pay survivors who teach the course.',
  'Show us each year what the course cost.',
  'Primero la vivienda, después los cursos.',
  'Ask the hospitals how they do it.',
];
