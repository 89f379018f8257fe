import type { Mimic } from './page.ts';

/**
 * SIDxGIDxQID: a code for a single choice, Y after a subquestion's code for a checkbox, the number of a place for a
 * ranking.
 */
export const limesurvey: Mimic = {
  host: 'surveys.example.gov',
  path: '/index.php/48315',
  fields: [
    { name: '48315X2X1', kind: 'radio', options: ['Y1', 'N1'] },
    { name: '48315X2X2TAX', kind: 'checkbox', options: ['Y'] },
    { name: '48315X2X2GRA', kind: 'checkbox', options: ['Y'] },
    { name: '48315X2X2FEE', kind: 'checkbox', options: ['Y'] },
    { name: '48315X2X31', kind: 'radio', options: ['A1', 'A2', 'A3'] },
    { name: '48315X2X32', kind: 'radio', options: ['A1', 'A2', 'A3'] },
    { name: '48315X2X33', kind: 'radio', options: ['A1', 'A2', 'A3'] },
    { name: '48315X2X4PARKS', kind: 'text' },
    { name: '48315X2X4TRAIN', kind: 'text' },
    { name: '48315X2X5', kind: 'text' },
  ],
  script: `
    const isAnew = pairs.some(([name, value]) => name === 'newtest' && value === 'Y');
    for (const [name, value] of isAnew ? pairs : []) if (/^\\d+X\\d+X\\d+/.test(name)) fill(name, value);`,
};
