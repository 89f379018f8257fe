import { Button } from '../components/button.tsx';
import type { Shell } from '../shell.ts';
import { ConsoleForm } from './console-form.tsx';
import { copy } from './copy.ts';

/** What the script asks the browser for: a new key, or one of those that there are. */
export type Ceremony =
  | { kind: 'show'; challenge: string; keys: string[] }
  | { kind: 'register'; challenge: string; keys: string[]; user: { id: string; name: string } };

type PasskeyFormProps = {
  shell: Shell;
  formToken: string;
  action: string;
  ceremony: Ceremony;
  label: string;
  working: string;
  secondary?: boolean;
};

/** Hidden until the script has seen that the browser knows passkeys. It puts what the key has signed into the form. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { shell, ceremony, label, working, secondary = false, ...form } = props;
  const words = copy[shell.language].passkey;
  return (
    <div data-passkey={JSON.stringify(ceremony)} data-failed={words.failed}>
      <noscript>
        <p class="hint">{words.noScript}</p>
      </noscript>
      <div hidden>
        <ConsoleForm shell={shell} {...form}>
          <input type="hidden" name="credential" value="" />
          <Button working={working} secondary={secondary}>
            {label}
          </Button>
        </ConsoleForm>
      </div>
      <p class="error" role="alert" />
    </div>
  );
}
