import type { Mimic } from './page.ts';

/** One JSON object: a choice is given by its number, the fields of a question by their numbers. */
export const qualtrics: Mimic = {
  host: 'city.co1.qualtrics.com',
  path: '/jfe/form/SV_1',
  fields: [
    { name: 'QID1', kind: 'radio', options: ['1', '2'] },
    { name: 'QID3.1', kind: 'text' },
    { name: 'QID3.2', kind: 'text' },
    { name: 'QID4', kind: 'radio', options: ['1', '2', '3', '4', '5'] },
  ],
  script: `
    const [, json = '{}'] = pairs.find(([name]) => name === 'Q_PopulateResponse') ?? [];
    for (const [question, answer] of Object.entries(JSON.parse(json))) {
      if (typeof answer === 'string') fill(question, answer);
      else for (const [part, value] of Object.entries(answer)) fill(question + '.' + part, value);
    }`,
};
