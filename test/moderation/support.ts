/** What the forms of the rows send of their texts, in the order of the page. */
export function itemsOn(page: string): string[] {
  const rows = page.slice(page.indexOf('<ol class="queue"'));
  return [...rows.matchAll(/name="items" value="([^"]+)"/g)].map(([, items = '']) => items);
}

/** The texts of the rows, in the order of the page. */
export function textsOn(page: string): string[] {
  return [...page.matchAll(/<blockquote class="words"[^>]*>([^<]*)</g)].map(([, text = '']) => text.trim());
}
