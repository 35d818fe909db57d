/** A check outside the draw, in private to each who receives, approves or filed it. The enterprise stands by its code; no channel has it. */
import { groundWords } from '../../../../core/policy/words.ts';
import { isSentBack, receiptsLacking } from '../../../../core/visit/filing.ts';
import type { Words } from '../../../../core/words.ts';
import { type Part, same } from '../../../message/message.ts';
import { comingWords, listWords, receiverWords } from '../../../say/visit-faults.ts';
import { actorOf } from '../../../verbs/people/roll.ts';
import { departmentNames } from '../../../verbs/registry/departments.ts';
import { heldFiling } from '../../../verbs/visit/filings.ts';
import { personIn } from '../../../verbs/visit/who.ts';
import type { PostKind } from '../../post.ts';
import { filingApprovalChoices, filingHoldChoice, receiptChoices } from './choices.ts';

export const filing: PostKind<{ readonly filing: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { filing: no, person }) => {
    const reader = await actorOf(deps, person);
    const held = await heldFiling(deps.db, no);
    if (reader === null || held === null) return null;
    const { filed, approval, receipts } = held;
    const isOwn = reader.department === filed.department;
    const isFiler = personIn(held.by) === person && isOwn;
    const approves = reader.roles.includes('head') && isOwn && !isFiler;
    const receives = filed.receivers.filter((each) => reader.roles.includes(each));
    if (!isFiler && !approves && receives.length === 0) return null;
    const nameOf = await departmentNames(deps.db);
    const lacking = receiptsLacking(held);
    const stands = standsAt(held.held === null, lacking.length, isSentBack(held), approval?.approved);
    const summary = {
      zh: `${nameOf(filed.department)}报备计划外检查（编号 ${no}，${groundWords[filed.ground].zh}，拟于 ${filed.on} 检查）：${stands.zh}。`,
      en: `${nameOf(filed.department)} files a check outside the plan (no. ${no}, ${groundWords[filed.ground].en}, on ${filed.on}): ${stands.en}.`,
    };
    const parts: readonly Part[] = [
      { kind: 'heading', words: { zh: '计划外检查备案', en: 'A check outside the plan' } },
      {
        kind: 'facts',
        facts: [
          { name: { zh: '检查对象', en: 'Subject' }, value: same(filed.subject.slice(filed.subject.indexOf(':') + 1)) },
          { name: { zh: '检查事项', en: 'Items' }, value: same(filed.items.join('、')) },
          { name: { zh: '理由', en: 'Ground' }, value: groundWords[filed.ground] },
          { name: { zh: '情况', en: 'Words' }, value: same(filed.words) },
          ...filed.receivers.map((receiver) => ({
            name: { zh: `${receiverWords[receiver].zh}签收`, en: `Receipt of ${receiverWords[receiver].en}` },
            value: receiptWords(receipts.get(receiver)),
          })),
          {
            name: { zh: '负责人审批', en: 'Approval of the head' },
            value:
              approval === null
                ? { zh: '待审批', en: 'waiting' }
                : approval.approved
                  ? { zh: '批准', en: 'approved' }
                  : { zh: `退回：${approval.words}`, en: `returned: ${approval.words}` },
          },
          ...(held.held === null
            ? []
            : [
                {
                  name: { zh: '检查情况', en: 'The check' },
                  value: {
                    zh: `${held.held.on}，${comingWords[held.held.coming].zh}，发现问题 ${held.held.found.filter(({ problem }) => problem).length} 项`,
                    en: `${held.held.on}, ${comingWords[held.held.coming].en}, ${held.held.found.filter(({ problem }) => problem).length} problems`,
                  },
                },
              ]),
        ],
      },
      ...(filed.warned === 0
        ? []
        : [
            {
              kind: 'note',
              words: {
                zh: `报备时有重复检查提醒 ${filed.warned} 条，请核对是否可以合并、采用已有结果。`,
                en: `${filed.warned} warnings of repeated checks stood when it was filed; see whether it can be merged.`,
              },
            } as const,
          ]),
      ...(held.held === null && receives.some((each) => receipts.get(each)?.accepted !== true)
        ? [{ kind: 'choices', choices: receiptChoices(no) } as const]
        : []),
      ...(held.held === null && approves && approval === null
        ? [{ kind: 'choices', choices: filingApprovalChoices(no) } as const]
        : []),
      ...(held.held === null && isFiler ? [{ kind: 'choices', choices: [filingHoldChoice(no)] } as const] : []),
    ];
    return { summary, parts };
  },
};

function standsAt(isOpen: boolean, lacking: number, sentBack: boolean, approved: boolean | undefined): Words {
  if (!isOpen) return { zh: '检查情况已登记', en: 'the check is on record' };
  const left: readonly Words[] = [
    ...(sentBack
      ? [{ zh: '已被退回', en: 'sent back' }]
      : lacking > 0
        ? [{ zh: '备案未完成', en: 'receipts are lacking' }]
        : []),
    ...(approved === true
      ? []
      : [approved === false ? { zh: '审批退回', en: 'not approved' } : { zh: '待审批', en: 'to be approved' }]),
  ];
  return left.length === 0 ? { zh: '可以检查', en: 'it may be held' } : listWords(left);
}

function receiptWords(
  receipt: { readonly accepted: boolean; readonly at: string; readonly words: string } | undefined,
): Words {
  if (receipt === undefined) return { zh: '未签收', en: 'lacking' };
  return receipt.accepted
    ? { zh: '已签收', en: 'received' }
    : { zh: `退回：${receipt.words}`, en: `returned: ${receipt.words}` };
}
