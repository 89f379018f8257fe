/** The fields of a page's forms as a browser would send them, without its buttons. */
export function valuesIn(html: string): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string | undefined) => {
    if (name === undefined || value === undefined) return;
    values[name] = [...(Object.hasOwn(values, name) ? (values[name] ?? []) : []), value];
  };
  const controls =
    /<input\b(?<input>[^>]*)>|<textarea\b(?<area>[^>]*)>(?<text>[\s\S]*?)<\/textarea>|<select\b(?<select>[^>]*)>(?<options>[\s\S]*?)<\/select>/g;
  for (const { groups = {} } of html.matchAll(controls)) {
    if (groups.input !== undefined) add(attribute(groups.input, 'name'), inputValue(groups.input));
    else if (groups.area !== undefined) add(attribute(groups.area, 'name'), areaValue(groups.text ?? ''));
    else add(attribute(groups.select ?? '', 'name'), selectValue(groups.options ?? ''));
  }
  return values;
}

/** Undefined for a box that is not ticked. */
function inputValue(tag: string): string | undefined {
  const isLeftOut = attribute(tag, 'type') === 'checkbox' && !/\schecked/.test(tag);
  return isLeftOut ? undefined : (attribute(tag, 'value') ?? '').replace(/[\r\n]/g, '');
}

function areaValue(text: string): string {
  return decoded(text).replace(/\r\n?/g, '\n').replace(/^\n/, '').replaceAll('\n', '\r\n');
}

function selectValue(content: string): string | undefined {
  const options = [...content.matchAll(/<option\b([^>]*)>/g)].map(([, tag = '']) => tag);
  const chosen = options.find((tag) => /\sselected/.test(tag)) ?? options[0];
  return chosen === undefined ? undefined : (attribute(chosen, 'value') ?? '');
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decoded(value);
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
