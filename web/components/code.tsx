/** Where it is wider than a phone it scrolls by itself, with the keyboard too. */
export function Code({ label, text }: { label: string; text: string }) {
  return (
    <section class="scroll code" aria-label={label} tabindex={0}>
      <pre>
        <code translate="no">{text}</code>
      </pre>
    </section>
  );
}
