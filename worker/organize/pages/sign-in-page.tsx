import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { PlainConsolePage } from '../../../web/console/console-page.tsx';
import { PasskeyForm } from '../../../web/console/passkey-form.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { signInCopy } from './sign-in-copy.ts';

export type SignInError = keyof (typeof signInCopy)['en']['errors'];

type SignInPageProps = {
  shell: Shell;
  email: string;
  error: SignInError | null;
  challenge: string;
};

export function SignInPage({ shell, email, error, challenge }: SignInPageProps) {
  const words = signInCopy[shell.language];
  const told = error && words.errors[error];
  return (
    <PlainConsolePage shell={shell} title={words.title} isError={error !== null}>
      <div class="flow">
        <ErrorSummary
          language={shell.language}
          lines={told ? [{ href: error === 'passkey' ? '#passkey' : '#email', text: told }] : []}
        />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <form method="post" action={linkFrom(shell, '/organize/sign-in')} novalidate>
          <TextField
            name="email"
            type="email"
            autocomplete="username webauthn"
            label={words.email}
            hint={words.hint}
            language={shell.language}
            value={email}
            error={error === 'passkey' ? null : told}
          />
          <Button working={words.sending}>{words.send}</Button>
        </form>
        <div id="passkey" tabindex={-1}>
          <PasskeyForm
            shell={shell}
            formToken=""
            action="/organize/passkey-sign-in"
            ceremony={{ kind: 'show', challenge, keys: [] }}
            label={words.passkey}
            working={words.signing}
            secondary
          />
        </div>
      </div>
    </PlainConsolePage>
  );
}

export function SentPage({ shell }: { shell: Shell }) {
  const words = signInCopy[shell.language];
  return (
    <Told shell={shell} title={words.sent.title}>
      <p>{words.sent.text}</p>
      <p>{words.sent.again}</p>
      <AskAgain shell={shell} />
    </Told>
  );
}

export function LinkPage({ shell, token }: { shell: Shell; token: string }) {
  const words = signInCopy[shell.language];
  return (
    <Told shell={shell} title={words.link.title}>
      <p>{words.link.text}</p>
      <form method="post" action={linkFrom(shell, `/organize/links/${token}`)}>
        <Button working={words.signing}>{words.title}</Button>
      </form>
    </Told>
  );
}

export function LinkProblemPage({
  shell,
  why,
}: {
  shell: Shell;
  why: keyof (typeof signInCopy)['en']['problem'];
}) {
  const { title, text } = signInCopy[shell.language].problem[why];
  return (
    <Told shell={shell} title={title} isError>
      <p>{text}</p>
      <AskAgain shell={shell} />
    </Told>
  );
}

function AskAgain({ shell }: { shell: Shell }) {
  return (
    <p>
      <a href={linkFrom(shell, '/organize/sign-in')}>{signInCopy[shell.language].ask}</a>
    </p>
  );
}

type ToldProps = { shell: Shell; title: string; isError?: boolean; children: Child };

function Told({ shell, title, isError = false, children }: ToldProps) {
  return (
    <PlainConsolePage shell={shell} title={title} isError={isError}>
      <div class="flow">
        <h1>{title}</h1>
        {children}
      </div>
    </PlainConsolePage>
  );
}
