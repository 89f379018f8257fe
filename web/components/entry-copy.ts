import type { Language } from '../language.ts';

const en = {
  myths: 'Myths and facts',
  fact: 'Fact',
  myth: 'Myth',
  why: 'Why it is false',
  again: 'In short',
  isTrue: 'Is it true: “{myth}”?',
  isFalse: 'No, that is a myth, and it is false.',
  changed: 'This answer was changed since. Earlier versions are kept.',
  changedOn: 'Changed on {date}. Earlier versions are kept.',
  versions: 'Earlier versions',
};

export const entryCopy: Record<Language, typeof en> = {
  en,
  es: {
    myths: 'Mitos y hechos',
    fact: 'Hecho',
    myth: 'Mito',
    why: 'Por qué es falso',
    again: 'En resumen',
    isTrue: '¿Es cierto: «{myth}»?',
    isFalse: 'No, eso es un mito, y es falso.',
    changed: 'Esta respuesta se cambió después. Las versiones anteriores se conservan.',
    changedOn: 'Cambió el {date}. Las versiones anteriores se conservan.',
    versions: 'Versiones anteriores',
  },
};
