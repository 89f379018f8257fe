import { Button } from '../../../../web/components/button.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Notice } from '../../../../web/components/notice.tsx';
import { message } from '../../../../web/language.ts';
import { Layout } from '../../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { errorText } from '../../pages/error-text.ts';
import { ownCopy } from '../../pages/own-copy.ts';
import { type AskedFor, ConditionFields } from './condition-fields.tsx';
import { ownConditionsCopy } from './own-copy.ts';

export const conditionsFormId = 'conditions';

type ConditionsPageProps = {
  shell: Shell;
  event: string;
  shift: string;
  /** The path of their own page, or of the one on which they confirm. */
  path: string;
  lead: 'lead' | 'leadUnconfirmed' | 'leadHas' | 'leadWaits';
  /** Null if all is met. */
  form: {
    asked: AskedFor;
    values: Record<string, string>;
    errors: { field: string; code: string }[];
    isReadOnly: boolean;
  } | null;
};

/** Where somebody shows what their shift asks for. */
export function ConditionsPage({ shell, event, shift, path, lead, form }: ConditionsPageProps) {
  const { language } = shell;
  const words = ownConditionsCopy[language].page;
  const title = form ? words.title : words.doneTitle;
  return (
    <Layout shell={shell} title={title} isError={(form?.errors.length ?? 0) > 0} noindex>
      <div class="flow column">
        {form?.isReadOnly && <Notice news>{ownCopy[language].edit['read-only']}</Notice>}
        <header class="opening">
          <p class="kicker">{event}</p>
          <h1>{title}</h1>
        </header>
        <p class="lead">{form ? message(words[lead], { shift }, language) : words.done}</p>
        {form && (
          <form
            class="fields"
            id={conditionsFormId}
            method="post"
            enctype="multipart/form-data"
            action={linkFrom(shell, `${path}/conditions`)}
            autocomplete="off"
            novalidate
          >
            <ErrorSummary
              language={language}
              lines={form.errors.map((error) => ({
                href: `#${error.field}`,
                text: errorText(language, error),
              }))}
            />
            <ConditionFields {...form} canWait={false} language={language} />
            {form.asked.training && (
              <div class="field">
                <label for="file">{words.file}</label>
                <input id="file" name="file" type="file" accept=".txt,text/plain" />
              </div>
            )}
            <Button name="step" value="show" working={words.working}>
              {words.button}
            </Button>
          </form>
        )}
        <p>
          <a href={linkFrom(shell, path)}>{words.back}</a>
        </p>
      </div>
    </Layout>
  );
}
