import { formatDate, type Language } from '../language.ts';
import { copy } from './copy.ts';

export type Step = {
  name: string;
  text: string | null;
  /** Dates, YYYY-MM-DD. */
  on: string | null;
  until?: string | null;
  when: 'past' | 'now' | 'next' | 'later';
};

export function Timeline({ steps, language }: { steps: Step[]; language: Language }) {
  return (
    <ol class="timeline">
      {steps.map((step) => (
        <li class={step.when}>
          <p class="small">
            <b>{copy[language].when[step.when]}</b>
            <Dates step={step} language={language} />
          </p>
          <h3>{step.name}</h3>
          {step.text && <p>{step.text}</p>}
        </li>
      ))}
    </ol>
  );
}

function Dates({ step, language }: { step: Step; language: Language }) {
  if (!step.on) return null;
  return (
    <>
      {' · '}
      <time datetime={step.on}>{formatDate(step.on, language)}</time>
      {step.until && (
        <>
          {' – '}
          <time datetime={step.until}>{formatDate(step.until, language)}</time>
        </>
      )}
    </>
  );
}
