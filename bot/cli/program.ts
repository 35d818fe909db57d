/** All commands put together; each stage has its file. */
import { Command, CommanderError } from 'commander';
import { doorOf, exit, globalOptions } from './door.ts';
import { drawCommands } from './draw.ts';
import { importCommands } from './import.ts';
import { ledgerCommands } from './ledger.ts';
import { listCommands } from './list.ts';
import { peopleCommands } from './people.ts';
import { planCommands } from './plan.ts';
import { policyCommands } from './policy.ts';
import { poolCommands } from './pool.ts';
import { templateCommand } from './template.ts';
import { verifyCommand } from './verify.ts';
import { visitCommands } from './visit.ts';

const program = new Command('mingchou')
  .description('明抽：双随机、一公开联合抽查协调 · joint random inspections, drawn in the open')
  .helpOption('-h, --help', '帮助 · help')
  .helpCommand('help [command]', '某个命令的帮助 · help for a command')
  .showSuggestionAfterError()
  .exitOverride();
for (const option of globalOptions()) program.addOption(option);
program.addHelpText(
  'after',
  '\n退出码 · exit codes: 0 办成 done, 1 被拒绝 refused, 2 用法不对 wrong call, 3 核验不通过 verification failed, 4 数据库或文件出错 trouble',
);

const door = doorOf(program);
for (const register of [
  peopleCommands,
  policyCommands,
  importCommands,
  templateCommand,
  listCommands,
  poolCommands,
  planCommands,
  drawCommands,
  visitCommands,
  verifyCommand,
  ledgerCommands,
]) {
  register(program, door);
}

program
  .command('帮助', { hidden: true })
  .argument('[command]')
  .action((name?: string) => (program.commands.find((each) => each.name() === name) ?? program).outputHelp());

try {
  await program.parseAsync();
} catch (thrown) {
  if (!(thrown instanceof CommanderError)) throw thrown;
  // Help that was asked for is no slip; commander has printed everything itself.
  process.exitCode = thrown.exitCode === 0 ? exit.done : exit.wrongCall;
}
