/**
 * A department's findings where it works, in counts and numbers of visits: never which enterprise, nor what was found there, since neither
 * is public before it is published. And what was handed over to it.
 */
import { stateWords, stepWords, transferResultWords } from '../../../core/follow-up/words.ts';
import { wordsOfSource } from '../../../core/policy/words.ts';
import type { Words } from '../../../core/words.ts';
import type { ChatDeps } from '../../chat/door.ts';
import { firstOf, heading, type Part, sentence } from '../../message/message.ts';
import { civil } from '../../say/time.ts';
import { dayOf } from '../../today.ts';
import { type CaseHeld, casesOf } from '../../verbs/follow-up/cases.ts';
import { type TransferHeld, transferHeld } from '../../verbs/follow-up/transfers.ts';
import { repairedRows } from '../../verbs/notice/repaired.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { policyInForce } from '../../verbs/registry/policy-in-force.ts';
import { type About, type PostKind, postKindOf } from '../post.ts';
import { followUpChoice, receiveChoice, returnChoice } from './follow-up-choices.ts';
import { endRepairedChoice } from './notice/choices.ts';

const linesMost = 15;

const findings: PostKind<{ readonly department: string }> = {
  place: ({ department }) => `department:${department}`,
  under: () => null,
  say: async (deps, { department }) => {
    const cases = await casesOf(deps, { department });
    if (cases.length === 0) return null;
    const counted = (state: CaseHeld['state']): number => cases.filter((each) => each.state === state).length;
    const open = cases.filter(({ owed }) => owed.length > 0);
    const summary = {
      zh: `本单位抽查发现问题 ${cases.length} 个：${stateWords.open.zh} ${counted('open')}、${stateWords['under-way'].zh} ${counted('under-way')}、${stateWords.disposed.zh} ${counted('disposed')}、${stateWords.closed.zh} ${counted('closed')}。`,
      en: `Findings of your department: ${cases.length}; open ${counted('open')}, under way ${counted('under-way')}, to be closed ${counted('disposed')}, closed ${counted('closed')}.`,
    };
    const today = dayOf(deps.now());
    const policy = await policyInForce(deps.db, today);
    const target = policy?.targets.find(({ value }) => value.figure === 'followed-up');
    const parts: readonly Part[] = [
      heading('后续处置', 'Follow-up'),
      { kind: 'text', words: summary },
      ...(open.length === 0
        ? []
        : [{ kind: 'list' as const, items: firstOf(linesOf(open, department, today), linesMost, '项') }]),
      ...(target === undefined
        ? []
        : [
            {
              kind: 'note' as const,
              words: {
                zh: `发现的问题须全部处置（${wordsOfSource(target).zh}）。`,
                en: `All findings are to be followed up (${wordsOfSource(target).en}).`,
              },
            },
          ]),
      ...(open.length === 0 ? [] : [{ kind: 'choices' as const, choices: [followUpChoice(department)] }]),
      ...(await repairedParts(deps, cases, department)),
    ];
    return { summary, parts };
  },
};

/** What is repaired does not stay public: how many rows, and a button for each draw. */
async function repairedParts(
  deps: Pick<ChatDeps, 'db'>,
  cases: readonly CaseHeld[],
  department: string,
): Promise<readonly Part[]> {
  const rows = await repairedRows(deps, cases);
  return [...Map.groupBy(rows, ({ book }) => book)].flatMap(([book, own]): readonly Part[] => [
    {
      kind: 'text',
      words: {
        zh: `抽取 ${book}：信用修复已办结而仍在公示的检查结果 ${own.length} 项，应当停止公示。`,
        en: `Draw ${book}: ${own.length} outcomes whose credit is repaired are still public, and are to be ended.`,
      },
    },
    { kind: 'choices', choices: [endRepairedChoice(`${book} ${department}`)] },
  ]);
}

/** 检查编号 1-0003、1-0007：整改复查，期限 2025年7月20日 */
function linesOf(open: readonly CaseHeld[], department: string, today: string): readonly Words[] {
  const owing = open.flatMap((held) => held.owed.map((step) => ({ held, step })));
  const groups = Map.groupBy(owing, ({ step }) => `${step.due ?? '9999'}/${step.kind}/${step.by}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const nos = [...new Set(group.map(({ held }) => held.no))];
      const shown = nos.slice(0, nosMost);
      const more = nos.length - shown.length;
      const { kind, due, by } = first.step;
      const { zh, en } = stepWords[kind];
      const day = due === null ? { zh: '', en: '' } : until(due, today);
      const whose = by === department ? { zh: '', en: '' } : { zh: '（由接收单位办理）', en: ' (by the receiver)' };
      return [
        {
          zh: `${zh}${whose.zh}：检查编号 ${shown.join('、')}${more > 0 ? ` 等 ${nos.length} 户` : ''}${day.zh}`,
          en: `${en}${whose.en}: visits ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}${day.en}`,
        },
      ];
    });
}
const nosMost = 6;

const until = (due: string, today: string): Words => {
  const { zh, en } = civil(due);
  return due < today ? { zh: `，${zh}已到期`, en: `, was due ${en}` } : { zh: `，期限 ${zh}`, en: `, due ${en}` };
};

type OfTransfer = { readonly transfer: number };

/** At the receiver, until the result is told. */
const caseTransfer: PostKind<OfTransfer & { readonly to: string }> = {
  place: ({ to }) => `department:${to}`,
  under: () => null,
  say: async (deps, { transfer }) => {
    const held = await transferHeld(deps.db, transfer);
    if (held === null) return null;
    const nameOf = await departmentNames(deps.db);
    const { body, received, result } = held;
    const from = nameOf(body.department);
    const unit = body.unit === '' ? { zh: '', en: '' } : { zh: `，承办：${body.unit}`, en: `, for ${body.unit}` };
    const summary = {
      zh: `${from}于${civil(held.on).zh}移交案源（第 ${transfer} 号）：问题 ${body.cases.length} 个，证据 ${body.evidence.length} 份${unit.zh}。${standing(received, result).zh}`,
      en: `${from} handed over a case (no. ${transfer}) on ${held.on}: ${body.cases.length} findings, ${body.evidence.length} pieces of evidence${unit.en}. ${standing(received, result).en}`,
    };
    const choices = result !== null ? [] : received === null ? [receiveChoice(transfer)] : [returnChoice(transfer)];
    return {
      summary,
      parts: [
        heading('案源移交', 'A case handed over'),
        { kind: 'text', words: summary },
        ...(choices.length === 0 ? [] : [{ kind: 'choices' as const, choices }]),
        {
          kind: 'note',
          words: {
            zh: '线索和证据材料按移交记录当面交接，检查对象及证据清单见移交记录，不在群组出现。签收人与移交人不得为同一人。',
            en: 'Leads and evidence change hands with the record of the transfer, which names the enterprise and lists them; neither is shown here. Whoever hands over does not sign.',
          },
        },
      ],
    };
  },
};

function standing(received: { readonly on: string } | null, result: TransferHeld['result']): Words {
  if (result !== null) {
    const { zh, en } = wordsOfResult(result.result);
    return { zh: `办理结果：${zh}。`, en: `Result: ${en}.` };
  }
  return received === null
    ? { zh: '请签收。', en: 'Please sign for it.' }
    : {
        zh: `已于${civil(received.on).zh}签收，请办结后反馈结果。`,
        en: `Signed for on ${received.on}; please tell the result.`,
      };
}

const wordsOfResult = (result: NonNullable<TransferHeld['result']>['result']): Words =>
  result === 'erased' ? { zh: '内容已依规清除', en: 'erased on record' } : transferResultWords[result];

const transferTold: PostKind<OfTransfer & { readonly department: string }> = {
  place: ({ department }) => `department:${department}`,
  under: ({ department }) => `findings/${department}`,
  say: async (deps, { transfer }) => {
    const held = await transferHeld(deps.db, transfer);
    if (held === null || held.received === null) return null;
    const nameOf = await departmentNames(deps.db);
    const { zh, en } =
      held.result === null ? { zh: '已签收', en: 'was signed for' } : wordsOfResult(held.result.result);
    return sentence({
      zh: `移交第 ${transfer} 号（${nameOf(held.body.to)}）：${zh}。`,
      en: `Transfer ${transfer} (${nameOf(held.body.to)}): ${en}.`,
    });
  },
};

export const followUpPosts: Readonly<Record<string, PostKind<About>>> = {
  findings: postKindOf(findings),
  'case-transfer': postKindOf(caseTransfer),
  'transfer-told': postKindOf(transferTold),
};
