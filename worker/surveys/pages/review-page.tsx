import type { Addressee } from '../../../web/addressee.ts';
import { Button } from '../../../web/components/button.tsx';
import { EnterButton } from '../../../web/components/enter-button.tsx';
import { ErrorSummary, type SummaryLine } from '../../../web/components/error-summary.tsx';
import { Checkbox } from '../../../web/components/field.tsx';
import {
  Address,
  KeepInformed,
  Names,
  PartnerContact,
  type PersonForm,
  Unseen,
} from '../../../web/components/person-fields.tsx';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { type Language, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import type { RawAnswers } from '../kinds/fields.ts';
import type { SurveyAnswer } from '../kinds/kind.ts';
import type { SuggestionOutcome } from '../measure-rules.ts';
import { Answered } from './answered.tsx';
import { clientWords } from './client-words.ts';
import { copy } from './copy.ts';
import { formErrorText } from './error-copy.ts';
import type { ShownSection } from './survey.ts';
import { Carried, DraftNote, draftField } from './survey-form.tsx';
import { SurveyScript } from './survey-page.tsx';

export type ReviewPageProps = {
  shell: Shell;
  survey: { slug: string; title: string; version: string; addressedTo: Addressee };
  action: string;
  /** The address of the way to the city's own survey; null if there is none. */
  sendAction: string | null;
  /** With the questions that this person was asked. */
  sections: ShownSection[];
  answers: Record<string, SurveyAnswer>;
  outcomes: Record<string, SuggestionOutcome>;
  /** The same answers as fields. */
  fields: RawAnswers;
  /** Whether there are own words that may be shared. */
  hasWords: boolean;
  person: PersonForm;
  source: string;
  formToken: string;
  /** The secret of the stored draft. */
  draft: string | null;
  forgetAction: string;
  turnstileSiteKey: string | null;
};

/** Everything that will be sent. From here it can be sent, changed, or taken to the city's own survey. */
export function ReviewPage(props: ReviewPageProps) {
  const { shell, survey, action, person, fields } = props;
  const { language } = shell;
  const words = copy[language].review;
  return (
    <Layout
      shell={shell}
      title={words.title}
      isError={person.errors.length > 0}
      noindex
      head={<SurveyScript />}
    >
      <div class="flow survey-page">
        <p class="kicker">{survey.title}</p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <form
          class="survey flow"
          id="review"
          method="post"
          action={action}
          novalidate
          data-survey={survey.slug}
          data-forget={props.forgetAction}
          data-words={JSON.stringify(clientWords(language))}
        >
          <ErrorSummary
            language={language}
            lines={linesOf(person, language)}
            isFramed={Boolean(shell.frame)}
          />
          <EnterButton value="send">{words.send}</EnterButton>
          <Carried fields={{ ...fields, survey_version: [survey.version], draft: draftField(props.draft) }} />
          <div class="beside">
            <div class="survey flow">
              <Answered {...props} changeAction={action} language={language} />
            </div>
            <div class="survey flow">
              <About {...props} language={language} />
              <p>
                <Button name="step" value="send" working={words.sending}>
                  {words.send}
                </Button>
              </p>
              <p class="small">{words.privacy}</p>
              <PrivacyLink shell={shell} />
            </div>
          </div>
          <ToCity {...props} language={language} />
          {props.draft !== null && (
            <DraftNote {...props} hasExit={shell.campaign?.hasExit ?? false} language={language} />
          )}
        </form>
      </div>
    </Layout>
  );
}

type Part = ReviewPageProps & { language: Language };

function About({ person, hasWords, survey, language, ...rest }: Part) {
  const words = copy[language].review;
  const part = { form: person, language };
  return (
    <section class="fields" aria-labelledby="you">
      <h2 id="you">{words.you}</h2>
      <p>{words.youLead}</p>
      <Names {...part} />
      <Address {...part} emailHint={words.emailHint} />
      {hasWords && (
        <Checkbox
          name="share_words"
          label={message(words.share, survey.addressedTo, language)}
          hint={words.shareHint}
          language={language}
          error={null}
          checked={person.values.share_words === 'yes'}
        />
      )}
      <KeepInformed {...part} />
      <PartnerContact {...part} />
      <Unseen form={rest} errors={person.errors} language={language} />
    </section>
  );
}

function ToCity({ shell, sendAction, language }: Part) {
  const words = copy[language].review;
  if (sendAction === null) return null;
  return (
    <section class="flow">
      <h2>{words.city}</h2>
      <p>{words.cityLead}</p>
      <p>
        <Button
          name="step"
          value="city"
          formaction={sendAction}
          formtarget={shell.frame ? '_blank' : undefined}
          secondary
        >
          {words.toCity}
        </Button>
      </p>
    </section>
  );
}

const shownFields = ['given_name', 'family_name', 'email', 'zip', 'keep_informed', 'share_words'];

function linesOf(
  { errors, showDistrict, asksStreet, partner }: PersonForm,
  language: Language,
): SummaryLine[] {
  const shown = new Set([...shownFields, 'website']);
  if (showDistrict) shown.add('district');
  if (asksStreet) shown.add('street');
  if (partner) shown.add('partner_contact');
  return errors.map((error) => ({
    href: `#${shown.has(error.field) ? error.field : 'review'}`,
    text: formErrorText(language, error),
  }));
}
