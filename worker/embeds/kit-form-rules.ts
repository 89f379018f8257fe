import { type KitForms, say } from '../kits/form-rules.ts';

export const embedForms: KitForms = {
  pages: [
    {
      slug: 'embeds',
      order: 120,
      at: 'campaign',
      title: say('Forms on other sites', 'Formularios en otros sitios'),
      about: say('Which sites may show them in a frame.', 'Qué sitios pueden mostrarlos en un marco.'),
      fields: [
        {
          kind: 'group',
          key: 'embed',
          optional: true,
          label: say('Sites', 'Sitios'),
          fields: [
            {
              kind: 'written',
              key: 'hosts',
              rows: 6,
              optional: true,
              label: say('Sites that may show the forms', 'Sitios que pueden mostrar los formularios'),
              hint: say(
                'One on each line, such as example.org. Empty: every site may. While the campaign runs, the page “Embeds” changes it at once.',
                'Uno por línea; por ejemplo, example.org. Vacío: cualquier sitio puede. Con la campaña en marcha, la página «Inserciones» lo cambia de inmediato.',
              ),
              show: (hosts) =>
                Array.isArray(hosts)
                  ? hosts.map(String).join('\n')
                  : hosts === 'open'
                    ? ''
                    : String(hosts ?? ''),
              read: (typed) =>
                typed
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
            },
          ],
        },
      ],
    },
  ],
};
