/**
 * A question that conditions can refer to: its answers by their names in SurveyJS, in lower case. `isList`: an answer
 * is a list of them.
 */
export type Comparable = { id: string; values: Map<string, string>; isList: boolean };

/** `isWider`: the question is asked of more people than the condition says. */
export type ShowIf = { question: string; is: string[]; isWider: boolean };

const part =
  /^\s*\(?\s*\{(?<name>[^{}]+)\}\s*(?<operator>==?|equals?|anyof|contains)\s*(?<value>\[[^\]]*\]|'[^']*'|"[^"]*"|[\w.-]+)\s*\)?\s*$/i;

/**
 * Understands `{question} = 'value'`, `anyof` and `contains`, and several of those about one question joined by `or`.
 */
export function showIfOf(condition: string, before: Map<string, Comparable>): ShowIf | null {
  const parts = condition.split(/\s+(?:or|\|\|)\s+/i).map((one) => part.exec(one)?.groups);
  const names = new Set(parts.map((one) => one?.name?.trim()));
  const [name] = names;
  const question = name === undefined ? undefined : before.get(name);
  if (!question || names.size > 1) return null;
  const is = parts
    .flatMap((one) => valuesIn(one?.value ?? '', one?.operator ?? ''))
    .map((value) => {
      // SurveyJS ignores case.
      return question.values.get(value.toLowerCase());
    });
  const known = is.filter((value) => value !== undefined);
  // In SurveyJS, `=` is true only for a list of exactly that one choice; in a kit, the choice may be one of several.
  const isWider = question.isList && parts.some((one) => /^(==?|equals?)$/i.test(one?.operator ?? ''));
  return known.length > 0 && known.length === is.length
    ? { question: question.id, is: [...new Set(known)], isWider }
    : null;
}

/** A list may only mean "any of these"; `= [...]` means "all of these", which kits do not have. */
function valuesIn(written: string, operator: string): string[] {
  if (!written.startsWith('[')) return [unquoted(written)];
  if (operator.toLowerCase() !== 'anyof') return [''];
  return [...written.slice(1, -1).matchAll(/'[^']*'|"[^"]*"|[^,\s]+/g)].map(([value]) => unquoted(value));
}

function unquoted(value: string): string {
  return value.replace(/^(['"])(.*)\1$/s, '$2').trim();
}
