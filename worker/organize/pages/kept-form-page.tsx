import { Button } from '../../../web/components/button.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { PlainConsolePage } from '../../../web/console/console-page.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type KeptFormProps = {
  shell: Shell;
  /**
   * What has to happen before the form can be sent: to sign in, or to show the passkey. `again`: nothing more. `busy`:
   * it was sent in time, but others were faster at every try.
   */
  why: 'sign-in' | 'passkey' | 'again' | 'busy';
  /** Where the form was sent to. */
  action: string;
  formToken: string;
  fields: Record<string, string[]>;
  hadFile: boolean;
};

/** A form that was not taken, with everything that was entered in it. */
export function KeptFormPage({ shell, why, action, formToken, fields, hadFile }: KeptFormProps) {
  const words = copy[shell.language].kept;
  const { title, text } = words[why];
  return (
    <PlainConsolePage shell={shell} title={title} isError={why !== 'again'}>
      <div class="flow">
        <h1>{title}</h1>
        <p>{text}</p>
        {hadFile && <p>{words.file}</p>}
        {(why === 'passkey' || why === 'sign-in') && (
          <p>
            <a
              href={linkFrom(shell, why === 'passkey' ? '/organize/passkey' : '/organize/sign-in')}
              target="_blank"
              rel="noopener"
            >
              {words.links[why]}
            </a>
          </p>
        )}
        <ConsoleForm shell={shell} formToken={formToken} action={action}>
          {Object.entries(fields).flatMap(([name, values]) =>
            values.map((value) => <input type="hidden" name={name} value={value} />),
          )}
          <Button working={words.sending}>{words.send}</Button>
        </ConsoleForm>
      </div>
    </PlainConsolePage>
  );
}
