import { Button } from '../../../web/components/button.tsx';
import { DistrictField, type DistrictQuestion, packedZips } from '../../../web/components/district-field.tsx';
import { Checkbox, TextArea, TextField } from '../../../web/components/field.tsx';
import { errorOf, type FieldError } from '../../../web/components/field-errors.ts';
import { personCopy } from '../../../web/components/person-copy.ts';
import { PrivacyLink } from '../../../web/components/privacy-link.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { copy } from './copy.ts';
import { lookCopy } from './look-copy.ts';

export type Correction = DistrictQuestion & {
  values: Record<string, string>;
  errors: FieldError[];
  showDistrict: boolean;
  /** The campaign's request to leave details out of free texts. */
  noDetails: string | null;
};

type CorrectFormProps = {
  shell: Shell;
  words: SupporterWords;
  /** The address of the form. */
  path: string;
  correction: Correction;
  /** How to use another email address. */
  email: string;
  partner: string | null;
  buttons: Record<'button' | 'working', string>;
  /** More questions before anything is confirmed. `sourceName` is the name of the source, if there is one. */
  before?: { asksStreet: boolean; sourceName: string | null };
};

export function CorrectForm(props: CorrectFormProps) {
  const { shell, words, path, correction, partner, buttons, before } = props;
  const { language } = shell;
  const { publicName } = words;
  const { values, errors } = correction;
  const field = (name: string) => ({
    name,
    language,
    value: values[name] ?? '',
    error: errorOf(language, errors, name),
  });
  const ticked = (name: string) => ({ ...field(name), checked: values[name] === 'yes' });
  const labels = personCopy[language];
  const more = copy[language].change;
  return (
    <form class="fields" id="correct" method="post" action={linkFrom(shell, path)} novalidate>
      <p class="small">{props.email}</p>
      <div class="pair fields">
        <TextField {...field('given_name')} label={labels.givenName} autocomplete="given-name" />
        <TextField {...field('family_name')} label={labels.familyName} autocomplete="family-name" optional />
      </div>
      {publicName && (
        <Checkbox {...ticked('show_name')} label={publicName.tick} hint={lookCopy[language].again} />
      )}
      {before?.asksStreet && (
        <TextField
          {...field('street')}
          label={labels.street}
          hint={labels.streetHint}
          autocomplete="address-line1"
        />
      )}
      <TextField
        {...field('zip')}
        label={labels.zip}
        inputmode="numeric"
        autocomplete="postal-code"
        width="short"
      />
      <div data-zips={packedZips(correction.districtZips)} hidden={!correction.showDistrict}>
        <DistrictField
          {...field('district')}
          districts={correction.districts}
          lookupUrl={correction.lookupUrl}
          wholeCity={correction.wholeCity}
        />
      </div>
      {publicName && (
        <TextArea
          {...field('comment')}
          label={labels.comment}
          hint={correction.noDetails ?? undefined}
          rows={4}
          optional
        />
      )}
      <Checkbox {...ticked('keep_informed')} label={labels.keepInformed} hint={labels.keepInformedHint} />
      {partner && (
        <Checkbox
          {...ticked('partner_contact')}
          label={message(labels.partnerContact, { partner }, language)}
          hint={labels.partnerContactHint}
        />
      )}
      {before?.sourceName && (
        <Checkbox
          {...ticked('by_source')}
          label={message(more.source, { source: before.sourceName }, language)}
          hint={more.sourceHint}
        />
      )}
      <Button working={buttons.working}>{buttons.button}</Button>
      <PrivacyLink shell={shell} />
    </form>
  );
}

type EndFormProps = {
  shell: Shell;
  /** The address of the form. */
  path: string;
  words: Record<'heading' | 'open' | 'text' | 'button' | 'working', string>;
};

/**
 * The button is inside a closed <details>, so that without JavaScript it takes two deliberate presses. A link to the
 * form opens it.
 */
export function EndForm({ shell, path, words }: EndFormProps) {
  return (
    <>
      <h2>{words.heading}</h2>
      <details>
        <summary>{words.open}</summary>
        <form class="fields" id={path.split('/').at(-1)} method="post" action={linkFrom(shell, path)}>
          <p>{words.text}</p>
          <Button working={words.working} secondary>
            {words.button}
          </Button>
          <PrivacyLink shell={shell} />
        </form>
      </details>
    </>
  );
}
