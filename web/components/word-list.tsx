import { Held } from './held.tsx';

type WordListProps = { heading: string; list: [name: string, meaning: string][] };

/** Words that a page needs and that not everybody knows, each explained once. */
export function WordList({ heading, list }: WordListProps) {
  return (
    <details>
      <summary>{heading}</summary>
      <Held rows={list} />
    </details>
  );
}
