import { raw } from 'hono/html';
import assets from '../../../web/assets.gen.json';
import { ActionSocial } from '../../../web/components/action-social.tsx';
import { type ActionSummary, Count, StateNotice } from '../../../web/components/action-summary.tsx';
import { BudgetLinks } from '../../../web/components/budget-links.tsx';
import { ButtonLink } from '../../../web/components/button.tsx';
import { Discovery } from '../../../web/components/discovery.tsx';
import { EmbedLink } from '../../../web/components/embed-link.tsx';
import { FramedOpening } from '../../../web/components/framed-opening.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { StatementsLink } from '../../../web/components/statements-link.tsx';
import { formatDate, formatNumber, type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { campaignOf, type Shell } from '../../../web/shell.ts';
import { surveyWords } from '../kind-copy.ts';
import { quoted } from './answer-words.ts';
import { Answered, type AnsweredProps } from './answered.tsx';
import { copy } from './copy.ts';
import { SurveyForm, type SurveyFormProps } from './survey-form.tsx';

/** 'closed-meanwhile': the answers arrived after closing. 'changed': the questions have changed since. */
export type SurveyNotice = 'closed-meanwhile' | 'signing-paused' | 'changed' | 'lapsed' | 'elsewhere';

export type SurveyPageProps = {
  shell: Shell;
  /** The site's address, without a slash at the end. */
  site: string;
  survey: ActionSummary;
  /** After people had answered it. */
  changes: {
    text: { on: string; kind: 'spelling' | 'meaning' | null; note: string | null } | null;
    questionsOn: string | null;
  };
  /** null if the survey takes no answers now. */
  form: SurveyFormProps | null;
  /** A person who has started the form has already read the introduction. */
  isUnderWay: boolean;
  notice: SurveyNotice | null;
  /** Answers in the page's address that do not fit; `titles` of the known questions. */
  dropped: { n: number; titles: string[] } | null;
  /** Answers that could no longer be stored, for their owner to keep. */
  unstored: Omit<AnsweredProps, 'changeAction' | 'language'> | null;
};

export function SurveyPage(props: SurveyPageProps) {
  const { shell, survey, form, isUnderWay, unstored } = props;
  const { language } = shell;
  const isShown = survey.state !== 'removed';
  return (
    <Layout
      shell={shell}
      title={survey.title}
      description={isShown ? survey.ask : undefined}
      isError={form !== null && form.errors.length > 0}
      noindex={!isShown}
      head={
        <>
          {isShown && !shell.frame && (
            <>
              <ActionSocial
                shell={shell}
                site={props.site}
                action={survey}
                counted={surveyWords[language].counted}
              />
              <Discovery shell={shell} site={props.site} action={survey} />
            </>
          )}
          {form && <SurveyScript />}
        </>
      }
    >
      <div class="flow column survey-page">
        <Notices {...props} />
        {isUnderWay && form ? (
          <h1>{survey.title}</h1>
        ) : shell.frame ? (
          <FramedOpening
            shell={shell}
            frame={shell.frame}
            words={{ ...surveyWords[language], goesTo: copy[language].goesTo }}
            action={survey}
          />
        ) : (
          <Opening
            shell={shell}
            survey={survey}
            changes={props.changes}
            hasForm={form !== null}
            language={language}
          />
        )}
        {form && <SurveyForm form={form} shell={shell} />}
        {unstored && (
          <section class="flow">
            <h2>{copy[language].closed.yours}</h2>
            <Answered {...unstored} changeAction={null} language={language} />
          </section>
        )}
        {isShown && !shell.frame && !isUnderWay && (
          <>
            <BudgetLinks shell={shell} />
            <EmbedLink shell={shell} path={survey.path} />
            {survey.state !== 'upcoming' && survey.state !== 'rejected' && (
              <StatementsLink shell={shell} slug={survey.slug} />
            )}
          </>
        )}
      </div>
    </Layout>
  );
}

export function SurveyScript() {
  return <script defer src={assets.surveyJs} />;
}

function Notices({ shell, notice, dropped }: SurveyPageProps) {
  const { language } = shell;
  const words = copy[language].notice;
  return (
    <>
      {notice && <Notice news>{words[notice]}</Notice>}
      {dropped && (
        <Notice>
          <p>
            {message(words.dropped, { n: dropped.n, count: formatNumber(dropped.n, language) }, language)}
            {dropped.titles.length > 0 &&
              ` ${message(words.droppedOf, { questions: quotedAll(dropped.titles, language) }, language)}`}
          </p>
        </Notice>
      )}
    </>
  );
}

function quotedAll(titles: string[], language: Language): string {
  return titles.map((title) => quoted(title, language)).join(', ');
}

type OpeningProps = Pick<SurveyPageProps, 'shell' | 'survey' | 'changes'> & {
  hasForm: boolean;
  language: Language;
};

/** The ask, who will read it, how many have answered, and the closing date. The button is on a phone's first screen. */
function Opening({ shell, survey, changes, hasForm, language }: OpeningProps) {
  const words = copy[language];
  const { state, closesOn } = survey;
  if (state === 'removed') {
    return (
      <header class="opening">
        <h1>{survey.title}</h1>
        <StateNotice
          words={surveyWords[language].state}
          language={language}
          action={survey}
          campaign={campaignOf(shell)}
        />
      </header>
    );
  }
  return (
    <>
      <header class="opening">
        <p class="kicker">{survey.title}</p>
        <h1>{survey.ask}</h1>
        <p>{message(words.goesTo, survey.addressedTo, language)}</p>
        {hasForm && (
          <p>
            <ButtonLink href="#answers">{words.start}</ButtonLink>
          </p>
        )}
        <StateNotice words={surveyWords[language].state} language={language} action={survey} />
        {state !== 'upcoming' && state !== 'rejected' && (
          <Count words={surveyWords[language].count} language={language} action={survey} />
        )}
        {state === 'open' && closesOn && (
          <p class="small">{message(words.closes, { date: formatDate(closesOn, language) }, language)}</p>
        )}
        <Changes changes={changes} language={language} />
      </header>
      <div class="flow prose">{raw(survey.bodyHtml)}</div>
    </>
  );
}

function Changes({ changes: { text, questionsOn }, language }: Pick<OpeningProps, 'changes' | 'language'>) {
  const words = copy[language].changes;
  const on = (date: string) => ({ date: formatDate(date, language) });
  return (
    <>
      {text && (
        <p class="small">
          {message(words.text, on(text.on), language)} {text.kind && words.kinds[text.kind]} {text.note}
        </p>
      )}
      {questionsOn && <p class="small">{message(words.questions, on(questionsOn), language)}</p>}
    </>
  );
}
