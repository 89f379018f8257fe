import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Checkbox } from '../../../web/components/field.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { errorText } from './error-text.ts';
import type { ChoiceForm } from './event.ts';
import { ownCopy } from './own-copy.ts';

export const changeFormId = 'change';

export type ChangePageProps = {
  shell: Shell;
  event: { title: string };
  token: string;
  /** Their own page, or the one on which they confirm. */
  from: 'my' | 'confirm';
  /** null if it can no longer be changed. */
  form: ChoiceForm | null;
  notice: 'read-only' | null;
  noDetails: string | null;
};

/** The form in which its owner changes a sign-up. */
export function ChangePage({ shell, event, token, from, form, notice, noDetails }: ChangePageProps) {
  const { language } = shell;
  const words = ownCopy[language].edit;
  const errors = form?.errors ?? [];
  return (
    <Layout shell={shell} title={form ? words.title : words.settledTitle} isError={errors.length > 0} noindex>
      <div class="flow column">
        {notice && <Notice news>{words[notice]}</Notice>}
        <header class="opening">
          <p class="kicker">{event.title}</p>
          <h1>{form ? words.title : words.settledTitle}</h1>
        </header>
        <p class="lead">{form ? words.lead[from] : words.settled}</p>
        {form && (
          <form
            class="fields"
            id={changeFormId}
            method="post"
            action={linkFrom(shell, `/${from}/${token}/sign-up`)}
            autocomplete="off"
            novalidate
          >
            <ErrorSummary
              language={language}
              lines={errors.map((error) => {
                return { href: `#${error.field}`, text: errorText(language, error) };
              })}
            />
            <ChoiceFields
              form={form}
              noDetails={noDetails}
              canWait={from === 'confirm'}
              language={language}
            />
            {from === 'my' && (
              <Checkbox
                name="may_wait"
                label={words.mayWait}
                hint={words.mayWaitHint}
                checked={form.values.may_wait === 'yes'}
                error={null}
                language={language}
              />
            )}
            <Button name="step" value="save" working={words.working}>
              {words.button}
            </Button>
            <PrivacyLink shell={shell} />
          </form>
        )}
        <p>
          <a href={linkFrom(shell, `/${from}/${token}`)}>{words.back[from]}</a>
        </p>
      </div>
    </Layout>
  );
}
