import type { Language } from '../../../web/language.ts';

type About = { city: string; council: string; ask: string };

export type KitWords = {
  summary: (about: About) => string;
  text: (about: About) => string;
  /** From the lowest on. */
  thresholds: string[];
};

/** The texts of a new kit until its organizers write their own. They are true for every campaign. */
export const kitWords: Record<Language, KitWords> = {
  en: {
    summary: ({ city, council }) =>
      `People in ${city} ask this of the ${council}. Each signature is confirmed by email and counted once, and the count is public.`,
    text: ({ council, ask }) =>
      `## What we ask\n\nWe ask the ${council} for one thing: ${ask}\n\n## After you sign\n\nYou get an email with a button that confirms your signature. Then it counts. Each week the ${council} gets the count. It gets numbers, never your name or your email.`,
    thresholds: [
      'We ask to speak at a meeting',
      'We ask for a place on the agenda',
      'We ask for a public vote',
    ],
  },
  es: {
    summary: ({ city, council }) =>
      `Esto piden los residentes de ${city}. Quien decide es: ${council}. Cada firma se confirma por correo y se cuenta una sola vez, y el recuento es público.`,
    text: ({ council, ask }) =>
      `## Qué pedimos\n\n${ask}\n\nQuien decide es: ${council}.\n\n## Después de firmar\n\nUsted recibe un correo con un botón que confirma su firma. Entonces cuenta. Cada semana enviamos el recuento a quien decide. Son cifras; nunca van su nombre ni su correo.`,
    thresholds: [
      'Pedimos la palabra en una sesión',
      'Pedimos un lugar en el orden del día',
      'Pedimos una votación pública',
    ],
  },
};
