/** What /verify says of what was sent. The rest of the page has all its words, for the script. */
export function resultIn(page: string): string {
  return /<section id="result"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
}
