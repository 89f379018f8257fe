/** As much of JSON Schema as our own documents use. */
export type Schema = {
  type?: string | string[];
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: unknown;
};

export type SchemaRow = { name: string; type: string; isRequired: boolean; text: string };

/** Every field by its path: `counts.received`, `thresholds[].name`. */
export function rowsOf(schema: Schema, path = ''): SchemaRow[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const name = path === '' ? key : `${path}.${key}`;
    const row = { name, type: typeOf(field), isRequired: required.has(key), text: field.description ?? '' };
    return [row, ...insideOf(field, name)];
  });
}

function insideOf(field: Schema, name: string): SchemaRow[] {
  const parts = [field, ...(field.anyOf ?? [])];
  return parts.flatMap((part) => [
    ...(part.properties ? rowsOf(part, name) : []),
    ...(part.items?.properties ? rowsOf(part.items, `${name}[]`) : []),
  ]);
}

function typeOf({ type, enum: choices, const: only, format, items, anyOf }: Schema): string {
  if (only !== undefined) return JSON.stringify(only);
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' | ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' | ');
  if (type === 'array') return `${items ? typeOf(items) : 'any'}[]`;
  const plain = Array.isArray(type) ? type.join(' | ') : (type ?? 'any');
  return format ? `${plain} (${format})` : plain;
}
