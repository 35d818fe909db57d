/** What a person reads when a ceremony refuses an act: the place, the value, and what would be right. */
import { never } from '../../result.ts';
import type { Words } from '../../words.ts';
import type { NumberRefusal } from '../public-number.ts';
import type { SecretRefusal } from '../seal.ts';
import type { CeremonyAct, CeremonyRefusal, Stage } from './state.ts';

export const stageWords: Record<Stage, Words> = {
  sealing: { zh: '封签中', en: 'sealing' },
  opening: { zh: '启封中', en: 'opening secrets' },
  number: { zh: '等待公共数', en: 'waiting for the public number' },
  ready: { zh: '待开签', en: 'ready to open' },
  opened: { zh: '已开签', en: 'opened' },
  aborted: { zh: '已中止', en: 'aborted' },
  annulled: { zh: '已撤销', en: 'annulled' },
};

const actWords: Record<CeremonyAct['kind'], Words> = {
  cosign: { zh: '会签', en: 'co-sign' },
  seal: { zh: '封签', en: 'seal' },
  'close-sealing': { zh: '封签截止', en: 'close sealing' },
  open: { zh: '启封', en: 'open a secret' },
  'close-opening': { zh: '启封截止', en: 'close opening' },
  'pass-over': { zh: '改用下一公共数', en: 'pass a public number over' },
  type: { zh: '录入公共数', en: 'type the public number' },
  draw: { zh: '开签', en: 'open the draw' },
  correct: { zh: '更正公共数', en: 'correct the public number' },
  abort: { zh: '中止', en: 'abort' },
  annul: { zh: '撤销', en: 'annul' },
};

export function sayCeremony(why: CeremonyRefusal): Words {
  switch (why.reason) {
    case 'wrong-stage': {
      const [act, stage] = [actWords[why.act], stageWords[why.stage]];
      return {
        zh: `抽取现处于“${stage.zh}”，不能${act.zh}。`,
        en: `The ceremony is “${stage.en}”: it is not the time to ${act.en}.`,
      };
    }
    case 'unknown-participant':
      return { zh: `${why.id} 不是本次抽取锁定的监督人员。`, en: `${why.id} is no witness of this ceremony.` };
    case 'digits-differ':
      return {
        zh: `会签填写的“${why.typed}”与待抽名单摘要前 8 位不符，请对照公布的摘要重新填写。`,
        en: `“${why.typed}” is not how the manifest's digest begins; type the first 8 digits of the one that was posted.`,
      };
    case 'not-a-commitment':
      return {
        zh: `${why.id} 提交的承诺值应为 64 位小写十六进制数字。`,
        en: `A commitment has 64 lowercase hexadecimal digits.`,
      };
    case 'sealed-already':
      return { zh: `${why.id} 已封签，封签后不能更换。`, en: `${why.id} has sealed; a seal is not exchanged.` };
    case 'not-sealed':
      return { zh: `${why.id} 没有封签，无可启封。`, en: `${why.id} has sealed nothing.` };
    case 'secret':
      return saySecret(why.why);
    case 'does-not-open':
      return {
        zh: `${why.id} 给出的随机串和数字与封签时的承诺值不符，请核对后重新启封。`,
        en: `What ${why.id} gave does not open its commitment; check nonce and digits.`,
      };
    case 'desk-opens-last':
      return {
        zh: '会务台最后启封：公共数确定后开签时自动启封。',
        en: 'The desk opens last, after the public number.',
      };
    case 'too-early':
      return {
        zh: `${why.until} 之前不能${actWords[why.act].zh}。`,
        en: `It is too early to ${actWords[why.act].en}: not before ${why.until}.`,
      };
    case 'quorum-missed':
      return {
        zh: `封签的监督人员只有 ${why.sealed} 名，少于锁定的 ${why.quorum} 名；本次抽取只能中止，编号作废不再使用。`,
        en: `Only ${why.sealed} witnesses sealed, ${why.quorum} are needed: the ceremony can only be aborted.`,
      };
    case 'not-next-number':
      return {
        zh: `现应录入第 ${why.next + 1} 顺位的公共数，而不是第 ${why.place + 1} 顺位。`,
        en: `The public number in place ${why.next + 1} is due, not the one in place ${why.place + 1}.`,
      };
    case 'no-further-number':
      return {
        zh: '锁定文件没有更后顺位的公共数，请等待本顺位的公共数。',
        en: 'There is no further public number in the manifest; wait for this one.',
      };
    // Not the number: whoever types it second reads it from its source, never from the first.
    case 'number-typed':
      return {
        zh: '公共数已有一人录入，不能改用下一公共数；请另一部门第二人对照公告录入，录错的由本人重新录入。',
        en: 'One person has typed the number, so it cannot be passed over; a second one types it, or the first one mends it.',
      };
    case 'public-number':
      return sayNumber(why.why);
    case 'same-person-twice':
      return {
        zh: `同一人（${why.person}）不能兼作两人，须由另一部门的另一人办理。`,
        en: `${why.person} cannot be both persons; somebody of another department is needed.`,
      };
    case 'same-department-twice':
      return {
        zh: `两名录入人同属“${why.department}”，须来自两个部门。`,
        en: `Both typists belong to “${why.department}”; two departments are needed.`,
      };
    case 'dice-without-own-page':
      return {
        zh: '没有监督人员以本人网页封签，不能以骰子产生公共数，请用彩票开奖号码。',
        en: 'No witness sealed on its own page, so dice do not count; use a lottery.',
      };
    case 'same-number':
      return {
        zh: `更正后的公共数与原数相同（${why.number}），无须更正。`,
        en: `The number is the same (${why.number}); there is nothing to correct.`,
      };
    case 'sealing-closed':
      return {
        zh: '封签已截止，抽取不能中止，也不能重抽；确需撤销的，须有上级机关文号并由两人办理。',
        en: 'Sealing has closed: the ceremony cannot be aborted and nothing is redrawn; annulment takes a cited order and two persons.',
      };
    case 'no-reason-given':
      return { zh: '须写明理由。', en: 'A reason is needed.' };
    case 'time-out-of-order':
      return {
        zh: `时间 ${why.at} 与本次抽取已记录的时间先后不符，服务器时钟有误，请检查。`,
        en: `The time ${why.at} is out of order with what this ceremony has on record; check the server's clock.`,
      };
    default:
      return never(why);
  }
}

function saySecret(why: SecretRefusal): Words {
  switch (why.kind) {
    case 'nonce-shape':
      return { zh: '随机串应为 64 位小写十六进制数字。', en: 'The nonce has 64 lowercase hexadecimal digits.' };
    case 'typed-not-digits':
      return { zh: '键入的应全部是数字。', en: 'Type digits only.' };
    case 'typed-too-short':
      return {
        zh: `键入了 ${why.digits} 位数字，至少需要 ${why.fewest} 位。`,
        en: `${why.digits} digits were typed; at least ${why.fewest} are needed.`,
      };
    default:
      return never(why);
  }
}

function sayNumber(why: NumberRefusal): Words {
  switch (why.kind) {
    case 'number-unreadable':
      return { zh: `公共数中的“${why.text}”不是数字。`, en: `“${why.text}” in the public number is no number.` };
    case 'number-count':
      return {
        zh: `公共数应有 ${why.expected} 个号码，录入了 ${why.found} 个。`,
        en: `The public number has ${why.expected} numbers; ${why.found} were typed.`,
      };
    case 'number-outside':
      return {
        zh: `号码 ${why.number} 不在 ${why.from} 至 ${why.to} 之间。`,
        en: `${why.number} is not between ${why.from} and ${why.to}.`,
      };
    case 'number-twice':
      return { zh: `号码 ${why.number} 重复。`, en: `${why.number} stands twice.` };
    default:
      return never(why);
  }
}
