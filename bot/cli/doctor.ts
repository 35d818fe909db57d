/** doctor: what is missing or wrong in an installation, each with what to do; nothing is changed by it. */
import { accessSync } from 'node:fs';
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { codeOf } from '../desk/text-file.ts';
import { examine, usualPlace } from '../doctor/examine.ts';
import { type Finding, findingWords } from '../doctor/finding.ts';
import type { Place } from '../doctor/settings.ts';
import { isOpen, usualSettingsFile } from '../settings-file.ts';
import { type Door, exit, WrongCall } from './door.ts';

type Asked = { readonly edge?: true; readonly desk?: true };

export function doctorCommand(program: Command, door: Door): void {
  program
    .command('doctor')
    .description(
      '检查设置、数据库、聊天群、网站，逐项说明有误之处和办法，不作改动 · what is missing or wrong, and what to do',
    )
    .option('--edge', '按部署在 Worker 上检查（数据库在服务器上时默认） · as for a Worker')
    .option('--desk', '按本机运行检查（数据库是文件时默认） · as for this machine')
    .action(({ edge, desk }: Asked) => {
      if (edge && desk)
        throw new WrongCall({ zh: '--edge 与 --desk 只能写一个。', en: 'Give --edge or --desk, not both.' });
      const told = { env: { ...door.env, ...given(program) }, ...fileRead(door.env.MINGCHOU_SETTINGS) };
      const place: Place = edge ? 'edge' : desk ? 'desk' : usualPlace(told);
      const { practice = false } = program.opts<{ readonly practice?: boolean }>();
      return door.apart(
        async () =>
          ok(
            await examine({
              told,
              place,
              practice,
              nowMs: () => Date.now(),
              nodeVersion: process.versions.node,
              reach: 'all',
            }),
          ),
        (findings) => ({
          words: [...findings.map(findingWords), summary(findings)],
          json: findings,
          exit: exitOf(findings),
        }),
      );
    });
}

/** Options stand before the environment, here as for every command; a default is no setting. */
function given(program: Command): Readonly<Record<string, string>> {
  const of = { db: 'MINGCHOU_DB', office: 'MINGCHOU_OFFICE', key: 'MINGCHOU_KEY' } as const;
  const options = program.opts<Readonly<Record<keyof typeof of, string | undefined>>>();
  return Object.fromEntries(
    (Object.keys(of) as (keyof typeof of)[]).flatMap((name) => {
      const value = program.getOptionValueSource(name) === 'cli' ? options[name] : undefined;
      return value === undefined ? [] : [[of[name], value]];
    }),
  );
}

/** The file that the program has taken its settings from. */
function fileRead(named: string | undefined): { readonly file: string | null; readonly isOpen: boolean } {
  const file = named?.trim() || usualSettingsFile;
  try {
    accessSync(file);
    return { file, isOpen: isOpen(file) };
  } catch (thrown) {
    if (codeOf(thrown) === '') throw thrown;
    return { file: null, isOpen: false };
  }
}

export const exitOf = (findings: readonly Finding[]) => {
  if (findings.some(({ grade }) => grade === 'wrong')) return exit.refused;
  return findings.some(({ grade }) => grade === 'unseen') ? exit.trouble : exit.done;
};

export function summary(findings: readonly Finding[]): Words {
  const count = (grade: Finding['grade']) => findings.filter((each) => each.grade === grade).length;
  const [wrong, warn, unseen] = [count('wrong'), count('warn'), count('unseen')];
  if (wrong + warn + unseen === 0) return { zh: '各项正常。', en: 'All is well.' };
  return {
    zh: `有误 ${wrong} 项，注意 ${warn} 项，未查 ${unseen} 项。请从上往下逐项处理，改好再查一次。`,
    en: `${wrong} wrong, ${warn} to mind, ${unseen} not seen. Go from the top downwards, and ask again.`,
  };
}
