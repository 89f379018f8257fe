import { startServer } from '../bench/server.ts';

/** A process of its own, which a test may kill: the Worker straight on workerd. Says its port in a line of JSON. */
const [bundles = '', stateDir = ''] = process.argv.slice(2);
const { port } = await startServer({ bundles: JSON.parse(bundles), stateDir, mail: true });
console.log(JSON.stringify({ port }));
