import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { type District, DistrictField } from '../../../web/components/district-field.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { errorOf, type FieldError, summaryOf } from '../../../web/components/field-errors.ts';
import { Held } from '../../../web/components/held.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { type Action, pathOf, wordsOf } from './words.ts';

export type ConfirmState =
  | 'unconfirmed'
  /** Its person counts by another one, and nobody has said of this one that it was them. */
  | 'again'
  | 'confirmed'
  | 'duplicate-same-person'
  | 'duplicate-shared-inbox'
  | 'flagged'
  | 'withdrawn'
  | 'invalidated'
  | 'petition-closed';

export type ConfirmPageProps = {
  shell: Shell;
  /** The page's own address, /confirm/:token. */
  submitTo: string;
  action: Action;
  state: ConfirmState;
  /** null once erased. */
  signature: { name: string; zip: string; placeLabel: string | null; shownName: string | null } | null;
  /** Where the ZIP leaves it open: posts `district`. `options` are the candidates. */
  districtQuestion: { options: District[]; value: string; lookupUrl: string | null } | null;
  errors: FieldError[];
  /** /my/:token of this signature. */
  myHref: string | null;
};

export function ConfirmPage(props: ConfirmPageProps) {
  const { shell, state, action, myHref, errors } = props;
  const words = wordsOf(shell.language, action.kind);
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
            {myHref && (
              <li>
                <a href={linkFrom(shell, myHref)}>{words.confirm.own}</a>
              </li>
            )}
            <li>
              <a href={linkFrom(shell, pathOf(action))}>{words.confirm.petition}</a>
            </li>
          </ul>
        )}
      </div>
    </Layout>
  );
}

function titleOf(state: ConfirmState, words: ReturnType<typeof wordsOf>): string {
  if (state === 'unconfirmed') return words.confirm.title;
  return state === 'again' ? words.again.title : words.states[state].title;
}

function ToConfirm({ shell, submitTo, action, signature, districtQuestion, errors }: ConfirmPageProps) {
  const { language } = shell;
  const words = wordsOf(language, action.kind).confirm;
  return (
    <>
      <p class="lead">{message(words.lead, { title: action.title }, language)}</p>
      {signature && (
        <Held
          rows={[
            [words.name, <bdi>{signature.name}</bdi>],
            [words.zip, signature.zip],
            [words.place, signature.placeLabel ?? words.placeUnknown],
            ...(action.kind === 'petition' ? [shownRow(signature.shownName, words)] : []),
          ]}
        />
      )}
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
        <Button working={words.working}>{words.button}</Button>
      </form>
      <p class="small">{words.notYou}</p>
    </>
  );
}

function SignedAgain({ shell, submitTo, action }: ConfirmPageProps) {
  const { language } = shell;
  const { again: words, confirm } = wordsOf(language, action.kind);
  return (
    <>
      <p class="lead">{message(words.lead, { title: action.title }, language)}</p>
      <p>{words.text}</p>
      <form id="confirm" method="post" action={submitTo}>
        <Button working={confirm.working}>{words.button}</Button>
      </form>
      <p class="small">{words.notYou}</p>
    </>
  );
}

/** Answers are shown under nobody's name. */
function shownRow(name: string | null, words: { shown: string; notShown: string }): [string, Child] {
  return [words.shown, name ? <bdi>{name}</bdi> : words.notShown];
}
