import { Checkbox, Select, TextField } from '../../../web/components/field.tsx';
import { chosenLanguage } from '../../../web/components/share-links.ts';
import { type SourceGroup, SourceOptions } from '../../../web/components/source-options.tsx';
import { type Language, message } from '../../../web/language.ts';
import { frameSchemes, type Scheme } from '../../../web/scheme-rules.ts';
import { otherLanguage, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

type ChosenOptions = {
  source: string;
  language: Language | null;
  /** As typed. */
  accent: string;
  isCompact: boolean;
  hasProgress: boolean;
  scheme: Scheme;
};

export type EmbedOptionsProps = {
  shell: Shell;
  action: { title: string; href: string };
  sources: SourceGroup[];
  chosen: ChosenOptions;
  /** Why the typed color is not accepted. `nearest`: six hex digits. */
  accentProblem: { code: 'no-color' } | { code: 'too-pale'; nearest: string } | null;
};

/** The choices for a widget. They stand in the address of the page. */
export function EmbedOptions(props: EmbedOptionsProps) {
  const { shell, action, sources, chosen } = props;
  const { language } = shell;
  const words = copy[language].options;
  const spoken = chosenLanguage(shell);
  const error = problemIn(props);
  return (
    <form class="fields options" id="options" action={`${action.href}/embed`}>
      <h2>{words.heading}</h2>
      {spoken !== '' && <input type="hidden" name="lang" value={spoken} />}
      <div class="field narrow">
        <label for="source">{words.source}</label>
        <p class="hint" id="source-hint">
          {words.sourceHint}
        </p>
        <SourceOptions
          groups={sources}
          chosen={chosen.source}
          none={words.noSource}
          own={words.own}
          describedBy="source-hint"
        />
      </div>
      {otherLanguage(shell) && (
        <div class="narrow">
          <Select
            name="in"
            label={words.language}
            language={language}
            error={null}
            value={chosen.language ?? ''}
            options={[
              { value: '', label: words.visitors },
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
          />
        </div>
      )}
      <Accent {...props} error={error} />
      <Checkbox
        name="compact"
        label={words.compact}
        language={language}
        error={null}
        checked={chosen.isCompact}
      />
      <div class="narrow">
        <Select
          name="progress"
          label={words.progress}
          language={language}
          error={null}
          value={chosen.hasProgress ? '' : 'off'}
          options={[
            { value: '', label: words.progressOn },
            { value: 'off', label: words.progressOff },
          ]}
        />
      </div>
      <div class="narrow">
        <Select
          name="scheme"
          label={words.scheme}
          hint={words.schemeHint}
          language={language}
          error={null}
          value={chosen.scheme}
          options={frameSchemes.map((value) => ({ value, label: words.schemes[value] }))}
        />
      </div>
      <button class="button secondary" type="submit">
        {words.button}
      </button>
    </form>
  );
}

function Accent({
  shell,
  action,
  chosen,
  accentProblem,
  error,
}: EmbedOptionsProps & { error: string | null }) {
  const { language } = shell;
  const words = copy[language].options;
  return (
    <>
      <TextField
        name="accent"
        label={words.accent}
        hint={words.accentHint}
        language={language}
        value={chosen.accent}
        error={error}
        width="short"
        optional
      />
      {accentProblem?.code === 'too-pale' && (
        <p>
          <a href={nearestHref({ shell, action, chosen }, accentProblem.nearest)}>
            {message(words.useNearest, { color: `#${accentProblem.nearest}` }, language)}
          </a>
        </p>
      )}
    </>
  );
}

/** What is wrong with the color, in words. */
export function problemIn({
  shell,
  accentProblem,
}: Pick<EmbedOptionsProps, 'shell' | 'accentProblem'>): string | null {
  const { language } = shell;
  const words = copy[language].options;
  if (accentProblem === null) return null;
  return accentProblem.code === 'no-color'
    ? words.noColor
    : message(words.tooPale, { color: `#${accentProblem.nearest}` }, language);
}

/** The same choice with that color. */
function nearestHref(
  { shell, action, chosen }: Pick<EmbedOptionsProps, 'shell' | 'action' | 'chosen'>,
  accent: string,
): string {
  const query = new URLSearchParams({ accent });
  const spoken = chosenLanguage(shell);
  if (spoken !== '') query.set('lang', spoken);
  if (chosen.source !== '') query.set('source', chosen.source);
  if (chosen.language) query.set('in', chosen.language);
  if (chosen.isCompact) query.set('compact', 'yes');
  if (!chosen.hasProgress) query.set('progress', 'off');
  if (chosen.scheme !== 'light') query.set('scheme', chosen.scheme);
  return `${action.href}/embed?${query}`;
}
