import type { Text } from '../../../web/language.ts';
import type { KitSurvey } from './schema.ts';

/** Every word of a survey's questions, by ids that stay when others are added: `fund.options.yes.label`. */
export function answeredWords({ sections }: Pick<KitSurvey, 'sections'>): Map<string, Text> {
  const words = new Map<string, Text>();
  for (const question of sections.flatMap(({ questions }) => questions))
    collect(question, question.id, words);
  return words;
}

function collect(value: unknown, path: string, into: Map<string, Text>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('en' in value && typeof value.en === 'string' && 'es' in value) {
    into.set(path, value as Text);
    return;
  }
  for (const [key, one] of Object.entries(value)) {
    const id = (one as { id?: unknown } | null)?.id;
    collect(one, `${path}.${typeof id === 'string' ? id : key}`, into);
  }
}
