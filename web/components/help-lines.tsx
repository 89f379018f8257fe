export type HelpLinesProps = {
  heading: string;
  lines: { name: string; phone: string; href: string; hours: string | null }[];
  note: string | null;
};

/** The campaign's help lines. */
export function HelpLines({ heading, lines, note }: HelpLinesProps) {
  return (
    <div class="notice">
      <p>
        <b>{heading}</b>
      </p>
      <HelpNumbers lines={lines} note={note} />
    </div>
  );
}

/** The lines themselves, for a notice with a heading of its own. */
export function HelpNumbers({ lines, note }: Omit<HelpLinesProps, 'heading'>) {
  return (
    <>
      {lines.map(({ name, phone, href, hours }) => (
        <p>
          {name}: <a href={href}>{phone}</a>
          {hours && `, ${hours}`}
        </p>
      ))}
      {note && <p>{note}</p>}
    </>
  );
}
