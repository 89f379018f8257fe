import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type StepFormProps = {
  action: string;
  /** How far somebody is, signed. */
  state: string;
  at: number;
  place: { nth: number; of: number };
};

/** The form that leads to the next page and carries how far somebody is. */
export function StepForm({
  shell,
  form,
  step,
  button,
  children,
}: {
  shell: Shell;
  form: StepFormProps;
  step: string;
  button: string;
  children?: Child;
}) {
  const words = copy[shell.language];
  return (
    <form class="fields" id="step" method="post" action={linkFrom(shell, form.action)} novalidate>
      <input type="hidden" name="state" value={form.state} />
      <input type="hidden" name="at" value={String(form.at)} />
      {children}
      <p>
        <Button name="step" value={step} working={words.working}>
          {button}
        </Button>{' '}
        {form.at > 0 && (
          <Button name="step" value="back" secondary>
            {words.back}
          </Button>
        )}
      </p>
    </form>
  );
}

export function Place({ shell: { language }, form }: { shell: Shell; form: StepFormProps }) {
  return <p class="small">{message(copy[language].lesson, form.place, language)}</p>;
}
