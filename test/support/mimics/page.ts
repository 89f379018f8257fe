export type MimicField = { name: string; kind: 'radio' | 'checkbox' | 'text'; options?: string[] };

/** An imitated tool: its address, the fields of its survey, and the script that reads the address in the page. */
export type Mimic = { host: string; path: string; fields: MimicField[]; script: string };

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function control({ name, kind, options = [''] }: MimicField): string {
  const inputs = options.map((option) => {
    const value = kind === 'text' ? '' : ` value="${escaped(option)}"`;
    return `<label>${escaped(option)} <input type="${kind}" name="${escaped(name)}"${value}></label>`;
  });
  return `<fieldset><legend>${escaped(name)}</legend>${inputs.join('')}</fieldset>`;
}

/** Runs in the page: `fill` selects the choice with that value or writes a text. Unknown names are ignored. */
const helpers = `
  const fill = (name, value) => {
    const inputs = [...document.querySelectorAll('input')].filter((input) => input.name === name);
    for (const input of inputs) {
      if (input.type === 'text') input.value = value;
      else if (input.value === value) input.checked = true;
    }
  };
  const pairs = location.search.slice(1).split('&').map((pair) => pair.split('=').map(decodeURIComponent));`;

export function mimicPage({ fields, script }: Mimic): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A survey of the city</title>
<form>${fields.map(control).join('\n')}</form><script>${helpers}\n${script}</script></html>`;
}

/** Runs in the page: the values of all fields that are not empty. */
export const filledIn = `Object.fromEntries([...new Set([...document.querySelectorAll('input')].map(({ name }) => name))]
  .map((name) => [name, [...document.querySelectorAll('input')]
    .filter((input) => input.name === name && (input.type === 'text' ? input.value !== '' : input.checked))
    .map(({ value }) => value)])
  .filter(([, values]) => values.length > 0))`;
