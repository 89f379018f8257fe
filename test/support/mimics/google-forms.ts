import type { Mimic } from './page.ts';

/** entry.N, repeated for several choices. `__other_option__` selects "Other", whose text has its own field. */
export const googleForms: Mimic = {
  host: 'docs.google.com',
  path: '/forms/d/e/1FAIpQLSdZoPlopEZyHpBLl4EnX/viewform',
  fields: [
    { name: 'entry.1', kind: 'radio', options: ['No', '__other_option__'] },
    { name: 'entry.1.other_option_response', kind: 'text' },
    { name: 'entry.2', kind: 'checkbox', options: ['A tax & more', 'A grant', 'A 10 % fee + tip'] },
    { name: 'entry.31', kind: 'text' },
    { name: 'entry.32', kind: 'text' },
    { name: 'entry.4', kind: 'radio', options: ['1', '2', '3', '4', '5'] },
  ],
  script: `
    if (new URLSearchParams(location.search).get('usp') === 'pp_url') {
      for (const [name, value] of new URLSearchParams(location.search)) if (name.startsWith('entry.')) fill(name, value);
    }`,
};
