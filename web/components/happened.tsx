export function Happened({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <p>
      <b>{line}</b>
    </p>
  ));
}
