import { isNestedBeyond } from '../../kits/depth-rules.ts';
import {
  listOf,
  type Part,
  partOf,
  same,
  say,
  type Tool,
  valueAt,
  valueIn,
  withValueAt,
} from '../../kits/form-rules.ts';

/** Brings questions from SurveyJS into the survey of the page, after those that it has. */
export const importTool: Tool = {
  slug: 'surveyjs',
  label: say('Bring questions from SurveyJS', 'Traer preguntas de SurveyJS'),
  hint: say(
    'A JSON file of SurveyJS. Its pages become sections after those that there are, and what could not be kept is listed.',
    'Un archivo JSON de SurveyJS. Sus páginas se añaden como secciones, y se indica lo que no se pudo conservar.',
  ),
  files: [{ key: 'file', label: say('File of SurveyJS', 'Archivo de SurveyJS') }],
  async load() {
    const { importSurveyJs } = await import('../surveyjs/import-rules.ts');
    return (part, _around, files) => {
      const json = jsonIn(files.file);
      if (isNestedBeyond(json)) {
        const told = say(
          'The survey in the file has too many panels inside of panels. Nothing was changed.',
          'La encuesta del archivo tiene demasiados paneles dentro de otros. No se cambió nada.',
        );
        return { part, told: [told] };
      }
      if (json === undefined) {
        return {
          part,
          told: [
            say(
              'The file holds no survey as JSON. Nothing was changed.',
              'El archivo no contiene una encuesta en JSON. No se cambió nada.',
            ),
          ],
        };
      }
      const { sections, leftOut } = importSurveyJs(json);
      const before = listOf(part.sections);
      const told = leftOut.slice(0, 100).map(({ path, why }) => same(`${path}: ${why}`));
      const n = sections.reduce((sum, { questions }) => sum + questions.length, 0);
      const head =
        n === 0
          ? say('No question could be kept.', 'No se pudo conservar ninguna pregunta.')
          : say(
              `Questions brought in: ${n}. Left out or changed: ${leftOut.length}.`,
              `Preguntas traídas: ${n}. Omitidas o cambiadas: ${leftOut.length}.`,
            );
      // As the kit's JSON has them, without keys that say nothing.
      const added = JSON.parse(JSON.stringify(renamed(sections, before))) as unknown[];
      return { part: n === 0 ? part : { ...part, sections: [...before, ...added] }, told: [head, ...told] };
    };
  },
};

/** Sections whose id is taken get a number after it. */
function renamed<Section extends { id: string }>(sections: Section[], before: unknown[]): Section[] {
  const taken = before.map((one) => valueIn(one, 'id'));
  return sections.map((section) => {
    const numbers = Array.from({ length: 99 }, (_, i) => `${section.id}-${i + 2}`);
    const id = taken.includes(section.id) ? numbers.find((one) => !taken.includes(one)) : section.id;
    taken.push(id);
    return { ...section, id: id ?? section.id };
  });
}

/** Undefined if it is no JSON. */
function jsonIn(file: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(file));
  } catch {
    return undefined;
  }
}

/** Makes the link to the city's survey with the answers that the campaign suggests. */
export const tryTool: Tool = {
  slug: 'try',
  label: say('Try the link', 'Probar el enlace'),
  hint: say(
    'Makes the link as residents get it, with the answers that you suggest. Nothing is sent.',
    'Forma el enlace como lo recibe cada residente, con las respuestas propuestas. No se envía nada.',
  ),
  async load() {
    const [
      { adapters },
      { survey: schema },
      { surveyOf },
      { suggestedAnswers },
      { inLanguages },
      { languagesOf },
    ] = await Promise.all([
      import('../carry/adapters/registry.ts'),
      import('./schema.ts'),
      import('../survey.ts'),
      import('../rules.ts'),
      import('../../kits/texts.ts'),
      import('../../kits/form-rules.ts'),
    ]);
    return (part, { kit, path }) => {
      const whole = valueAt(kit, path.slice(0, 2));
      const read = inLanguages(languagesOf(kit), () => schema.safeParse(alone(whole, part)));
      const adapter = adapters.get(String(part.adapter));
      const config = adapter?.config.safeParse(part.config);
      if (!adapter || !read.success || !config?.success) return { part, told: [unfinished] };
      const survey = surveyOf(read.data);
      const answers = suggestedAnswers(survey);
      const { url, carried, toCopy } = adapter.build({
        survey,
        answers,
        language: 'en',
        config: config.data,
      });
      const told = say(
        `${adapter.label}: the link fills in ${carried.length} answers, and ${toCopy.length} are copied by hand.`,
        `${adapter.label}: el enlace llena ${carried.length} respuestas y ${toCopy.length} se copian a mano.`,
      );
      return { part, told: [told], link: url };
    };
  },
};

const unfinished = say(
  'The survey or these settings are not finished yet, so there is no link to try. Save to see what is to be mended.',
  'La encuesta o estos ajustes aún no están completos, así que no hay enlace que probar. Guarde para ver qué falta corregir.',
);

/** The survey with this way alone: what is wrong in another does not matter here. */
function alone(survey: unknown, way: Part): unknown {
  return withValueAt(partOf(survey), ['carry'], [way]);
}
