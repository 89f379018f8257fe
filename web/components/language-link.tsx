import { copy } from '../copy.ts';
import type { Language } from '../language.ts';
import { pathIn, type Shell, type TypedForm } from '../shell.ts';

type LanguageLinkProps = { shell: Shell; other: Language };

/**
 * Leads to the same page in the other language. If something was typed, it is a button that keeps what was typed. On a
 * fresh form the script does that, once something is typed.
 */
export function LanguageLink({ shell, other }: LanguageLinkProps) {
  const { typed } = shell;
  if (typed && !typed.isFresh) return <LanguageButton shell={shell} typed={typed} other={other} />;
  const carries = typed && { 'data-form': typed.form, 'data-to': addressIn(shell, typed, other) };
  return (
    <a href={pathIn(shell, other)} hreflang={other} lang={other} {...carries}>
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
      formaction={addressIn(shell, typed, other)}
      name="step"
      value={typed.isChecked ? 'language-check' : 'language'}
      lang={other}
    >
      {copy[shell.language].otherLanguage}
    </button>
  );
}

function addressIn(shell: Shell, { action }: TypedForm, other: Language): string {
  return pathIn({ ...shell, path: action }, other);
}
