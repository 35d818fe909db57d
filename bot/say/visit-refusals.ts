/** Refusals on the way to the door, at it and outside the draw, in words. */
import { groundWords } from '../../core/policy/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { VisitWorkRefusal } from '../verbs/visit/refusal.ts';
import { listWords, receiverWords, sayDoor, sayVisitAt } from './visit-faults.ts';

const w = (zh: string, en: string): Words => ({ zh, en });

/** Visits named one by one in a refusal; the rest is counted. */
const namedMost = 10;

export function sayAtDoor(why: VisitWorkRefusal): Words {
  switch (why.reason) {
    case 'visits': {
      const said = why.visits.slice(0, namedMost).map(sayVisitAt);
      const more = why.visits.length - said.length;
      return w(
        `未办理：${said.map(({ zh }) => zh).join('\n')}${more > 0 ? `\n另有 ${more} 户` : ''}`,
        `Nothing was recorded: ${said.map(({ en }) => en).join('\n')}${more > 0 ? `\n${more} more` : ''}`,
      );
    }
    case 'not-visits':
      return w(
        `“${why.why.text}”不是检查编号；请写“全部”，或如 3-0004、3-0007至3-0010。`,
        `“${why.why.text}” is no visit; write all, or 3-0004, 3-0007..3-0010.`,
      );
    case 'days':
      return w(`起止日期颠倒：${why.from} 晚于 ${why.to}。`, `${why.from} is later than ${why.to}.`);
    case 'no-request':
      return w(`没有编号为 ${why.request} 的呈批件。`, `There is no request ${why.request}.`);
    case 'asks-and-decides':
      return w(
        `${why.person} 是呈批人，不能审批自己的呈批件（${why.request}）。`,
        `${why.person} asked and cannot decide on request ${why.request}.`,
      );
    case 'no-words':
      return w('须写明意见或情况。', 'Words are needed.');
    case 'no-materials':
      return w(
        '须一次性写明所查阅或需准备的材料，每行一项；不需要准备的请写“无”。',
        'Say what was looked at or is to be got ready, one a line; write “none” where it is nothing.',
      );
    case 'not-hour':
      return w(
        `“${why.hour}”不是时间；请写几点几分，如 09:30。`,
        `“${why.hour}” is no time of day; write it as 09:30.`,
      );
    case 'no-task':
      return w(`没有抽查任务 ${why.task}。`, `There is no task ${why.task}.`);
    case 'not-lead-of':
      return w(`任务 ${why.task} 由 ${why.lead} 牵头。`, `${why.lead} leads task ${why.task}.`);
    case 'scheme-empty': {
      const field = {
        title: w('标题', 'title'),
        groups: w('检查分组', 'groups'),
        schedule: w('时间安排', 'schedule'),
        points: w('检查内容和要点', 'points'),
      }[why.field];
      return w(`实施方案须写明${field.zh}。`, `A scheme says its ${field.en}.`);
    }
    case 'no-agenda':
      return w(`没有编号为 ${why.agenda} 的联合检查日程。`, `There is no agenda ${why.agenda}.`);
    case 'agenda-not-yours':
      return w(
        `日程 ${why.agenda} 没有 ${why.department} 参加的检查。`,
        `Agenda ${why.agenda} holds no visit of ${why.department}.`,
      );
    case 'no-expert':
      return w(`专家名录库中没有 ${why.expert || '（未填）'}。`, `There is no expert ${why.expert || '(empty)'}.`);
    case 'off-list':
      return w(
        `清单之外无检查：${why.items.join('、')} 不是 ${why.department} 现行的抽查事项（或不在本次报备之内）。`,
        `No check outside the list: ${why.items.join(', ')} is no item of ${why.department} in force, or not of this filing.`,
      );
    case 'no-items':
      return w('须写明检查事项编号。', 'The items are needed, by their codes.');
    case 'no-subject':
      return w(`检查对象名录库中没有 ${why.subject}。`, `${why.subject} is not on the roll of subjects.`);
    case 'ground-not-permitted': {
      const grounds = listWords(why.grounds.map((each) => groundWords[each]));
      return w(
        `“${groundWords[why.ground].zh}”不是对该对象另行检查的理由；可以是：${grounds.zh}。`,
        `“${groundWords[why.ground].en}” is no ground for another check here; grounds are: ${grounds.en}.`,
      );
    }
    case 'no-filing':
      return w(`没有编号为 ${why.filing} 的备案。`, `There is no filing ${why.filing}.`);
    case 'files-and-receives':
      return w(
        `${why.person} 是备案人，不能签收自己的备案（${why.filing}）。`,
        `${why.person} filed ${why.filing} and cannot give a receipt for it.`,
      );
    case 'not-a-receiver': {
      if (why.receivers.length === 0)
        return w(`备案 ${why.filing} 按制度无需签收。`, `Filing ${why.filing} needs no receipt by the policy.`);
      const receivers = listWords(why.receivers.map((each) => receiverWords[each]));
      return w(`备案 ${why.filing} 由${receivers.zh}签收。`, `Filing ${why.filing} is received by ${receivers.en}.`);
    }
    case 'received-already':
      return w(`备案 ${why.filing} 已签收，不能再退回。`, `Filing ${why.filing} was received already.`);
    case 'filing-incomplete': {
      const lacking = listWords(why.lacking.map((each) => receiverWords[each]));
      return w(
        `备案 ${why.filing} 未完成，尚缺签收：${lacking.zh}；情况紧急先行检查的，请写明理由。`,
        `Filing ${why.filing} is incomplete, receipts lacking: ${lacking.en}; where it could not wait, say why.`,
      );
    }
    case 'filing-not-approved': {
      const stands = {
        waiting: w('待审批', 'waiting'),
        returned: w('已退回', 'returned'),
        later: w('检查日之后才批准', 'approved only after that day'),
      }[why.stands];
      return w(
        `备案 ${why.filing} 尚未经本单位负责人批准（${stands.zh}）；情况紧急先行检查的，请写明理由，事后补办。`,
        `Filing ${why.filing} is not approved by the head (${stands.en}); where it could not wait, say why.`,
      );
    }
    case 'filed-afterwards':
      return w(
        `备案 ${why.filing} 于 ${why.filedOn} 登记，晚于检查日期 ${why.on}；情况紧急先行检查的，请写明理由。`,
        `Filing ${why.filing} was made on ${why.filedOn}, after the check of ${why.on}; where it could not wait, say why.`,
      );
    case 'file-anew': {
      const receivers = listWords(why.receivers.map((each) => receiverWords[each]));
      return w(
        `${why.on} 的检查须由${receivers.zh}签收备案，备案 ${why.filing} 未列；请按该日期重新备案。`,
        `A check on ${why.on} needs a receipt from ${receivers.en}, whom filing ${why.filing} does not name; file it anew for that day.`,
      );
    }
    case 'filing-held':
      return w(
        `备案 ${why.filing} 的检查情况已登记，内容不同，不能改写。`,
        `The check of filing ${why.filing} is on record otherwise.`,
      );
    case 'before-filed-day':
      return w(
        `检查日期早于备案 ${why.filing} 的日期（${why.on}）。`,
        `Before the day of filing ${why.filing} (${why.on}).`,
      );
    case 'items-left':
      return w(
        `备案的事项须逐项登记，尚缺：${why.items.join('、')}。`,
        `Each item that was filed is recorded; lacking: ${why.items.join(', ')}.`,
      );
    case 'door': {
      const said = why.faults.map(sayDoor);
      return w(`${said.map(({ zh }) => zh).join('；')}。`, `${said.map(({ en }) => en).join('; ')}.`);
    }
    case 'no-matter':
      return w(`没有 ${why.matter}。`, `There is no ${why.matter}.`);
    case 'no-number':
      return w('须写明外部平台编号。', 'The number of the outside platform is needed.');
    case 'no-media':
      return w('须写明影像资料的名称和存放位置。', 'Name and place of each picture are needed.');
    case 'not-digest':
      return w(
        `“${why.digest}”不是文件的 SHA-256 校验值（64 位十六进制）。`,
        `“${why.digest}” is no SHA-256 of a file.`,
      );
    default:
      return never(why);
  }
}
