import type { Addressee } from '../../../web/addressee.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary, type SummaryLine } from '../../../web/components/error-summary.tsx';
import { Checkbox } from '../../../web/components/field.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { wholeResponse } from '../answer-rules.ts';
import type { RawAnswers } from '../kinds/fields.ts';
import type { SuggestionOutcome } from '../measure-rules.ts';
import { clientWords } from './client-words.ts';
import { answerErrorLine } from './error-copy.ts';
import { Question } from './question.tsx';
import { supporterCopy } from './supporter-copy.ts';
import { nameOf, type ShownSection, type SurveyError } from './survey.ts';
import { SurveyScript } from './survey-page.tsx';

export type AmendForm = {
  sections: ShownSection[];
  values: RawAnswers;
  outcomes: Record<string, SuggestionOutcome>;
  errors: SurveyError[];
  version: string;
  /** null if the survey asks for no own words. */
  shareWords: boolean | null;
};

export type AmendPageProps = {
  shell: Shell;
  survey: { slug: string; title: string; addressedTo: Addressee };
  token: string;
  /** Their own page, or the one on which they confirm them. */
  from: 'my' | 'confirm';
  /** null if the answers can no longer be changed. */
  form: AmendForm | null;
  /** Why they cannot be saved, other than field errors. */
  notice: 'changed' | 'read-only' | null;
};

/** The form in which supporters correct their answers. */
export function AmendPage(props: AmendPageProps) {
  const { shell, survey, token, from, form, notice } = props;
  const words = supporterCopy[shell.language].edit;
  const errors = form?.errors ?? [];
  return (
    <Layout
      shell={shell}
      title={form ? words.title : words.settledTitle}
      isError={errors.length > 0}
      noindex
      head={form && <SurveyScript />}
    >
      <div class="flow column survey-page">
        {notice && <Notice news>{words[notice]}</Notice>}
        <header class="opening">
          <p class="kicker">{survey.title}</p>
          <h1>{form ? words.title : words.settledTitle}</h1>
        </header>
        <div class="prose">
          <p class="lead">{form ? words.lead[from] : words.settled}</p>
        </div>
        {form && <Form {...props} form={form} />}
        <p>
          <a href={linkFrom(shell, `/${from}/${token}`)}>{words.back[from]}</a>
        </p>
      </div>
    </Layout>
  );
}

function Form({ shell, survey, token, from, form }: AmendPageProps & { form: AmendForm }) {
  const { language } = shell;
  const words = supporterCopy[language].edit;
  const { values, errors, outcomes } = form;
  return (
    <form
      class="survey"
      id="amend"
      method="post"
      action={linkFrom(shell, `/${from}/${token}/answers`)}
      autocomplete="off"
      novalidate
      data-survey={survey.slug}
      data-words={JSON.stringify(clientWords(language))}
    >
      <ErrorSummary language={language} lines={linesOf(form, words.none[from], language)} />
      {from === 'my' && errors.some(isOfNone) && (
        <p>
          <a href={linkFrom(shell, `/my/${token}#withdraw`)}>{words.withdraw}</a>
        </p>
      )}
      {form.sections.map((section) => (
        <section class="flow" aria-labelledby={`heading-${section.id}`}>
          <h2 id={`heading-${section.id}`}>{section.title}</h2>
          {section.help && <p>{section.help}</p>}
          {section.questions.map((question) => (
            <Question
              question={question}
              values={values}
              errors={errors}
              outcome={outcomes[question.id] ?? null}
              isFromLink={false}
              language={language}
            />
          ))}
        </section>
      ))}
      <input type="hidden" name="survey_version" value={form.version} />
      <div class="fields">
        {form.shareWords !== null && (
          <Checkbox
            name="share_words"
            label={message(words.share, survey.addressedTo, language)}
            hint={words.shareHint}
            language={language}
            error={null}
            checked={form.shareWords}
          />
        )}
        <Button working={words.working}>{words.button}</Button>
        <PrivacyLink shell={shell} />
      </div>
    </form>
  );
}

/** No question is answered any more. */
function isOfNone({ field }: SurveyError): boolean {
  return field === wholeResponse;
}

function linesOf({ errors, sections }: AmendForm, none: string, language: Language): SummaryLine[] {
  const questions = sections.flatMap((section) => section.questions);
  return errors.flatMap((error) => {
    if (isOfNone(error)) return [{ href: '#amend', text: none }];
    const question = questions.find((one) => nameOf(one) === error.field);
    if (!question) return [];
    return [answerErrorLine(error, question, language)];
  });
}
