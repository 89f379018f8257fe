import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { errorOf, type FieldError, summaryOf } from '../../../web/components/field-errors.ts';
import { Notice } from '../../../web/components/notice.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { copy } from './copy.ts';

export type CheckEmailPageProps = {
  shell: Shell;
  words: SupporterWords;
  action: { title: string; path: string };
  /** The address our mail comes from, without the name. */
  sender: string;
  sentAgain: boolean;
  /** For the "send it again" form, whose only field is `email`. */
  values: { email: string };
  errors: FieldError[];
};

export function CheckEmailPage(props: CheckEmailPageProps) {
  const { shell, action, sender, sentAgain, errors } = props;
  const { language } = shell;
  const common = copy[language].checkEmail;
  const words = props.words.checkEmail;
  const contact = shell.campaign?.contactEmail ?? '';
  const say = (template: string) => message(template, { sender, title: action.title, contact }, language);
  return (
    <Layout
      shell={shell}
      title={common.title}
      isError={errors.length > 0}
      noindex
      signed={!sentAgain && errors.length === 0}
    >
      <div class="flow column">
        <ErrorSummary language={language} lines={summaryOf(language, errors, ['email'], 'again')} />
        <h1>{common.title}</h1>
        {sentAgain && <Notice news>{words.sentAgain}</Notice>}
        <p class="lead">{words.lead}</p>
        <ol>
          <li>{say(common.open)}</li>
          <li>{say(words.press)}</li>
          <li>{say(words.done)}</li>
        </ol>
        <h2>{common.missingHeading}</h2>
        <p>
          {say(common.spam)} {common.wait}
        </p>
        <p>{common.cap}</p>
        {contact && <p>{say(common.suppressed)}</p>}
        <ResendForm {...props} />
        <p>
          <a href={linkFrom(shell, action.path)}>{words.back}</a>
        </p>
      </div>
    </Layout>
  );
}

function ResendForm({ shell, action, values, errors }: CheckEmailPageProps) {
  const words = copy[shell.language].checkEmail;
  return (
    <form
      class="fields narrow"
      id="again"
      method="post"
      action={linkFrom(shell, `${action.path}/resend`)}
      novalidate
    >
      <TextField
        name="email"
        label={words.email}
        language={shell.language}
        value={values.email}
        error={errorOf(shell.language, errors, 'email')}
        type="email"
        autocomplete="email"
      />
      <Button working={words.working} secondary>
        {words.button}
      </Button>
      <PrivacyLink shell={shell} />
    </form>
  );
}
