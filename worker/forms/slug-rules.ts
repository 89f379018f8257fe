/** A name for addresses, made of a title: lower case, without accents, and with a number where it is taken. */
export function suggestedSlug(title: string, taken: readonly string[], longest = 40): string | null {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const slug = wholeWords(plain, longest - 3);
  if (slug === '') return null;
  if (!taken.includes(slug)) return slug;
  const number = Array.from({ length: 99 }, (_, i) => i + 2).find((n) => !taken.includes(`${slug}-${n}`));
  return number === undefined ? null : `${slug}-${number}`;
}

function wholeWords(slug: string, longest: number): string {
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : slug.slice(0, longest);
}
