import { formatDate } from '../../web/language.ts';
import { findCampaignById } from '../campaigns/store.ts';
import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { knownQuery } from '../platform/query.ts';
import { hostTyped, mostHosts } from './host-rules.ts';
import { EmbedHostsPage, type Problem } from './pages/console-page.tsx';
import { type Hosts, setHosts, told, undoHosts } from './set-hosts.ts';
import { listEmbedHosts } from './store.ts';

const seenShown = 50;

/** The sites that may show the campaign's forms, and those on which they were seen. */
export const embedsSection: ConsoleSection = {
  verbs: {
    'look-at-embeds': { role: 'viewer' },
    'set-embed-hosts': { role: 'editor' },
  },
  menu: [{ path: '/embeds', order: 80, label: { en: 'Embeds', es: 'Inserciones' }, verb: 'look-at-embeds' }],
  routes(console) {
    console.get('/embeds', 'look-at-embeds', (c) => embedsPage(c));
    console.post('/embeds', 'set-embed-hosts', change);
  },
  subjects: (_db, { slug }) =>
    knownQuery(
      new Map([
        [
          slug,
          {
            words: { en: 'Forms on other sites', es: 'Formularios en otros sitios' },
            page: { path: '/embeds', verb: 'look-at-embeds' },
          },
        ],
      ]),
    ),
  acts: {
    'set-embed-hosts': {
      words: {
        en: 'The sites that may show the forms were changed',
        es: 'Se cambiaron los sitios que pueden mostrar los formularios',
      },
      verb: 'set-embed-hosts',
      undo: undoHosts,
    },
  },
};

async function hostsOf(c: ConsoleContext): Promise<Hosts> {
  return (await findCampaignById(c.var.deps.db, c.var.campaign.id))?.embed.hosts ?? 'open';
}

async function embedsPage(c: ConsoleContext, problem: Problem | null = null) {
  const { deps, campaign, language, form } = c.var;
  const [frame, hosts, seen] = await Promise.all([
    consoleFrame(c),
    hostsOf(c),
    listEmbedHosts(deps.db, campaign.id, seenShown),
  ]);
  const page = (
    <EmbedHostsPage
      frame={frame}
      hosts={hosts === 'open' ? null : hosts}
      seen={told(hosts)}
      shownOn={seen.map(({ host, n, lastOn }) => ({ host, n, last: formatDate(lastOn, language) }))}
      typed={form.values.host ?? ''}
      mayChange={c.var.may('set-embed-hosts')}
      problem={problem}
    />
  );
  return c.html(page, problem === null ? 200 : problem === 'changed' ? 409 : 422);
}

async function change(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const from = await hostsOf(c);
  if (form.values.seen !== told(from)) return embedsPage(c, 'changed');
  const to = wantedOf(c, from);
  if (to === 'refused') return refuse(c, 'bad-request');
  if (to === 'no-host' || to === 'too-many' || to === 'known') return embedsPage(c, to);
  const done = await setHosts(deps, { campaign, from, to: to.hosts, actor: organizer.id, now });
  if (!done.ok) return embedsPage(c, 'changed');
  return c.redirect(withDone(consolePath(campaign, '/embeds'), done.value.id), 303);
}

function wantedOf(
  c: ConsoleContext,
  from: Hosts,
): { hosts: Hosts } | Exclude<Problem, 'changed'> | 'refused' {
  const { decision, host: typed = '', remove = '' } = c.var.form.values;
  const list = from === 'open' ? [] : from;
  if (decision === 'open') return from === 'open' ? 'refused' : { hosts: 'open' };
  if (decision === 'add') {
    const host = hostTyped(typed);
    if (!host) return 'no-host';
    if (list.includes(host)) return 'known';
    return list.length >= mostHosts ? 'too-many' : { hosts: [...list, host] };
  }
  const left = list.filter((host) => host !== remove);
  // A list of none would be no list: then every site may again, which somebody has to want.
  return decision === 'remove' && left.length < list.length && left.length > 0 ? { hosts: left } : 'refused';
}
