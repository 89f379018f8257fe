import { copy } from '../copy.ts';
import type { Language } from '../language.ts';
import { pathIn, type Shell, type TypedForm } from '../shell.ts';

type LanguageLinkProps = { shell: Shell; other: Language };

/** Leads to the same page in the other language. Where the page has a form, it is a button that keeps what was typed. */
export function LanguageLink({ shell, other }: LanguageLinkProps) {
  const { typed } = shell;
  if (typed) return <LanguageButton shell={shell} typed={typed} other={other} />;
  return (
    <a href={pathIn(shell, other)} hreflang={other} lang={other}>
      {copy[shell.language].otherLanguage}
    </a>
  );
}

function LanguageButton({ shell, typed, other }: LanguageLinkProps & { typed: TypedForm }) {
  return (
    <button
      class="link"
      type="submit"
      form={typed.form}
      formaction={pathIn({ ...shell, path: typed.action }, other)}
      name="step"
      value={typed.isChecked ? 'language-check' : 'language'}
      lang={other}
      // For a frame that may not send forms.
      data-page={shell.frame ? pathIn(shell, other) : undefined}
    >
      {copy[shell.language].otherLanguage}
    </button>
  );
}
