/** One event, on the page of a committee's staff. */
export function StaffEvent({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section class="flow">
      <h2>{title}</h2>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  );
}
