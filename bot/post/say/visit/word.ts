/**
 * Short words under what stands: a post that is only renewed calls nobody, and somebody may be on his way to a door. Each says what it
 * stands under, and why to look at it again.
 */
import type { Words } from '../../../../core/words.ts';
import { sentence } from '../../../message/message.ts';
import type { Place } from '../../../message/messenger.ts';
import { postWords } from '../../../say/visits.ts';
import { actorOf } from '../../../verbs/people/roll.ts';
import { recusalCases } from '../../../verbs/visit/recusals.ts';
import { visitsHeld } from '../../../verbs/visit/visits-held.ts';
import type { PostKind } from '../../post.ts';

/** A place as it was written by `postsOfChange` from a place. */
const placeOf = (whom: string): Place => whom as Place;

/** The post that the word stands under. */
function rootFor(ceremony: number, whom: string): string {
  const [kind = '', id = ''] = whom.split(':');
  if (kind === 'person') return `visits/${ceremony}/${id}`;
  return kind === 'department' ? `department-visits/${ceremony}/${id}` : `visits-office/${ceremony}`;
}

/** The draw was annulled, corrected, or handed out again. */
export const visitsChanged: PostKind<{ readonly ceremony: number; readonly whom: string; readonly seq: number }> = {
  place: ({ whom }) => placeOf(whom),
  under: ({ ceremony, whom }) => rootFor(ceremony, whom),
  say: async (deps, { ceremony }) => {
    const held = await visitsHeld(deps, ceremony);
    if (!held.ok) {
      const isAnnulled = held.error.stage === 'visit' && held.error.why.reason === 'annulled';
      return isAnnulled
        ? sentence({
            zh: `请注意：第 ${ceremony} 次抽取已撤销，请立即停止据此开展的检查。`,
            en: `Please note: ceremony ${ceremony} was annulled; stop inspecting on its ground.`,
          })
        : null;
    }
    const { stands, handed } = held.value;
    return sentence(stands && handed ? again(ceremony) : corrected(ceremony));
  },
};

const again = (ceremony: number): Words => ({
  zh: `第 ${ceremony} 次抽取的检查任务已重新派发，请以上面最新的内容为准。`,
  en: `The visits of ceremony ${ceremony} were handed out again; go by what stands above now.`,
});
const corrected = (ceremony: number): Words => ({
  zh: `请注意：第 ${ceremony} 次抽取的公共数已更正，结果将变动。请暂停检查，等待重新派发。`,
  en: `Please note: the public number of ceremony ${ceremony} was corrected. Stop, and wait until visits are handed out again.`,
});

/** Somebody steps in at a post. */
export const postTaken: PostKind<{ readonly ceremony: number; readonly post: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: ({ ceremony, person }) => `visits/${ceremony}/${person}`,
  say: async (deps, { ceremony, post, person }) => {
    const actor = await actorOf(deps, person);
    const held = await visitsHeld(deps, ceremony);
    if (actor === null || !held.ok || !held.value.handed) return null;
    const at = held.value.posts.find((each) => each.post === post);
    if (at === undefined) return null;
    const where = postWords(at);
    return sentence(
      at.officer === actor.inspector
        ? { zh: `您已递补：${where.zh}，请查看上面的任务。`, en: `You step in: ${where.en}. Please look above.` }
        : { zh: `${where.zh}已不由您担任。`, en: `${where.en} is not yours any more.` },
    );
  },
};

/** What became of an application, to the one who made it. */
export const recusalOutcome: PostKind<{ readonly ceremony: number; readonly case: number; readonly person: string }> = {
  place: ({ person }) => `person:${person}`,
  under: ({ ceremony, person }) => `visits/${ceremony}/${person}`,
  say: async (deps, { case: no, ceremony }) => {
    const declared = (await recusalCases(deps.db)).find((each) => each.case === no);
    if (declared === undefined || declared.decided === null) return null;
    const held = await visitsHeld(deps, ceremony);
    const at = held.ok ? held.value.posts.find(({ post }) => post === declared.post) : undefined;
    const where = at === undefined ? { zh: `${declared.post} 号岗位`, en: `post ${declared.post}` } : postWords(at);
    const { granted, words } = declared.decided;
    const said = words.trim() === '' ? '' : words.trim();
    return sentence(
      granted
        ? {
            zh: `您的回避申请（${where.zh}）已准予，不必参加该项检查。`,
            en: `Your recusal (${where.en}) is granted; you need not go.`,
          }
        : {
            zh: `您的回避申请（${where.zh}）不准${said === '' ? '' : `：${said}`}。请按任务参加。`,
            en: `Your recusal (${where.en}) is denied${said === '' ? '' : `: ${said}`}. Please take part.`,
          },
    );
  },
};
