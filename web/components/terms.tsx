/** Names from a program, such as fields and settings, each with its meaning. */
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
