import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Held } from '../../components/held.tsx';
import { message } from '../../language.ts';
import { Layout } from '../../layout.tsx';
import { linkFrom, type Shell } from '../../shell.ts';
import { confirmCopy } from './confirm-copy.ts';
import { type District, DistrictField } from './district-field.tsx';
import { errorOf, type FieldError, summaryOf } from './errors.ts';

export type ConfirmState =
  | 'unconfirmed'
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
  action: string;
  petition: { slug: string; title: string };
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
  const { shell, state, petition, myHref, errors } = props;
  const words = confirmCopy[shell.language];
  const title = state === 'unconfirmed' ? words.confirm.title : words.states[state].title;
  return (
    <Layout shell={shell} title={title} isError={errors.length > 0} noindex>
      <div class="flow column">
        <ErrorSummary
          language={shell.language}
          lines={summaryOf(shell.language, errors, props.districtQuestion ? ['district'] : [], 'confirm')}
        />
        <h1>{title}</h1>
        {state === 'unconfirmed' ? <ToConfirm {...props} /> : <p class="lead">{words.states[state].text}</p>}
        {state !== 'unconfirmed' && (
          <ul class="plain">
            {myHref && (
              <li>
                <a href={linkFrom(shell, myHref)}>{words.confirm.own}</a>
              </li>
            )}
            <li>
              <a href={linkFrom(shell, `/petitions/${petition.slug}`)}>{words.confirm.petition}</a>
            </li>
          </ul>
        )}
      </div>
    </Layout>
  );
}

function ToConfirm({ shell, action, petition, signature, districtQuestion, errors }: ConfirmPageProps) {
  const { language } = shell;
  const words = confirmCopy[language].confirm;
  return (
    <>
      <p class="lead">{message(words.lead, { title: petition.title }, language)}</p>
      {signature && (
        <Held
          rows={[
            [words.name, <bdi>{signature.name}</bdi>],
            [words.zip, signature.zip],
            [words.place, signature.placeLabel ?? words.placeUnknown],
            [words.shown, signature.shownName ? <bdi>{signature.shownName}</bdi> : words.notShown],
          ]}
        />
      )}
      <form class="fields narrow" id="confirm" method="post" action={action} novalidate>
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
