const entities: Record<string, string> = {
  '&amp;': '&',
  '&#38;': '&',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

/** The links of a mail: those of its HTML in order, then those that only the text has. */
export function linksIn({ html, text }: { html: string; text: string }): string[] {
  const hrefs = [...html.matchAll(/\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(([, double, single]) =>
    decode(double ?? single ?? ''),
  );
  const urls = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([url]) => withoutPunctuation(url));
  return [...new Set([...hrefs, ...urls])];
}

function decode(attribute: string): string {
  return attribute.replace(/&(?:amp|quot|lt|gt|#3[489]);/g, (entity) => entities[entity] ?? entity);
}

/** Punctuation at the end of a sentence is not part of an address. */
function withoutPunctuation(url: string): string {
  const bare = url.replace(/[.,;:!?'»”’]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}
