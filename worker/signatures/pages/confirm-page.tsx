import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { type FieldError, summaryOf } from '../../../web/components/field-errors.ts';
import { Notice } from '../../../web/components/notice.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { FormToConfirm, ListedForm, type OpenDistricts, type ShownForm } from './confirm-form.tsx';
import { copy } from './copy.ts';

/** The state of the signature that the link was mailed for; 'erased': nothing is stored of it. */
export type ConfirmState = 'unconfirmed' | 'erased' | keyof SupporterWords['states'];

export type ConfirmPageProps = {
  shell: Shell;
  words: SupporterWords;
  action: { title: string; path: string };
  timeZone: string;
  state: ConfirmState;
  /** Everything that waits for the inbox, newest first. */
  waiting: ShownForm[];
  /** The page with those that arrived earlier; null if there are none. */
  earlierHref: string | null;
  districtQuestion: OpenDistricts | null;
  /** The id of the one that it was said to correct, or nothing. */
  replaces: string;
  errors: FieldError[];
  /** Why a press did not count. */
  notice: 'changed' | 'several-wait' | null;
  /** The path of the supporter's page; null once erased. */
  supporterHref: string | null;
};

export function ConfirmPage(props: ConfirmPageProps) {
  const { shell, errors, notice, waiting, state, earlierHref } = props;
  const [only, second] = waiting;
  const isAlone = only?.isOfThisLink && !second && earlierHref === null;
  const title = titleOf(props, isAlone ? only : null);
  return (
    <Layout shell={shell} title={title} isError={errors.length > 0} noindex>
      <div class={isAlone ? 'flow column' : 'flow'}>
        <ErrorSummary
          language={shell.language}
          lines={summaryOf(shell.language, errors, props.districtQuestion ? ['district'] : [], 'confirm')}
        />
        {notice && <Notice news>{copy[shell.language].confirm[notice]}</Notice>}
        <h1>{title}</h1>
        {isAlone && (only.isAgain ? <Again {...props} form={only} /> : <Alone {...props} form={only} />)}
        {!isAlone && state !== 'unconfirmed' && state !== 'erased' && <Settled {...props} state={state} />}
        {!isAlone && waiting.length > 0 && <List {...props} />}
      </div>
    </Layout>
  );
}

function titleOf({ words, state, shell, waiting }: ConfirmPageProps, alone: ShownForm | null): string {
  if (alone) return alone.isAgain ? words.again.title : words.confirm.title;
  if (state !== 'unconfirmed' && state !== 'erased') return words.states[state].title;
  return waiting.length > 1 ? copy[shell.language].list.title : words.confirm.title;
}

function Alone(props: ConfirmPageProps & { form: ShownForm }) {
  const { shell, words, action } = props;
  return (
    <>
      <p class="lead">{message(words.confirm.lead, { title: action.title }, shell.language)}</p>
      <FormToConfirm {...props} />
      <p class="small">{words.confirm.notYou}</p>
    </>
  );
}

function Again({ shell, words, action, form }: ConfirmPageProps & { form: ShownForm }) {
  const { language } = shell;
  const { again, confirm } = copy[language];
  return (
    <>
      <p class="lead">{message(words.again.lead, { title: action.title }, language)}</p>
      <p>{again.text}</p>
      <form id="confirm" method="post" action={form.submitTo}>
        <input type="hidden" name="shown" value={form.version} />
        <Button working={confirm.working}>{again.button}</Button>
        <PrivacyLink shell={shell} />
      </form>
      <p class="small">{words.again.notYou}</p>
    </>
  );
}

function Settled(props: ConfirmPageProps & { state: keyof SupporterWords['states'] }) {
  const { shell, words, state, action, supporterHref } = props;
  return (
    <>
      <p class="lead column">{words.states[state].text}</p>
      <ul class="plain">
        {supporterHref && (
          <li>
            <a href={linkFrom(shell, supporterHref)}>{words.confirm.supporterPage}</a>
          </li>
        )}
        <li>
          <a href={linkFrom(shell, action.path)}>{words.confirm.toAction}</a>
        </li>
      </ul>
    </>
  );
}

/** Any mail to an inbox leads to everything that waits for it. The person who reads the mail says what is theirs. */
function List({ shell, words, action, timeZone, state, waiting, earlierHref }: ConfirmPageProps) {
  const { language } = shell;
  const { list } = copy[language];
  const isSettled = state !== 'unconfirmed' && state !== 'erased';
  return (
    <>
      {isSettled && <h2>{list.others}</h2>}
      <p class={isSettled ? 'column' : 'lead column'}>
        {message(list.lead, { title: action.title }, language)}
      </p>
      <p class="column">{list.rest}</p>
      <ol class="plain waiting">
        {waiting.map((form) => (
          <ListedForm form={form} words={words} language={language} timeZone={timeZone} />
        ))}
      </ol>
      <PrivacyLink shell={shell} />
      {earlierHref && (
        <p>
          <a href={linkFrom(shell, earlierHref)}>{list.earlier}</a>
        </p>
      )}
    </>
  );
}
