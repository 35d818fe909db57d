/** Visits and posts as those read them who go there: by the visit's number and place, never by the enterprise's name. */
import { methodWords } from '../../core/plan/review/terms.ts';
import type { Words } from '../../core/words.ts';
import type { PostAtDoor, VisitsHeld } from '../verbs/visit/visits-held.ts';

/** 检查编号 3-0007（城关镇），12 号岗位. */
export const postWords = ({ post, visit }: Pick<PostAtDoor, 'post' | 'visit'>): Words => {
  const { place } = visit.subject;
  const [zh, en] = place === '' ? ['', ''] : [`（${place}）`, ` (${place})`];
  return { zh: `检查编号 ${visit.no}${zh}，${post} 号岗位`, en: `visit ${visit.no}${en}, post ${post}` };
};

/** One of a person's visits: where, when, with whom, what is inspected, and how an application about it stands. */
export function ownVisitWords({ visit, post, department, officer }: PostAtDoor, { recusals }: VisitsHeld): Words {
  const others = visit.bodies.flatMap((body): readonly Words[] => {
    const going = body.inspectors.filter(({ number }) => number !== officer).map(({ name }) => name);
    if (going.length + body.open === 0) return [];
    const [zh, en] = body.open === 0 ? [[], []] : [[`空缺 ${body.open} 人`], [`${body.open} open`]];
    return [{ zh: `${body.name} ${[...going, ...zh].join('、')}`, en: `${body.name} ${[...going, ...en].join(', ')}` }];
  });
  const items = visit.bodies.filter(({ code }) => code === department).flatMap((body) => body.items);
  const mine = recusals.findLast((each) => each.post === post && each.inspector === officer);
  const state = mine === undefined ? null : mine.decided === null ? waiting : denied;
  const [at, method] = [postWords({ post, visit }), methodWords[visit.method]];
  const { from, to } = visit.window;
  return {
    zh: `${at.zh}：${from} 至 ${to}，${method.zh}；同行：${others.map(({ zh }) => zh).join('；') || '无'}${items.length === 0 ? '' : `；事项：${items.join('、')}`}${state === null ? '' : `；${state.zh}`}`,
    en: `${at.en}: ${from} to ${to}, ${method.en}; with ${others.map(({ en }) => en).join('; ') || 'nobody'}${items.length === 0 ? '' : `; items: ${items.join(', ')}`}${state === null ? '' : `; ${state.en}`}`,
  };
}

const waiting: Words = { zh: '已申请回避，待部门负责人决定', en: 'recusal asked for, the head decides' };
const denied: Words = { zh: '不准回避，请按任务参加', en: 'recusal denied, please take part' };
