import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { parseAst } from 'rolldown/parseAst';

/*
 * What late modules say in sentences, SQL and HTML is moved out of their code, as the texts of late pages are: it
 * would be a tenth of the Worker, and all of it is read first when something late is used.
 */

/** Shorter ones would cost more than they save. */
const shortest = 9;

export type TakenOut = { code: string; map: string };

/** Strings by their place in the asset; an equal one is stored once. */
export type LateStrings = { placeOf: (text: string) => number; all: () => string[] };

export function createLateStrings(): LateStrings {
  const places = new Map<string, number>();
  return {
    placeOf(text) {
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return place;
    },
    all: () => [...places.keys()],
  };
}

/** The module as JavaScript, with `list[place]` in place of its long strings. The lines stay the same. */
export function takeOutStrings(path: string, strings: LateStrings, list: string): TakenOut {
  const { code, map } = asJavaScript(path);
  let out = code;
  const found = findIn(parseAst(code)).sort((a, b) => b.start - a.start);
  for (const { start, end, text, isPart } of found) {
    const written = `${list}[${strings.placeOf(text)}]`;
    const lines = linesOf(code.slice(start, end));
    out = out.slice(0, start) + (isPart ? `\${${written}${lines}}` : `${written}${lines}`) + out.slice(end);
  }
  return { code: out, map };
}

/**
 * The module as JavaScript, with one space for each line break and indentation within its templates, which hold SQL.
 * The lines of the code stay the same.
 */
export function takeOutIndentation(path: string): TakenOut {
  const { code, map } = asJavaScript(path);
  const templates = templatesIn(parseAst(code)).sort((a, b) => b.start - a.start);
  let out = code;
  for (const { start, end } of templates) {
    const template = code.slice(start, end);
    out = out.slice(0, start) + template.replaceAll(/\s*\n\s*/g, ' ') + linesOf(template) + out.slice(end);
  }
  return { code: out, map };
}

/** As many line breaks as there are in a text. */
const linesOf = (text: string) => '\n'.repeat(text.split('\n').length - 1);

function asJavaScript(path: string): TakenOut {
  return transformSync(readFileSync(path, 'utf8'), {
    loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
    format: 'esm',
    target: 'es2024',
    sourcemap: 'external',
    sourcefile: path,
    charset: 'utf8',
    tsconfigRaw: {
      compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'hono/jsx', verbatimModuleSyntax: true },
    },
  });
}

/** `isPart`: of a template with expressions. */
type Found = { start: number; end: number; text: string; isPart: boolean };
type Node = {
  type: string;
  start: number;
  end: number;
  computed?: unknown;
  key?: unknown;
  value?: unknown;
  quasi?: Node;
  quasis?: Node[];
  expressions?: Node[];
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function findStrings(node: Node): Found[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return [];
    case 'TaggedTemplateExpression':
      return findIn(node.quasi?.expressions);
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return [...(node.computed ? findIn(node.key) : []), ...findIn(node.value)];
    case 'Literal':
      return isLong(node.value) ? [{ ...placeOf(node), text: node.value, isPart: false }] : [];
    case 'TemplateLiteral':
      return findInTemplate(node);
    default:
      return Object.values(node).flatMap(findIn);
  }
}

/** The outermost ones without a tag. */
function templatesIn(value: unknown): { start: number; end: number }[] {
  if (Array.isArray(value)) return value.flatMap(templatesIn);
  if (!isNode(value)) return [];
  if (value.type === 'TemplateLiteral') return [value];
  if (value.type === 'TaggedTemplateExpression') return [];
  return Object.values(value).flatMap(templatesIn);
}

function findIn(value: unknown): Found[] {
  if (Array.isArray(value)) return value.flatMap(findIn);
  return isNode(value) ? findStrings(value) : [];
}

function findInTemplate(node: Node): Found[] {
  const parts = (node.quasis ?? []).map((part) => {
    return { part, text: (part.value as { cooked: unknown }).cooked };
  });
  const expressions = node.expressions ?? [];
  const [only] = parts;
  if (expressions.length === 0)
    return only && isLong(only.text) ? [{ ...placeOf(node), text: only.text, isPart: false }] : [];
  return [
    ...findIn(expressions),
    ...parts.flatMap(({ part, text }) => (isLong(text) ? [{ ...placeOf(part), text, isPart: true }] : [])),
  ];
}

const isLong = (text: unknown): text is string => typeof text === 'string' && text.length >= shortest;
const placeOf = ({ start, end }: Node) => ({ start, end });
