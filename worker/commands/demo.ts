import { err } from '../platform/result.ts';
import { readSettings } from '../platform/settings.ts';
import { hasDatabase, withDatabase } from './database.ts';
import { fillDemo } from './demo/fill.ts';
import { runCommand } from './run.ts';
import { runningPorts } from './server.ts';
import { readLocalVars } from './wrangler-config.ts';

const usage = `Fills the campaign on your machine with invented people: signatures, comments, answers, sheets of paper,
possible duplicates, some struck off or withdrawn, and an attack, over the last three weeks. All of them have "Demo" in their name.
One story of a survivor and three events are there too, marked as examples.

  npm run demo                while the server is stopped
  rm -rf .wrangler/state      takes them away again, with all else in the local database`;

// The Worker’s own log would hide the progress.
console.info = () => {};

process.exitCode = await runCommand({
  usage,
  read: (words) => (words.length === 0 ? {} : null),
  async run(_command, remote) {
    const settings = readSettings({ ...readLocalVars(), ...ofTheShell() } as never);
    if (remote || settings.environment === 'production' || settings.resend) {
      return err('Invented people are for your own machine only, where no mail goes out.');
    }
    if (!hasDatabase()) return err('There is no database yet. Make it with: npm start');
    // So many writes at once from two programs would find the database locked.
    if (runningPorts().length > 0) return err('Stop npm start first, and start it again afterwards.');
    return withDatabase({ remote: false }, (db) => {
      return fillDemo(db, { settings, now: new Date(), say: (text) => console.log(text) });
    });
  },
});

function ofTheShell(): Record<string, string | undefined> {
  const { ENVIRONMENT, RESEND_API_KEY } = process.env;
  const isEnvironment = ENVIRONMENT === 'local' || ENVIRONMENT === 'production';
  return { ...(isEnvironment && { ENVIRONMENT }), ...(RESEND_API_KEY && { RESEND_API_KEY }) };
}
