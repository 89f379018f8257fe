import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { Frequency } from '../../councils/rules.ts';
import { frequencies } from '../rules.ts';
import { copy } from './copy.ts';

export type DeliveryPageProps = {
  shell: Shell;
  token: string;
  committee: string;
  frequency: Frequency;
  /** What the reader has just chosen. */
  isDone: boolean;
  /** Why nothing was chosen. */
  problem: 'not-one-of' | 'too-often' | null;
};

export function DeliveryPage({ shell, token, committee, frequency, isDone, problem }: DeliveryPageProps) {
  const { language } = shell;
  const words = copy[language].delivery;
  const isWrong = problem !== null;
  const error = problem === 'too-often' ? words.tooOften : words.error;
  const title = message(words.title, { committee }, language);
  return (
    <Layout shell={shell} title={title} isError={isWrong} noindex forStaff>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={isWrong ? [{ href: '#frequency-weekly', text: error }] : []}
        />
        {isDone && <Notice news>{words.done[frequency]}</Notice>}
        <h1>{title}</h1>
        <form class="fields column" method="post" action={linkFrom(shell, `/digests/${token}`)} novalidate>
          <fieldset
            class={isWrong ? 'choices wrong' : 'choices'}
            aria-describedby={isWrong ? 'wrong' : undefined}
          >
            <legend>{words.legend}</legend>
            {isWrong && (
              <p class="error" id="wrong">
                {error}
              </p>
            )}
            {frequencies.map((one) => (
              <Choice one={one} isChosen={one === frequency} label={words[one]} hint={words.hints[one]} />
            ))}
          </fieldset>
          <p class="small">
            {words.stays} {words.told}
          </p>
          <Button working={words.working}>{words.button}</Button>
        </form>
      </div>
    </Layout>
  );
}

type ChoiceProps = { one: Frequency; isChosen: boolean; label: string; hint: string };

function Choice({ one, isChosen, label, hint }: ChoiceProps) {
  const id = `frequency-${one}`;
  return (
    <div class="field tick">
      <input
        id={id}
        name="frequency"
        type="radio"
        value={one}
        checked={isChosen}
        aria-describedby={`${id}-hint`}
      />
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
