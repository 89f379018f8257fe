import type { Mimic } from './page.ts';

/**
 * Names are r and hex digits. A choice is a JSON string, several choices are a JSON list, and a text is sent as it is.
 */
export const microsoftForms: Mimic = {
  host: 'forms.office.com',
  path: '/Pages/ResponsePage.aspx',
  fields: [
    { name: 'rf01', kind: 'radio', options: ['Yes', 'No'] },
    { name: 'rf02', kind: 'checkbox', options: ['A tax', 'A grant', 'A fee, monthly'] },
    { name: 'rf31', kind: 'text' },
    { name: 'rf32', kind: 'text' },
    { name: 'rf04', kind: 'text' },
  ],
  script: `
    for (const [name, value] of pairs) {
      if (!/^r[0-9a-f]+$/.test(name)) continue;
      const given = /^["[]/.test(value) ? JSON.parse(value) : value;
      for (const one of [given].flat()) fill(name, one);
    }`,
};
