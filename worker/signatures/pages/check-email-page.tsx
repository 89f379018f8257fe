import { Button } from '../../../web/components/button.tsx';
import { EmailField } from '../../../web/components/email-field.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { errorOf, type FieldError, summaryOf } from '../../../web/components/field-errors.ts';
import { Notice } from '../../../web/components/notice.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { likelyAddress } from '../../../web/typo-rules.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { copy } from './copy.ts';

export type CheckEmailPageProps = {
  shell: Shell;
  words: SupporterWords;
  action: { title: string; path: string };
  /** The address our mail comes from, without the name. */
  sender: string;
  sentAgain: boolean;
  /** The address that this very person has just entered; null where that is not known any more. */
  mailedTo: string | null;
  /** For the "send it again" form, whose only field is `email`. */
  values: { email: string };
  errors: FieldError[];
  /** False if its own form came back. */
  isFresh: boolean;
};

export function CheckEmailPage(props: CheckEmailPageProps) {
  const { shell, action, sender, sentAgain, mailedTo, errors } = props;
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
      signed={!sentAgain && errors.length === 0 && props.isFresh}
    >
      <ErrorSummary
        language={language}
        lines={summaryOf(language, errors, ['email'], 'again')}
        isFramed={Boolean(shell.frame)}
      />
      <div class="beside">
        <div class="flow">
          <h1>{common.title}</h1>
          {sentAgain && <Notice news>{words.sentAgain}</Notice>}
          <p class="lead">{words.lead}</p>
          {mailedTo && <MailedTo address={mailedTo} language={language} />}
          <ol>
            <li>{say(common.open)}</li>
            <li>{say(words.press)}</li>
            <li>{say(words.done)}</li>
          </ol>
        </div>
        <div class="flow">
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
      </div>
    </Layout>
  );
}

/** A typing error in it shows here at the latest. */
function MailedTo({ address, language }: { address: string; language: Language }) {
  const words = copy[language].checkEmail;
  const likely = likelyAddress(address);
  return (
    <>
      <p>
        {words.mailedTo} <b class="address">{address}</b>
      </p>
      {likely && <Notice>{message(words.meant, { address: likely }, language)}</Notice>}
      <p class="small">{words.wrong}</p>
    </>
  );
}

function ResendForm({ shell, action, values, errors, mailedTo }: CheckEmailPageProps) {
  const words = copy[shell.language].checkEmail;
  return (
    <form
      class="fields narrow"
      id="again"
      method="post"
      action={linkFrom(shell, `${action.path}/resend`)}
      novalidate
    >
      <EmailField
        label={words.email}
        language={shell.language}
        value={values.email}
        error={errorOf(shell.language, errors, 'email')}
        // It is asked above, and nothing waits for another address.
        asks={mailedTo === null}
      />
      <Button name="step" value="send" working={words.working} secondary>
        {words.button}
      </Button>
      <PrivacyLink shell={shell} />
    </form>
  );
}
