import { type KitForms, listOf, namedOptions, say, valueIn } from '../kits/form-rules.ts';

export const storiesForms: KitForms = {
  pages: [
    {
      slug: 'stories',
      order: 105,
      at: 'campaign',
      title: say('Stories', 'Historias'),
      about: say(
        'Who invites survivors to tell, and what readers are told first. Nothing that was told is in here.',
        'Quién invita a sobrevivientes a contar y qué se dice primero a quien lee. Aquí no está nada de lo contado.',
      ),
      fields: [
        {
          kind: 'group',
          key: 'stories',
          optional: true,
          head: 'invited_by',
          label: say('Stories', 'Historias'),
          fields: [
            {
              kind: 'several',
              key: 'invited_by',
              optional: true,
              label: say('Partners that invite', 'Socios que invitan'),
              hint: say(
                'Only partners led by survivors. Choose none for a campaign without stories.',
                'Solo socios dirigidos por sobrevivientes. No elija ninguno si la campaña no tiene historias.',
              ),
              options: ({ kit }) =>
                namedOptions(
                  listOf(valueIn(kit.campaign, 'partners')).filter(
                    (one) => valueIn(one, 'sector') === 'survivor-led',
                  ),
                  'slug',
                  'name',
                ),
            },
            {
              kind: 'text',
              key: 'about',
              rows: 3,
              optional: true,
              label: say('What you say about them', 'Lo que ustedes dicen de ellas'),
            },
            {
              kind: 'text',
              key: 'content_note',
              rows: 2,
              optional: true,
              label: say('Before they are read', 'Antes de leerlas'),
              hint: say('Left empty, the usual note stands there.', 'Si queda vacío, va el aviso habitual.'),
            },
          ],
        },
      ],
    },
  ],
};
