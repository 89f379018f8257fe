import type { Child } from 'hono/jsx';

/** What is stored about a person: names and values as a definition list with rules between them. */
export function Held({ rows }: { rows: [string, Child][] }) {
  return (
    <dl class="held">
      {rows.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
