/** All commands put together; each stage has its file. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Words } from '../../core/words.ts';
import { bulletinCommands } from './bulletin.ts';
import { helpWords, slipWords, usageLine } from './commander-words.ts';
import { doctorCommand } from './doctor.ts';
import { type Door, doorOf, exit, globalOptions, WrongCall } from './door.ts';
import { drawCommands } from './draw.ts';
import { exchangeCommands } from './exchange.ts';
import { filingCommands } from './filing.ts';
import { followUpCommands } from './follow-up.ts';
import { importCommands } from './import.ts';
import { ledgerCommands } from './ledger.ts';
import { listCommands } from './list.ts';
import { meetingCommands } from './meeting.ts';
import { moveCommands } from './move.ts';
import { noticeCommands } from './notice.ts';
import { outcomeCommands } from './outcome.ts';
import { paperCommands } from './paper.ts';
import { peopleCommands } from './people.ts';
import { planCommands } from './plan.ts';
import { policyCommands } from './policy.ts';
import { poolCommands } from './pool.ts';
import { problemCommands } from './problem.ts';
import { recheckCommands } from './recheck.ts';
import { riskCommands } from './risk.ts';
import { subjectCommands } from './subject.ts';
import { taskCommands } from './task.ts';
import { templateCommand } from './template.ts';
import { ownTerminal, type Terminal } from './terminal.ts';
import { verifyCommand } from './verify.ts';
import { visitCommands } from './visit.ts';
import { visitWorkCommands } from './visit-work.ts';
import { voiceCommands } from './voice.ts';

const stages: readonly ((program: Command, door: Door) => void)[] = [
  peopleCommands,
  policyCommands,
  importCommands,
  templateCommand,
  listCommands,
  poolCommands,
  subjectCommands,
  taskCommands,
  planCommands,
  drawCommands,
  visitCommands,
  visitWorkCommands,
  filingCommands,
  outcomeCommands,
  noticeCommands,
  followUpCommands,
  recheckCommands,
  riskCommands,
  voiceCommands,
  problemCommands,
  meetingCommands,
  exchangeCommands,
  paperCommands,
  bulletinCommands,
  verifyCommand,
  ledgerCommands,
  doctorCommand,
  moveCommands,
];

/** The whole program on a terminal. */
export function programOn(terminal: Terminal): Command {
  const program = new Command('mingchou')
    .description('明抽：双随机、一公开联合抽查协调 · joint random inspections, drawn in the open')
    .helpOption('-h, --help', '帮助 · help')
    .helpCommand('help [命令]', '某个命令的帮助 · help for a command')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => terminal.print(1, text.replace(/\n$/, '')),
      writeErr: (text) => terminal.print(2, text.replace(/\n$/, '')),
      outputError: (text, write) => write(slipWords(text)),
    })
    .configureHelp(helpWords)
    .exitOverride();
  for (const option of globalOptions()) program.addOption(option);
  program.addHelpText('beforeAll', ({ command }) => mustBeKnown(command));
  program.addHelpText(
    'after',
    '\n写作 <…...> 的选项可写多个，一直取到下一个选项，请放在命令的末尾 · an option written <…...> takes all that follows; put it last\n退出码 · exit codes: 0 办成 done, 1 被拒绝 refused, 2 用法不对 wrong call, 3 核验不通过 verification failed, 4 数据库或文件出错 trouble',
  );
  const door = doorOf(program, terminal);
  for (const register of stages) register(program, door);
  program
    .command('帮助', { hidden: true })
    .argument('[command]')
    .action((name?: string) => (program.commands.find((each) => each.name() === name) ?? program).outputHelp());
  sayUsageAfterSlips(program);
  return program;
}

/** Help of a command that is not there would be that of its whole group, as if there were such a command. */
function mustBeKnown(command: Command): string {
  const [first, second] = command.args;
  const asked = first === 'help' || first === '帮助' ? second : first;
  if (asked === undefined || asked.startsWith('-') || asked === 'help') return '';
  const isKnown = command.commands.length === 0 || command.commands.some((each) => each.name() === asked);
  return isKnown ? '' : command.error(`error: unknown command '${asked}'`, { code: 'commander.unknownCommand' });
}

function sayUsageAfterSlips(command: Command): void {
  command.showHelpAfterError(usageLine(command));
  for (const each of command.commands) sayUsageAfterSlips(each);
}

/** Runs one command: what stands behind the program's name. */
export async function run(args: readonly string[], terminal: Terminal = ownTerminal): Promise<void> {
  const program = programOn(terminal);
  let called = program;
  program.hook('preAction', (_, command) => {
    called = command;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (thrown) {
    // A slip that a command finds before it comes to the desk.
    if (thrown instanceof WrongCall) {
      terminal.print(2, thrown.words[program.opts<{ readonly lang: keyof Words }>().lang]);
      return terminal.end(exit.wrongCall);
    }
    if (!(thrown instanceof CommanderError)) throw thrown;
    // Commander prints what it finds itself, and not what a command finds with its means.
    if (thrown instanceof InvalidArgumentError) terminal.print(2, `${thrown.message}\n${usageLine(called)}`);
    // Help that was asked for is no slip; commander has printed everything itself.
    terminal.end(thrown.exitCode === 0 ? exit.done : exit.wrongCall);
  }
}
