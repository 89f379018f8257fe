import type { Mimic } from './page.ts';

/** The unique names of fields. The texts of several choices are separated by commas. */
export const jotform: Mimic = {
  host: 'form.jotform.com',
  path: '/220000000000000',
  fields: [
    { name: 'shouldIt', kind: 'radio', options: ['Yes, please', 'No'] },
    { name: 'how', kind: 'checkbox', options: ['A tax', 'A grant', 'A fee'] },
    { name: 'share[parks]', kind: 'text' },
    { name: 'share[training]', kind: 'text' },
    { name: 'sure', kind: 'text' },
  ],
  script: `
    for (const [name, value] of pairs) {
      const isSeveral = document.querySelector('input[type=checkbox][name="' + name + '"]');
      for (const one of isSeveral ? value.split(',') : [value]) fill(name, one);
    }`,
};
