/**
 * Runs commands one after another in this one process, because each process takes a second to load what they need. A
 * message asks for one command; the answer is what it said and its exit code.
 */
type Asked = { name: string; args: string[]; environment: Record<string, string> };

let turn = 0;
let said = { out: '', errors: '' };
console.log = (text) => (said.out += `${text}\n`);
console.error = (text) => (said.errors += `${text}\n`);

let before: Promise<void> = Promise.resolve();
process.on('message', (asked: Asked) => {
  before = before.then(() => run(asked));
});
process.once('disconnect', () => process.exit());

async function run({ name, args, environment }: Asked): Promise<void> {
  said = { out: '', errors: '' };
  const usual = process.env;
  process.env = { ...usual, ...environment };
  process.argv = [process.execPath, name, ...args];
  process.exitCode = undefined;
  turn += 1;
  try {
    // A module runs once for each address that it is imported by.
    await import(`../../worker/commands/${name}.ts?turn=${turn}`);
  } catch (error) {
    process.exitCode = 1;
    console.error(error);
  }
  process.env = usual;
  process.send?.({ code: Number(process.exitCode ?? 0), ...said });
  process.exitCode = undefined;
}

export {};
