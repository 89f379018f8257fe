import type { Child } from 'hono/jsx';

/** What we hold: names and values as a definition list with rules. */
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
