/** Form fields by name. Those that are undefined are left out. */
export type Sent = Record<string, string | string[] | undefined>;

/** What a page's form would send if nothing in it were changed. */
export function fieldsOf(html: string): Sent {
  const form = html.slice(html.indexOf('<form'), html.indexOf('</form>'));
  const sent: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string | undefined) => {
    if (name !== undefined) sent[name] = [...(sent[name] ?? []), unescaped(value ?? '')];
  };
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isTick = /type="(radio|checkbox)"/.test(tag);
    if (!isTick || /\schecked/.test(tag)) add(attribute(tag, 'name'), attribute(tag, 'value'));
  }
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? '';
    add(attribute(tag, 'name'), attribute(chosen, 'value'));
  }
  for (const [, tag = '', text] of form.matchAll(/(<textarea[^>]*>)(.*?)<\/textarea>/gs)) {
    add(attribute(tag, 'name'), text);
  }
  return sent;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
