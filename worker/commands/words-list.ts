export type ListedWords = {
  code: string;
  kind: string;
  state: string;
  slug: string;
  at: Date;
  text: string;
};

/** The list of `npm run words`, and what to do with it. */
export function linesOfWords(words: ListedWords[]): string[] {
  const [first] = words;
  if (!first) return ['nothing waits to be read'];
  return [
    ...words.flatMap(({ code, kind, state, slug, at, text }) => [
      `${code.padEnd(11)}  ${kind.padEnd(7)}  ${state.padEnd(7)}  ${at.toISOString().slice(0, 10)}  ${slug}`,
      ...text.split('\n').map((line) => `    ${line}`),
    ]),
    '',
    `To let others read one:  npm run words -- show ${first.code}`,
    `To keep it from them:    npm run words -- hide ${first.code}`,
    'Several codes can follow one another.',
  ];
}
