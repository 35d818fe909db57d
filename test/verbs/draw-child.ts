/**
 * A program that does one act of a ceremony on a database, for tests with several processes:
 * `node draw-child.ts <act> <database> <office> <now> <input as JSON>`. It says `ready` before the act and its outcome after it, and
 * then waits to be killed where the input asks for that.
 */
import { writeSync } from 'node:fs';
import { openDesk } from '../../bot/desk/desk.ts';
import { staff } from '../../bot/practice/people.ts';
import { cosign } from '../../bot/verbs/draw/cosign.ts';
import { type FreezeInput, freeze } from '../../bot/verbs/draw/freeze.ts';
import { open } from '../../bot/verbs/draw/open.ts';
import { seal } from '../../bot/verbs/draw/seal.ts';

// Unbuffered: what was said before the kill is what the parent reads.
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

type Input =
  | { readonly act: 'freeze'; readonly input: FreezeInput }
  | { readonly act: 'seal'; readonly ceremony: number; readonly digits: string; readonly typed: string }
  | { readonly act: 'open'; readonly ceremony: number };

const [database = '', office = '', now = '', text = '{}'] = process.argv.slice(2);
const asked: Input = JSON.parse(text);
const desk = await openDesk({ database, office, now: () => now });
say('ready');
switch (asked.act) {
  case 'freeze': {
    const done = await freeze(desk, staff.drafter, asked.input);
    say(done.ok ? `frozen ${done.value.ceremony}` : `refused ${JSON.stringify(done.error)}`);
    break;
  }
  case 'seal': {
    const { ceremony, digits, typed } = asked;
    const cosigned = await cosign(desk, staff.discipline, { ceremony, digits });
    const done = cosigned.ok ? await seal(desk, staff.discipline, { ceremony, typed }) : cosigned;
    say(done.ok ? 'sealed' : `refused ${JSON.stringify(done.error)}`);
    // Held up here, as a machine is that loses its power between two acts.
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    break;
  }
  case 'open': {
    const done = await open(desk, staff.drafter, asked.ceremony);
    say(done.ok ? `opened ${done.value.record.digest}` : `refused ${JSON.stringify(done.error)}`);
    break;
  }
}
desk.close();
