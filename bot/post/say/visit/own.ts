/** An inspector's own visits of one draw, in private: number, place, companions, items, window, and what to bring. */
import type { Message, Part } from '../../../message/message.ts';
import { span } from '../../../say/time.ts';
import { ownVisitWords, postWords } from '../../../say/visits.ts';
import { actorOf } from '../../../verbs/people/roll.ts';
import { type VisitsHeld, visitsHeld } from '../../../verbs/visit/visits-held.ts';
import type { PostKind } from '../../post.ts';
import { enterChoices } from '../outcome/choices.ts';
import { listLink, ownWorkChoices, recuseChoice } from './choices.ts';
import { gone } from './gone.ts';

export const ownVisits: PostKind<{ readonly ceremony: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: () => null,
  say: async (deps, { ceremony, person }) => {
    const actor = await actorOf(deps, person);
    if (actor === null || actor.inspector === '') return null;
    const held = await visitsHeld(deps, ceremony);
    if (!held.ok) return gone(ceremony, held.error);
    if (!held.value.handed) return null;
    return messageFor(held.value, ceremony, actor.inspector, deps.site);
  },
};

const shownMost = 25;

function messageFor(held: VisitsHeld, ceremony: number, inspector: string, site: string): Message {
  const mine = held.posts.filter(({ officer }) => officer === inspector);
  const granted = held.recusals.filter((each) => each.inspector === inspector && each.decided?.granted === true);
  const doors = new Set(mine.map(({ visit }) => visit.no)).size;
  const window = span(held.manifest.window);
  const summary = held.stands
    ? {
        zh:
          doors === 0
            ? `第 ${ceremony} 次抽取中，您现在没有检查任务。`
            : `第 ${ceremony} 次抽取：您有 ${doors} 户检查任务，检查实施期 ${window.zh}。`,
        en:
          doors === 0
            ? `Ceremony ${ceremony}: no visit is yours now.`
            : `Ceremony ${ceremony}: ${doors === 1 ? '1 visit is' : `${doors} visits are`} yours, ${window.en}.`,
      }
    : {
        zh: `第 ${ceremony} 次抽取的公共数正在更正，请暂勿据原任务检查。`,
        en: `The public number of ceremony ${ceremony} is being corrected; wait before you inspect.`,
      };
  const more = mine.length - shownMost;
  const parts: readonly Part[] = [
    { kind: 'heading', words: { zh: '检查任务', en: 'Your visits' } },
    { kind: 'text', words: summary },
    ...(doors === 0 || !held.stands
      ? []
      : [
          { kind: 'list' as const, items: mine.slice(0, shownMost).map((post) => ownVisitWords(post, held)) },
          ...(more > 0
            ? [{ kind: 'note' as const, words: { zh: `另有 ${more} 项，见名单。`, en: `${more} more on the list.` } }]
            : []),
          {
            kind: 'note' as const,
            words: {
              zh: '企业名称在名单页按检查编号查看。检查时请两人以上同行，出示行政执法证件，带好检查任务单和检查表（名单页可打印）。名单不得外传。',
              en: 'Names of enterprises stand on the list under the same numbers. Go by two or more, show your certificates, bring the printed sheet. Keep the list close.',
            },
          },
          listLink(site, ceremony),
          { kind: 'choices' as const, choices: enterChoices(String(ceremony)) },
          {
            kind: 'choices' as const,
            choices: [...ownWorkChoices(String(ceremony), mine[0]?.department ?? ''), recuseChoice(ceremony)],
          },
        ]),
    ...(granted.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            items: granted.map(({ post }) => {
              const at = held.posts.find((each) => each.post === post);
              const where = at === undefined ? { zh: `${post} 号岗位`, en: `post ${post}` } : postWords(at);
              return { zh: `${where.zh}：已准予回避，不必参加`, en: `${where.en}: recusal granted, you need not go` };
            }),
          },
        ]),
  ];
  return { summary, parts };
}
