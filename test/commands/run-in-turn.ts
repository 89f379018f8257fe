/**
 * Runs commands one after another in this one process, because each process takes a second to load wrangler. The
 * argument is a JSON array of commands; the output is what each of them said and its exit code.
 */
const commands: string[][] = JSON.parse(process.argv[2] ?? '[]');
const outcomes: { code: number; said: string }[] = [];
for (const [turn, [name = '', ...args]] of commands.entries()) {
  const said: string[] = [];
  console.log = (text) => said.push(String(text));
  console.error = console.log;
  process.argv = [process.execPath, name, ...args];
  process.exitCode = undefined;
  // A module runs once for each address that it is imported by.
  await import(`../../worker/commands/${name}.ts?turn=${turn}`);
  outcomes.push({ code: Number(process.exitCode ?? 0), said: said.join('\n') });
}
process.exitCode = 0;
process.stdout.write(JSON.stringify(outcomes));

export {};
