/** What commander itself says, titles of its help and slips that it finds, in Chinese with English beside it. */
import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { commandWords } from '../slack/manifest.ts';
import { argumentNames } from './argument-names.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法 · Usage:',
  'Options:': '选项 · Options:',
  'Commands:': '命令 · Commands:',
  'Arguments:': '参数 · Arguments:',
};

export const helpWords: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  commandUsage: usageOf,
  subcommandTerm: (command) =>
    [command.name(), ...(command.options.length === 0 ? [] : ['[选项]']), argumentsOf(command)].join(' ').trimEnd(),
  // A Chinese character is as wide as two letters.
  displayWidth: (text) => [...text].reduce((wide, each) => wide + (/[\u2e80-\uffe6]/.test(each) ? 2 : 1), 0),
  optionDescription: described,
  argumentDescription: described,
};

function usageOf(command: Command): string {
  return `${pathOf(command)} ${command.usage().replace('[options]', '[选项]').replace('[command]', '[命令]')}`;
}

/** How a command is written, for whoever wrote it otherwise. */
export const usageLine = (command: Command): string =>
  `${titles['Usage:']} ${command.options.length === 0 ? usageOf(command).replace('[选项] ', '') : usageOf(command)}`;

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

const argumentsOf = (command: Command): string => command.usage().replace(/\[(?:options|command)\] ?/g, '');

function described(of: Option | Argument): string {
  const { description, defaultValue, argChoices } = of;
  const rest = [
    ...(argChoices === undefined ? [] : [`可写 · one of ${argChoices.join('、')}`]),
    ...(isSaid(defaultValue) ? [`默认 · default ${of.defaultValueDescription ?? String(defaultValue)}`] : []),
    ...('envVar' in of && of.envVar !== undefined ? [`环境变量 · env ${of.envVar}`] : []),
  ];
  return rest.length === 0 ? description : `${description}（${rest.join('；')}）`;
}

/** Nothing at all, an empty list or a switch that is off is no default worth a word. */
const isSaid = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

type Slip = readonly [found: RegExp, said: (...parts: readonly string[]) => string];

const slips: readonly Slip[] = [
  [/^error: unknown command '(.*?)'/s, (name) => `没有“${name}”这个命令`],
  [/^error: unknown option '(.*?)'/s, (flag) => `没有“${flag}”这个选项`],
  [/^error: missing required argument '(.*?)'/s, (name) => `缺少参数${argumentNamed(name)}`],
  [/^error: option '(.*?)' argument missing/s, (flags) => `选项“${flags}”后面应写内容`],
  [/^error: required option '(.*?)' not specified/s, (flags) => `必须写明选项“${flags}”`],
  [/^error: (.*) cannot be used with (.*)/s, (one, other) => `${quoted(one)}不能与${quoted(other)}同时使用`],
  [
    /^error: too many arguments.*?Expected (\d+) arguments? but got (\d+)/s,
    (expected, received) => `参数太多：应写 ${expected} 个，现有 ${received} 个`,
  ],
  [
    /^error: option '(.*?)' (?:value|argument) '(.*?)'(?: from env '(.*?)')? is invalid\. Allowed choices are (.*)\./s,
    (flags, value, env, all) => `选项“${flags}”${from(env)}不能写“${value}”，应为 ${all.replaceAll(', ', '、')} 之一`,
  ],
  [
    /^error: option '(.*?)' (?:value|argument) '(.*?)'(?: from env '(.*?)')? is invalid\. (.*)/s,
    (flags, value, env, why) => `选项“${flags}”${from(env)}不能写“${value}”：${why}`,
  ],
  [
    /^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. (.*)/s,
    (value, name, why) => `参数${argumentNamed(name)}不能写“${value}”：${why}`,
  ],
];

const argumentNamed = (name: string): string => {
  const zh = argumentNames[name];
  return zh === undefined ? `“${name}”` : `“${zh}”（${name}）`;
};

/** What is typed in the chat alone is missed here. */
function chatHint(error: string): string {
  const name = /^error: unknown command '(.*?)'/s.exec(error)?.[1] ?? '';
  return Object.hasOwn(commandWords, name)
    ? `；它是聊天群里的命令，请在群里输入 /${name} · it is given in the chat, as /${name}`
    : '';
}

const quoted = (what: string): string => what.replace(/^(?:option|environment variable) '(.*)'$/s, '“$1”');
const from = (env: string): string => (env === '' ? '' : `（环境变量 ${env}）`);

/** A slip in Chinese, commander's own words after it; what is not known here stays as it is. */
export function slipWords(text: string): string {
  const whole = text.trimEnd();
  const [first = '', near] = whole.split(/\n\(Did you mean (?:one of )?/);
  for (const [found, inWords] of slips) {
    const parts = found.exec(first);
    if (parts === null) continue;
    const zh = inWords(...parts.slice(1).map((part) => part ?? ''));
    const perhaps =
      near === undefined ? chatHint(first) : `，是否为 ${near.replace(/\?\)$/, '').replaceAll(', ', '、')}？`;
    const said = `${zh}${perhaps}`;
    return `用法不对：${said}${/[。？]$/.test(said) ? '' : '。'}\n${whole}`;
  }
  return whole;
}
