import {
  type Around,
  type Field,
  type KitForms,
  listOf,
  namedOptions,
  type Option,
  same,
  say,
  valueAt,
  valueIn,
} from '../kits/form-rules.ts';

/** What the part around a request says: its petition and its asks. */
function partAround({ kit, path }: Around): unknown {
  return valueAt(kit, path.slice(0, 2));
}

function petitionAround(around: Around): unknown {
  const slug = valueIn(partAround(around), 'petition');
  return listOf(around.kit.petitions).find((one) => valueIn(one, 'slug') === slug);
}

function thresholds(around: Around): Option[] {
  return listOf(valueIn(petitionAround(around), 'thresholds')).flatMap((one) => {
    const signatures = valueIn(one, 'signatures');
    return typeof signatures === 'number'
      ? [{ value: String(signatures), label: same(String(signatures)) }]
      : [];
  });
}

const asks: Field = {
  kind: 'list',
  key: 'asks',
  label: say('What the petition asks, one by one', 'Lo que pide la petición, punto por punto'),
  hint: say('So that each can be answered.', 'Para que cada punto pueda tener respuesta.'),
  add: say('Add an ask', 'Añadir un punto'),
  one: say('Ask', 'Punto'),
  titles: ['text', 'slug'],
  fields: [
    { kind: 'text', key: 'text', rows: 2, label: say('Ask', 'Punto') },
    {
      kind: 'slug',
      key: 'slug',
      from: 'text',
      label: say('Short name', 'Nombre corto'),
      hint: say(
        'Once it was asked of a committee, its words stay: an ask in other words gets a short name of its own.',
        'Cuando ya se pidió a un comité, sus palabras se quedan: con otras palabras lleva otro nombre corto.',
      ),
    },
  ],
};

const requests: Field = {
  kind: 'list',
  key: 'requests',
  optional: true,
  label: say('When an answer is asked for', 'Cuándo se pide una respuesta'),
  add: say('Add a request', 'Añadir una solicitud'),
  one: say('Request', 'Solicitud'),
  titles: ['at_signatures'],
  fields: [
    {
      kind: 'choice',
      key: 'at_signatures',
      isNumber: true,
      label: say('At so many signatures', 'Al llegar a tantas firmas'),
      hint: say('One of the petition’s thresholds.', 'Una de las metas de la petición.'),
      options: thresholds,
    },
    {
      kind: 'several',
      key: 'asks',
      label: say('Asks', 'Puntos'),
      options: (around) => namedOptions(valueIn(partAround(around), 'asks'), 'slug', 'text'),
    },
    {
      kind: 'choice',
      key: 'committee',
      standard: '',
      optional: true,
      label: say('Of whom', 'A quién'),
      options: ({ kit }) => [
        { value: '', label: say('To whom the petition is addressed', 'A quien se dirige la petición') },
        ...namedOptions(valueAt(kit, ['council', 'committees']), 'slug', 'name'),
      ],
    },
    {
      kind: 'line',
      key: 'answer_within_days',
      type: 'amount',
      optional: true,
      label: say('Days to answer', 'Días para responder'),
      hint: say('30 if empty.', '30 si queda vacío.'),
    },
  ],
};

export const responsesForms: KitForms = {
  pages: [
    {
      slug: 'asks',
      order: 25,
      at: '',
      title: say('Answers from the council', 'Respuestas del concejo'),
      about: say(
        'What is asked of whom, and at how many signatures.',
        'Qué se pide a quién, y con cuántas firmas.',
      ),
      fields: [
        {
          kind: 'list',
          key: 'official_responses',
          hasPages: true,
          optional: true,
          label: say('Petitions whose asks are listed', 'Peticiones con sus puntos'),
          add: say('List the asks of a petition', 'Anotar los puntos de una petición'),
          one: say('Asks', 'Puntos'),
          titles: ['petition'],
          fields: [
            {
              kind: 'choice',
              key: 'petition',
              label: say('Petition', 'Petición'),
              options: ({ kit }) => namedOptions(kit.petitions, 'slug', 'title'),
            },
            asks,
            requests,
          ],
        },
      ],
    },
  ],
};
