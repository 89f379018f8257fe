import type { Mimic } from './page.ts';

/** field:NAME, where a plus does not stand for a space. The names of several choices are separated by commas. */
export const survey123: Mimic = {
  host: 'survey123.arcgis.com',
  path: '/share/0123456789abcdef0123456789abcdef',
  fields: [
    { name: 'fund_it', kind: 'radio', options: ['yes', 'no'] },
    { name: 'ways', kind: 'checkbox', options: ['tax', 'grant', 'fee'] },
    { name: 'parks_share', kind: 'text' },
    { name: 'training_share', kind: 'text' },
    { name: 'how_sure', kind: 'text' },
  ],
  script: `
    for (const [name, value] of pairs) {
      const field = /^field:(.+)$/.exec(name)?.[1];
      const isSeveral = document.querySelector('input[type=checkbox][name="' + field + '"]');
      for (const one of isSeveral ? value.split(',') : [value]) fill(field, one);
    }`,
};
