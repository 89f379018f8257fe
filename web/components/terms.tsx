/** Names of a program's language, each with what it means. */
export function Terms({ of: terms }: { of: [name: string, meaning: string][] }) {
  return (
    <dl class="held">
      {terms.map(([name, meaning]) => (
        <div>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
