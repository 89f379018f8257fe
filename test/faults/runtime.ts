import { startServer } from '../bench/server.ts';

/** A process that a test may kill: runs the Worker directly on workerd and prints its port as a line of JSON. */
const [bundles = '', stateDir = ''] = process.argv.slice(2);
const { port } = await startServer({ bundles: JSON.parse(bundles), stateDir, mail: true });
console.log(JSON.stringify({ port }));
