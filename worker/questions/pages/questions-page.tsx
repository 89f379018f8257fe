import { raw } from 'hono/html';
import { Button } from '../../../web/components/button.tsx';
import { EmailField } from '../../../web/components/email-field.tsx';
import { EntryList, type ShownEntry } from '../../../web/components/entry-list.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Checkbox, TextArea, TextField } from '../../../web/components/field.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { faqJson } from '../../../web/faq.ts';
import { type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { copy as askCopy } from './ask-copy.ts';
import { copy } from './copy.ts';

export type QuestionsPageProps = {
  shell: Shell;
  /** The page's own path: its form is sent there. */
  href: string;
  campaign: string;
  entries: readonly ShownEntry[];
  /** Asks to leave details out; null if the campaign does not. */
  noDetails: string | null;
  formToken: string;
  values: Record<string, string>;
  errors: FieldError[];
};

/** All answers of a campaign, and the form to ask a question. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { shell, campaign, entries, errors } = props;
  const { language } = shell;
  const words = copy[language];
  const description = message(words.description, { title: campaign }, language);
  const questions = entries.filter(({ kind }) => kind === 'question');
  return (
    <Layout
      shell={shell}
      title={words.title}
      description={description}
      isError={errors.length > 0}
      head={
        questions.length > 0 && (
          <script type="application/ld+json">{raw(faqJson(questions, language))}</script>
        )
      }
    >
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={errors.map((error) => ({ href: anchorOf(error), text: errorText(error, language) }))}
        />
        <h1>{words.title}</h1>
        <p class="lead">{description}</p>
        <div class="beside">
          <div class="flow">
            {entries.length > 0 ? <EntryList shell={shell} entries={entries} /> : <p>{words.none}</p>}
          </div>
          <AskForm {...props} />
        </div>
      </div>
    </Layout>
  );
}

function anchorOf({ field }: FieldError): string {
  return field === 'form_token' ? '#ask' : `#${field}`;
}

export function errorText({ field, code }: FieldError, language: Language): string {
  const known = askCopy[language].errors as Record<string, Record<string, string>>;
  return known[field]?.[code] ?? askCopy[language].errors.form_token.missing;
}

function AskForm({ shell, href, noDetails, formToken, values, errors }: QuestionsPageProps) {
  const { language } = shell;
  const words = askCopy[language].ask;
  const of = (name: string) => {
    const error = errors.find(({ field }) => field === name);
    return { name, language, value: values[name] ?? '', error: error ? errorText(error, language) : null };
  };
  const agree = of('agree');
  return (
    <section class="flow" aria-labelledby="ask-heading">
      <h2 id="ask-heading">{copy[language].ask}</h2>
      <p>{words.lead}</p>
      {noDetails && <Notice>{noDetails}</Notice>}
      <form class="fields column" id="ask" method="post" action={linkFrom(shell, href)} novalidate>
        <input type="hidden" name="form_token" value={formToken} />
        <TextArea {...of('question')} label={words.question} hint={words.questionHint} rows={5} />
        <TextField {...of('name')} label={words.name} hint={words.nameHint} autocomplete="name" optional />
        <EmailField {...of('email')} label={words.email} hint={words.emailHint} />
        <Checkbox {...agree} label={words.agree} checked={agree.value === 'yes'} />
        <Trap {...of('website')} label={words.trap} />
        <Button name="step" value="send" working={words.working}>
          {words.button}
        </Button>
        <PrivacyLink shell={shell} />
      </form>
    </section>
  );
}

/** A field that only programs fill in. It is shown to whoever has filled it in, so that it can be emptied. */
function Trap(props: { name: string; label: string; language: Language; error: string | null }) {
  if (props.error !== null) return <TextField {...props} value="" autocomplete="off" optional />;
  return (
    <div class="pot" aria-hidden="true">
      <label for={props.name}>{props.label}</label>
      <input
        id={props.name}
        name={props.name}
        type="text"
        tabindex={-1}
        autocomplete="off"
        data-1p-ignore=""
        data-lpignore="true"
        data-bwignore=""
        data-form-type="other"
      />
    </div>
  );
}
