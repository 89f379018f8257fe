import type { Shell } from '../../../web/shell.ts';
import type { AskedWords } from '../words.ts';
import { AnswerLines } from './answer-lines.tsx';

export type StaffAsksProps = {
  shell: Shell;
  heading: string;
  summary: string;
  asks: { text: string; asked: AskedWords[] }[];
  note: string;
};

/** On the staff page: what a petition asks of this committee. */
export function StaffAsks({ shell, heading, summary, asks, note }: StaffAsksProps) {
  return (
    <section class="flow">
      <h2>{heading}</h2>
      <p>
        <b>{summary}</b>
      </p>
      {asks.map(({ text, asked }) => (
        <div class="flow">
          <h3>{text}</h3>
          {asked.map(({ status, answer }) =>
            answer ? <AnswerLines answer={answer} language={shell.language} /> : <p>{status}</p>,
          )}
        </div>
      ))}
      <p class="small">{note}</p>
    </section>
  );
}
