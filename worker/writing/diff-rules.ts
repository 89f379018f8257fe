import type { Language, Text } from '../../web/language.ts';

export type Line = { kind: 'same' | 'out' | 'in'; text: string };

/** A longer text is shown as all out and all in: comparing takes the product of both lengths. */
const mostCompared = 250_000;

/** Which lines go and which come, in the order of the text. */
export function lineChanges(before: readonly string[], after: readonly string[]): Line[] {
  const out = (text: string): Line => ({ kind: 'out', text });
  const come = (text: string): Line => ({ kind: 'in', text });
  if (before.length * after.length > mostCompared) return [...before.map(out), ...after.map(come)];
  const common = commonLengths(before, after);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old = '', now = ''] = [before[i], after[j]];
    if (i < before.length && j < after.length && old === now) {
      lines.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push(out(old));
      i += 1;
    } else {
      lines.push(come(now));
      j += 1;
    }
  }
  return lines;
}

const at = (table: number[][], i: number, j: number) => table[i]?.[j] ?? 0;

/** How many lines both have in common from these places on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (!row) continue;
      row[j] =
        before[i] === after[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

/** What a key of a kit is called. A key that is not here is shown as it is. */
const keyWords: Record<string, Text> = {
  campaign: { en: 'Campaign', es: 'Campaña' },
  petitions: { en: 'Petitions', es: 'Peticiones' },
  surveys: { en: 'Surveys', es: 'Encuestas' },
  city: { en: 'City', es: 'Ciudad' },
  council: { en: 'Council', es: 'Concejo' },
  languages: { en: 'Languages', es: 'Idiomas' },
  title: { en: 'title', es: 'título' },
  text: { en: 'text', es: 'texto' },
  text_note: { en: 'note about the text', es: 'nota sobre el texto' },
  ask: { en: 'what it asks for', es: 'lo que pide' },
  summary: { en: 'summary', es: 'resumen' },
  name: { en: 'name', es: 'nombre' },
  state: { en: 'state', es: 'estado' },
  accent: { en: 'color', es: 'color' },
  contact_email: { en: 'email address', es: 'correo' },
  retention_days: { en: 'days until data is erased', es: 'días hasta borrar los datos' },
  hashtags: { en: 'hashtags', es: 'etiquetas' },
  headline_fact: { en: 'headline fact', es: 'dato principal' },
  facts: { en: 'facts', es: 'datos' },
  phases: { en: 'phases', es: 'fases' },
  junctures: { en: 'dates that matter', es: 'fechas clave' },
  updates: { en: 'news', es: 'noticias' },
  questions_and_answers: { en: 'questions and answers', es: 'preguntas y respuestas' },
  care: { en: 'help lines', es: 'líneas de ayuda' },
  partners: { en: 'partners', es: 'organizaciones' },
  sources: { en: 'sources', es: 'fuentes' },
  norms: { en: 'norms', es: 'normas' },
  share: { en: 'share texts', es: 'textos para compartir' },
  embed: { en: 'sites that show its forms', es: 'sitios que muestran sus formularios' },
  thresholds: { en: 'thresholds', es: 'umbrales' },
  links: { en: 'short links', es: 'enlaces cortos' },
  committee: { en: 'committee', es: 'comité' },
  committees: { en: 'committees', es: 'comités' },
  seats: { en: 'seats', es: 'escaños' },
  districts: { en: 'districts', es: 'distritos' },
  zips: { en: 'ZIP codes', es: 'códigos postales' },
  opens_on: { en: 'first day', es: 'primer día' },
  closes_on: { en: 'last day', es: 'último día' },
  sections: { en: 'sections', es: 'secciones' },
  questions: { en: 'questions', es: 'preguntas' },
  options: { en: 'options', es: 'opciones' },
  en: { en: 'English', es: 'inglés' },
  es: { en: 'Spanish', es: 'español' },
};

export function keyWord(key: string, language: Language): string {
  return Object.hasOwn(keyWords, key) ? (keyWords[key]?.[language] ?? key) : key;
}

/** The path of a problem, such as `petitions[0].text.es`, in words. */
export function placeWords(path: string, language: Language): string {
  return path
    .split('.')
    .map((step) => {
      const [, key = step, place] = /^([^[]*)\[(\d+)\]$/.exec(step) ?? [];
      const word = keyWord(key, language);
      return place === undefined ? word : `${word} ${Number(place) + 1}`;
    })
    .join(', ');
}
