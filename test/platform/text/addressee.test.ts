import { expect, test } from 'vitest';
import { addressedTo } from '../../../web/addressee.ts';

test.for([
  ['Comité de Comunidades Seguras', 'al Comité de Comunidades Seguras'],
  ['Concejo Municipal de Charlotte', 'al Concejo Municipal de Charlotte'],
  ['Junta de Comisionados del Condado', 'a la Junta de Comisionados del Condado'],
  ['Comisión de Planificación', 'a la Comisión de Planificación'],
  ['Charlotte City Council', 'a: Charlotte City Council'],
])('a sentence in Spanish is addressed with the article of %s, or with a colon', ([name = '', expected]) => {
  expect(addressedTo(name, 'es')).toBe(expected);
});
