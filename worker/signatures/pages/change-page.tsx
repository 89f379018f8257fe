import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { summaryOf } from '../../../web/components/field-errors.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { copy } from './copy.ts';
import { CorrectForm, type Correction } from './supporter-forms.tsx';

export type ChangePageProps = {
  shell: Shell;
  words: SupporterWords;
  /** Of the confirm page, /confirm/:token. */
  path: string;
  action: { title: string };
  correction: Correction;
  /** The partner whose form asked whether it may write. */
  partner: string | null;
  asksStreet: boolean;
  /** null if there is no source. */
  sourceName: string | null;
};

const changeable = [
  'given_name',
  'family_name',
  'show_name',
  'street',
  'zip',
  'district',
  'comment',
  'keep_informed',
  'partner_contact',
  'by_source',
];

/** Everything in a form that its owner can correct before it counts. */
export function ChangePage(props: ChangePageProps) {
  const { shell, words, path, action, correction, partner, asksStreet, sourceName } = props;
  const { change } = copy[shell.language];
  const { errors } = correction;
  return (
    <Layout shell={shell} title={change.title} isError={errors.length > 0} noindex>
      <ErrorSummary
        language={shell.language}
        lines={summaryOf(shell.language, errors, changeable, 'correct')}
      />
      <div class="beside">
        <div class="flow">
          <p class="kicker">{action.title}</p>
          <h1>{change.title}</h1>
          <p class="lead">{change.lead}</p>
        </div>
        <div class="flow">
          <CorrectForm
            shell={shell}
            words={words}
            path={`${path}/change`}
            correction={correction}
            email={change.email}
            partner={partner}
            buttons={change}
            before={{ asksStreet, sourceName }}
          />
          <p>
            <a href={linkFrom(shell, path)}>{change.back}</a>
          </p>
        </div>
      </div>
    </Layout>
  );
}
