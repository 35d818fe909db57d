/** Why a visit cannot be acted on as asked, in words; and warnings of repeated checks. */
import { groundWords } from '../../core/policy/words.ts';
import { never } from '../../core/result.ts';
import type { DoorFault } from '../../core/visit/door.ts';
import type { Coming, FilingReceiver } from '../../core/visit/fact.ts';
import type { Need } from '../../core/visit/need.ts';
import type { Repeat } from '../../core/visit/repeat.ts';
import type { Words } from '../../core/words.ts';
import type { VisitAt, VisitFault } from '../verbs/visit/fault.ts';
import { civil, span } from './time.ts';

const w = (zh: string, en: string): Words => ({ zh, en });

export const comingWords = {
  inspected: w('已检查', 'inspected'),
  refused: w('拒绝、阻挠检查', 'refused'),
  closed: w('已关闭停业', 'closed'),
  moved: w('已搬离登记住所（经营场所）', 'moved away'),
  unreachable: w('通过登记的住所（经营场所）无法联系', 'cannot be reached at the registered place'),
  deferred: w('改期，未实施检查', 'put off'),
} as const satisfies Record<Coming, Words>;

export const receiverWords = {
  office: w('联席办', 'the joint conference office'),
  legal: w('司法局', 'the justice bureau'),
} as const satisfies Record<FilingReceiver, Words>;

const needWords = {
  desk: w('登记书面检查', 'the desk review'),
  door: w(
    '登记现场检查（计划为实地检查，书面检查不能代替）',
    'the visit at the door (planned on site; a desk review does not stand for it)',
  ),
  approval: w('补办检查审批', 'the approval afterwards'),
  outcomes: w('录入全部检查结果', 'all outcomes'),
  signature: w('登记被检查单位阅核签章', 'the signature of the inspected'),
} as const satisfies Record<Need, Words>;

/** `甲、乙` of words. */
export const listWords = (all: readonly Words[]): Words =>
  w(all.map(({ zh }) => zh).join('、'), all.map(({ en }) => en).join(', '));

export function sayFault(fault: VisitFault): Words {
  switch (fault.kind) {
    case 'no-visit':
      return w('没有这个检查编号', 'no such visit');
    case 'ended':
      return w('检查对象已被替换，不再检查', 'its subject was replaced');
    case 'other-department':
      return w('本单位不参加这户检查', 'your department does not go there');
    case 'not-sent-there':
      return w('这户没有派您去', 'you are not sent there');
    case 'finished':
      return w(`已于 ${fault.on} 办结`, `finished on ${fault.on}`);
    case 'not-approved': {
      const stands = {
        'not-asked': w('尚未呈批', 'not asked yet'),
        waiting: w('已呈批，待负责人审批', 'waiting for the head'),
        returned: w('审批已退回', 'returned by the head'),
        later: w('检查日之后才批准', 'approved only after that day'),
      }[fault.stands];
      return w(
        `检查前须报本单位负责人批准（${stands.zh}）；情况紧急的请写明理由，事后补办`,
        `the head approves first (${stands.en}); in an emergency say why, and have it approved afterwards`,
      );
    }
    case 'asked-anew':
      return w('这户不在这份呈批中，或已另行呈批', 'not in this request, or asked for anew');
    case 'decided':
      return fault.approved
        ? w('已批准，不能再退回', 'approved already')
        : w('已退回，请由经办人重新呈批', 'returned already; it is to be asked for again');
    case 'outside-window': {
      const window = span(fault.window);
      return w(`不在检查实施期内（${window.zh}）`, `outside its window (${window.en})`);
    }
    case 'quiet':
      return w(
        `${civil(fault.on).zh}处于企业安静期，无事不扰；确有${listWords(fault.grounds.map((each) => groundWords[each])).zh}的，请先报备`,
        `${fault.on} lies in the quiet period; file a check on a ground first`,
      );
    case 'materials-added':
      return w(
        `所需材料已一次性告知，不得再增加：${fault.materials.join('、')}`,
        `what is to be got ready was told once; not added later: ${fault.materials.join(', ')}`,
      );
    case 'noticed-after':
      return w(
        `已于 ${fault.on} 实施检查，通知属于检查后补登；请在说明中写明原因`,
        `the visit took place on ${fault.on}; say in the words why its notice is written down only now`,
      );
    case 'no-scheme':
      return w(
        `任务 ${fault.task} 尚无实施方案，请牵头部门（${fault.lead}）先制定`,
        `task ${fault.task} has no scheme yet; its lead ${fault.lead} keeps one first`,
      );
    case 'not-joint':
      return w('只有一个部门检查，不需要约定日程', 'one department goes; there is nothing to agree on');
    case 'not-lead':
      return w(
        `日程由牵头部门（${fault.leads.join('、')}）提出`,
        `the lead proposes the agenda: ${fault.leads.join(', ')}`,
      );
    case 'leader-not-sent':
      return w(`组长 ${fault.leader} 不是本单位派往这户的检查人员`, `${fault.leader} is not sent there by the lead`);
    case 'agenda-other-day':
      return w(`与约定的联合检查日期（${fault.on}）不一致`, `not the day agreed on (${fault.on})`);
    case 'agenda-anew':
      return w('日程已重新提出，请答复新的日程', 'a new agenda was proposed; answer that');
    case 'no-agenda':
      return w(
        '联合检查须先由牵头部门提出日程并经各单位同意',
        'a joint visit is agreed on first: no agenda was proposed',
      );
    case 'not-agreed':
      return w(
        `日程尚未商定${fault.waiting.length === 0 ? '' : `，待答复：${fault.waiting.join('、')}`}${fault.against.length === 0 ? '' : `，不同意：${fault.against.join('、')}`}`,
        `the agenda is not agreed on${fault.waiting.length === 0 ? '' : `; to answer: ${fault.waiting.join(', ')}`}${fault.against.length === 0 ? '' : `; against: ${fault.against.join(', ')}`}`,
      );
    case 'desk-first':
      return w(
        '按规定先开展书面检查，未发现问题的可不上门；请先登记书面检查',
        'the desk review comes first; where it is clean nobody needs to go',
      );
    case 'held-already':
      return w(`已于 ${fault.on} 实施检查`, `a visit took place on ${fault.on}`);
    case 'needs': {
      const left = listWords(fault.needs.map((each) => needWords[each]));
      return w(`尚不能办结，还须：${left.zh}`, `not finished yet; still owed: ${left.en}`);
    }
    default:
      return sayDoor(fault);
  }
}

export function sayDoor(fault: DoorFault): Words {
  switch (fault.kind) {
    case 'in-future':
      return w(
        `日期晚于今天（${fault.today}），检查后才能登记`,
        `after today (${fault.today}); it is recorded once it has happened`,
      );
    case 'before-draw':
      return w(`日期早于抽取之日（${fault.drawnOn}）`, `before the draw (${fault.drawnOn})`);
    case 'before-window':
      return w(`早于检查实施期（自 ${fault.from} 起）`, `before its window (from ${fault.from})`);
    case 'not-sent':
      return w(
        `${fault.officers.join('、')} 不是派往这户的检查人员；人员变动请按程序递补`,
        `${fault.officers.join(', ')} not sent there; a substitute comes by the procedure`,
      );
    case 'too-few':
      return w(
        `执法检查人员不得少于 ${fault.atLeast} 人，持有效执法证件的现为 ${fault.counted} 人（专家、日常监管人员不计入）`,
        `at least ${fault.atLeast} officers with valid certificates, not ${fault.counted}; experts and daily staff do not count`,
      );
    case 'no-certificate':
      return w(`${fault.officer} 没有登记执法证件`, `${fault.officer} has no certificate on the roll`);
    case 'certificate-expired':
      return w(
        `${fault.officer} 的执法证件有效期至 ${fault.validUntil}，当日已失效`,
        `the certificate of ${fault.officer} was valid until ${fault.validUntil}`,
      );
    case 'not-shown':
      return w('检查时须主动出示执法证件，请如实登记', 'certificates are shown at the door');
    case 'witness-missing':
      return w('拒绝检查的，须写明见证人（单位、身份）或全过程记录情况', 'of a refusal the witness is named');
    default:
      return never(fault);
  }
}

/** One line a visit. */
export function sayVisitAt({ no, faults }: VisitAt): Words {
  const said = faults.map(sayFault);
  return w(`${no}：${said.map(({ zh }) => zh).join('；')}`, `${no}: ${said.map(({ en }) => en).join('; ')}`);
}

/** @param nameOf names of departments */
export function sayRepeat(repeat: Repeat, nameOf: (code: string) => string): Words {
  switch (repeat.kind) {
    case 'other-visit': {
      const from =
        repeat.source.kind === 'list'
          ? w(`外部名单 ${repeat.source.no}`, `list ${repeat.source.no}`)
          : w(`第 ${repeat.source.no} 次抽取`, `ceremony ${repeat.source.no}`);
      const window = span(repeat.window);
      const who = repeat.departments.map(nameOf);
      return w(
        `${from.zh}也安排${who.join('、')}检查同一户（${window.zh}），请合并上门`,
        `${from.en} also sends ${who.join(', ')} to the same door (${window.en}); go together`,
      );
    }
    case 'checked-before':
      return w(
        `本单位已于 ${repeat.on} 检查过该户相同事项（${repeat.items.join('、')}）`,
        `your department checked the same items there on ${repeat.on}`,
      );
    case 'known-elsewhere':
      return w(
        `${nameOf(repeat.department)}已于 ${repeat.on} 检查该户“${repeat.item}”并公示，未发现问题，可以采用其结果（录入时核查方式选“行政部门检查结果或专业意见”）`,
        `${nameOf(repeat.department)} checked “${repeat.item}” there on ${repeat.on} and found nothing; its result can be used in place of a check`,
      );
    case 'over-cap':
      return w(
        `该户本年度已安排或实施检查 ${repeat.made} 次，上限 ${repeat.most} 次（${repeat.source.document}${repeat.source.clause}）`,
        `${repeat.made} checks this year already, at most ${repeat.most} (${repeat.source.document}${repeat.source.clause})`,
      );
    default:
      return never(repeat);
  }
}
