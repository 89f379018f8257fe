import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { type District, DistrictField } from '../../../web/components/district-field.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { errorOf, type FieldError, summaryOf } from '../../../web/components/field-errors.ts';
import { Held } from '../../../web/components/held.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { copy } from './copy.ts';
import { type Preview, PublicPreview } from './public-preview.tsx';

/** 'again': its person counts by another signature, and this one's button has not been pressed. */
export type ConfirmState = 'unconfirmed' | 'again' | keyof SupporterWords['states'];

export type ConfirmPageProps = {
  shell: Shell;
  words: SupporterWords;
  /** The page's own address, /confirm/:token. */
  submitTo: string;
  action: { title: string; path: string };
  state: ConfirmState;
  /** null once erased. */
  signature: { name: string; zip: string; placeLabel: string | null; preview: Preview } | null;
  /** Where the ZIP leaves it open: posts `district`. `options` are the candidates. */
  districtQuestion: { options: District[]; value: string; lookupUrl: string | null } | null;
  errors: FieldError[];
  /** Of the supporter's page; null once erased. */
  supporterHref: string | null;
};

export function ConfirmPage(props: ConfirmPageProps) {
  const { shell, words, state, action, supporterHref, errors } = props;
  const asks = state === 'unconfirmed' || state === 'again';
  const title = titleOf(state, words);
  return (
    <Layout shell={shell} title={title} isError={errors.length > 0} noindex>
      <div class="flow column">
        <ErrorSummary
          language={shell.language}
          lines={summaryOf(shell.language, errors, props.districtQuestion ? ['district'] : [], 'confirm')}
        />
        <h1>{title}</h1>
        {state === 'unconfirmed' && <ToConfirm {...props} />}
        {state === 'again' && <SignedAgain {...props} />}
        {!asks && <p class="lead">{words.states[state].text}</p>}
        {!asks && (
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
        )}
      </div>
    </Layout>
  );
}

function titleOf(state: ConfirmState, words: SupporterWords): string {
  if (state === 'unconfirmed') return words.confirm.title;
  return state === 'again' ? words.again.title : words.states[state].title;
}

function ToConfirm(props: ConfirmPageProps) {
  const { shell, submitTo, action, districtQuestion, errors } = props;
  const { language } = shell;
  const words = props.words.confirm;
  return (
    <>
      <p class="lead">{message(words.lead, { title: action.title }, language)}</p>
      <WhatCounts {...props} />
      <form class="fields narrow" id="confirm" method="post" action={submitTo} novalidate>
        {districtQuestion && (
          <DistrictField
            districts={districtQuestion.options}
            lookupUrl={districtQuestion.lookupUrl}
            value={districtQuestion.value}
            error={errorOf(language, errors, 'district')}
            language={language}
          />
        )}
        <Button working={copy[language].confirm.working}>{words.button}</Button>
        <PrivacyLink shell={shell} />
      </form>
      <p class="small">{words.notYou}</p>
    </>
  );
}

function WhatCounts({ shell, words: { publicName }, signature }: ConfirmPageProps) {
  if (!signature) return null;
  const { language } = shell;
  const words = copy[language].confirm;
  const { name, zip, placeLabel, preview } = signature;
  const rows: [string, Child][] = [
    [words.name, <bdi>{name}</bdi>],
    [words.zip, zip],
    [words.place, placeLabel ?? words.placeUnknown],
  ];
  if (publicName) {
    const shown = <PublicPreview preview={preview} nothing={publicName.notShown} language={language} />;
    rows.push([publicName.shown, shown]);
  }
  return <Held rows={rows} />;
}

function SignedAgain({ shell, words, submitTo, action }: ConfirmPageProps) {
  const { language } = shell;
  const { again, confirm } = copy[language];
  return (
    <>
      <p class="lead">{message(words.again.lead, { title: action.title }, language)}</p>
      <p>{again.text}</p>
      <form id="confirm" method="post" action={submitTo}>
        <Button working={confirm.working}>{again.button}</Button>
        <PrivacyLink shell={shell} />
      </form>
      <p class="small">{words.again.notYou}</p>
    </>
  );
}
