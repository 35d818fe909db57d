/** What this year's outcomes give reason to look at, to the one who asks: counts, thresholds and 检查编号, no names. */
import type { Group, Grouped } from '../../../core/risk/seen.ts';
import { thresholdWords, wordsOfSign } from '../../../core/risk/words.ts';
import type { Words } from '../../../core/words.ts';
import { choices, firstOf, heading, type Part } from '../../message/message.ts';
import { dayOf } from '../../today.ts';
import { outcomeName } from '../../verbs/recheck/outcome-name.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { reachOfSignals, type Signals, signalsOf } from '../../verbs/risk/signals.ts';
import { show } from '../answer.ts';
import type { Answer, Asked } from '../door.ts';

/** Lines of one kind that are read in a chat. */
const shown = 10;

export async function showSignals({ deps, actor }: Asked): Promise<Answer> {
  const year = Number(dayOf(deps.now()).slice(0, 4));
  const signals = await signalsOf(deps, year, reachOfSignals(actor));
  const nameOf = await departmentNames(deps.db);
  const { repeated, clean, areas, trades, moves, signs } = signals;
  const stand = (grouped: Grouped): number => grouped.groups.filter(({ stands }) => stands).length;
  const summary = {
    zh: `${year} 年：重复发现问题 ${repeated.length} 户，全年未发现问题 ${clean.length} 户，风险较高的区域 ${stand(areas)} 个、行业 ${stand(trades)} 个，可以提出的移库 ${moves.length} 件，形式化迹象 ${signs.length} 条。`,
    en: `${year}: findings repeated at ${repeated.length} subjects, ${clean.length} clean all year, ${stand(areas)} areas and ${stand(trades)} trades of higher risk, ${moves.length} moves that can be asked for, ${signs.length} signs of formalism.`,
  };
  const open = signs.filter(({ answer }) => answer === null);
  return show({
    summary,
    parts: [
      { kind: 'text', words: summary },
      ...listed('区域', 'Areas', areas),
      ...listed('行业', 'Trades', trades),
      ...section('可以提出的移库', 'Moves that can be asked for', moves.map(moveWords)),
      ...section(
        '形式化迹象',
        'Signs of formalism',
        signs.map((sign): Words => {
          const said = wordsOfSign(sign);
          const name = nameOf(sign.department);
          const answer =
            sign.answer === null ? { zh: '', en: '' } : { zh: `〔说明：${sign.answer}〕`, en: ` [${sign.answer}]` };
          return { zh: `${name}：${said.zh}${answer.zh}`, en: `${name}: ${said.en}${answer.en}` };
        }),
      ),
      { kind: 'note', words: thresholdWords },
      ...(open.some(({ department }) => department === actor.department)
        ? [choices({ id: 'sign-answer', about: '', label: { zh: '说明情况', en: 'Answer a sign' } })]
        : []),
    ],
  });
}

const section = (zh: string, en: string, lines: readonly Words[]): readonly Part[] =>
  lines.length === 0 ? [] : [heading(zh, en), { kind: 'list', items: firstOf(lines, shown, '条') }];

const listed = (zh: string, en: string, { groups, visits, withFindings }: Grouped): readonly Part[] =>
  section(
    `风险较高的${zh}（总体 ${withFindings}／${visits} 户次发现问题）`,
    `${en} of higher risk (${withFindings} of ${visits} in all)`,
    groups.filter(({ stands }) => stands).map(groupWords),
  );

const groupWords = ({ name, visits, withFindings }: Group): Words => ({
  zh: `${name}：检查 ${visits} 户次，发现问题 ${withFindings} 户次`,
  en: `${name}: ${withFindings} of ${visits} visits with findings`,
});

function moveWords({ from, to, why, outcomes }: Signals['moves'][number]): Words {
  const [first = ''] = outcomes;
  const name = outcomeName(first);
  return why === 'violation'
    ? { zh: `${name.zh}：发现违法行为，${from} 类移入 ${to} 类`, en: `${name.en}: a violation, ${from} to ${to}` }
    : {
        zh: `${name.zh}：未发现问题，可申请由 ${from} 类移入 ${to} 类`,
        en: `${name.en}: clean, may ask to move from ${from} to ${to}`,
      };
}
