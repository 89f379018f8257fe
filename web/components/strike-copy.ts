import type { Language } from '../language.ts';

const en = {
  automated: 'Made by a program',
  'made-up': 'Name or address made up',
  'not-theirs': 'Not made by the person it names',
  'several-times': 'One person under several names',
  'asked-for': 'Its owner asked for it',
  'not-entitled': 'Not among those who may sign',
  other: 'Another reason',
};

/** Why signatures were struck off, as the console and the public account say it. */
export const strikeCopy: Record<Language, typeof en> = {
  en,
  es: {
    automated: 'Hecha por un programa',
    'made-up': 'Nombre o dirección inventados',
    'not-theirs': 'No la hizo la persona que nombra',
    'several-times': 'Una persona con varios nombres',
    'asked-for': 'La pidió quien firmó',
    'not-entitled': 'No está entre quienes pueden firmar',
    other: 'Otro motivo',
  },
};
