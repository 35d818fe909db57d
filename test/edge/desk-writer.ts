/**
 * A machine at which somebody gives one command after another: `node test/edge/desk-writer.ts <database> <key file> <prefix> <count>`. Enrols so
 * many persons, opening the desk anew for each as a command does, and prints the number of each that was acknowledged.
 */
import { run } from '../../bot/cli/program.ts';
import { ownTerminal } from '../../bot/cli/terminal.ts';

const [database = '', keyFile = '', prefix = '', count = '0'] = process.argv.slice(2);
for (let no = 1; no <= Number(count); no += 1) {
  const number = `${prefix}${no}`;
  const args = ['people', 'add', number, `办事员${no}`, '--role', 'liaison', '--department', 'scjg'];
  let exit = 0;
  await run(['--db', database, '--key', keyFile, '--as', 'o1', ...args], {
    ...ownTerminal,
    print: (stream, text) => {
      if (stream === 2) console.error(text);
    },
    end: (code) => {
      exit = code;
    },
  });
  if (exit === 0) console.log(number);
}
