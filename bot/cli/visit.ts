/** assign, posts, recuse, decide, unavailable, replace: what happens between the draw and the door. */
import type { Command } from 'commander';
import type { Assignment } from '../../core/draw/assignment.ts';
import { numberKinds, type SubjectKey } from '../../core/registry/subject.ts';
import { ok } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { assignVisits } from '../verbs/visit/assign.ts';
import { standingAssignment } from '../verbs/visit/assignment.ts';
import { decideRecusal, declareRecusal } from '../verbs/visit/recuse.ts';
import { replaceSubject } from '../verbs/visit/replace.ts';
import { substitutePost } from '../verbs/visit/substitute.ts';
import { reportUnavailable, type Substitution } from '../verbs/visit/unavailable.ts';
import { type Door, WrongCall, wholeNumber } from './door.ts';
import { dayTyped } from './typed.ts';

export const visitCommands = (program: Command, door: Door): void => {
  program
    .command('assign <ceremony>')
    .description('派发待检名单和人员，并记录在案 · hand the visits out, on record')
    .action((no: string) =>
      door.act(
        (desk, actor) => assignVisits(desk, actor, wholeNumber(no)),
        (handed) => ({
          words: handed.map(({ department, visits, inspectors, open }) => ({
            zh: `${department}：检查 ${visits} 户，人员 ${inspectors} 名${open === 0 ? '' : `，空缺岗位 ${open} 个`}。`,
            en: `${department}: ${visits} visits, ${inspectors} inspectors${open === 0 ? '' : `, ${open} posts open`}.`,
          })),
        }),
      ),
    );

  program
    .command('posts <ceremony>')
    .description('各岗位现由谁担任，岗位号供回避、递补使用 · who holds which post now')
    .option('-d, --department <code>', '只列一个部门的 · of one department')
    .option('-i, --inspector <number>', '只列一人的（单位工号） · of one inspector')
    .action((no: string, { department, inspector }: { readonly department?: string; readonly inspector?: string }) =>
      door.look(
        async (desk) => {
          const standing = await standingAssignment(desk.db, wholeNumber(no));
          return standing.ok ? ok(postsHeld(standing.value.assignment, { department, inspector })) : standing;
        },
        (posts) => ({
          words: posts.length === 0 ? { zh: '没有这样的岗位。', en: 'No such post.' } : posts.map(sayPost),
        }),
      ),
    );

  program
    .command('recuse <ceremony> <post> <reason>')
    .description('申请回避（由担任该岗位的检查人员本人） · an inspector asks to step back')
    .action((no: string, post: string, reason: string) =>
      door.act(
        (desk, actor) => declareRecusal(desk, actor, { ceremony: wholeNumber(no), post: wholeNumber(post), reason }),
        (made) => ({
          words: {
            zh: `回避申请已登记，编号 ${made.case}，等待部门负责人决定。`,
            en: `Recusal ${made.case} is on record; the head decides.`,
          },
        }),
      ),
    );

  program
    .command('decide <case> <grant|deny> <words>')
    .description('部门负责人决定回避；准予的由递补人员接替 · the head decides a recusal')
    .action((no: string, decision: string, words: string) => {
      if (decision !== 'grant' && decision !== 'deny') {
        throw new WrongCall({
          zh: `应写 grant（准予）或 deny（不准），现为“${decision}”。`,
          en: `grant or deny, not “${decision}”.`,
        });
      }
      return door.act(
        (desk, actor) => decideRecusal(desk, actor, { case: wholeNumber(no), granted: decision === 'grant', words }),
        ({ granted, substitute }) => ({
          words: granted
            ? {
                zh:
                  substitute === null
                    ? '准予回避；递补人员已用完，岗位空缺，请另行抽取人员。'
                    : `准予回避；由递补人员 ${substitute} 接替。`,
                en:
                  substitute === null
                    ? 'Granted; there is no substitute left, the post is open.'
                    : `Granted; ${substitute} steps in.`,
              }
            : { zh: '不准回避，原人员继续。', en: 'Denied; the inspector stays.' },
        }),
      );
    });

  program
    .command('unavailable <ceremony> <inspector> <reason>')
    .description('因客观原因不能参加，由递补人员接替其全部岗位 · an inspector cannot take part')
    .action((no: string, inspector: string, reason: string) =>
      door.act(
        (desk, actor) => reportUnavailable(desk, actor, { ceremony: wholeNumber(no), inspector, reason }),
        (substitutions) => ({
          words:
            substitutions.length === 0
              ? {
                  zh: `${inspector} 没有担任岗位，或已登记过。`,
                  en: `${inspector} holds no post, or it was on record already.`,
                }
              : substitutions.map(sayTaken),
        }),
      ),
    );

  program
    .command('substitute <ceremony> <post> <holder> <reason>')
    .description('某一户的岗位因客观原因由递补人员接替 · one post goes to its next substitute')
    .action((no: string, post: string, holder: string, reason: string) =>
      door.act(
        (desk, actor) =>
          substitutePost(desk, actor, { ceremony: wholeNumber(no), post: wholeNumber(post), holder, reason }),
        (substitution) => ({ words: sayTaken(substitution) }),
      ),
    );

  program
    .command('replace <ceremony> <subject> <evidence-date> <reason>')
    .description('依锁定之前的证据替换检查对象（如 uscc:91…） · replace a subject on evidence older than the freeze')
    .action((no: string, subject: string, evidence: string, reason: string) =>
      door.act(
        (desk, actor) =>
          replaceSubject(desk, actor, {
            ceremony: wholeNumber(no),
            subject: keyOf(subject),
            evidence: dayTyped(evidence),
            reason,
          }),
        ({ by, visits }) => ({
          words: {
            zh: `已替换：${by.length} 项抽取由下一号递补，新增或增项检查 ${visits.length} 户；原对象保留在记录中。`,
            en: `Replaced in ${by.length} tiers; ${visits.length} visits were made or grew; the original stays on record.`,
          },
        }),
      ),
    );
};

interface PostHeld {
  readonly post: number;
  readonly department: string;
  /** Work number of who holds it now; null while it is open. */
  readonly inspector: string | null;
  readonly subject: SubjectKey;
}

/** Posts of visits that are still to be made, with who holds them after everything that has happened since the draw. */
function postsHeld(
  { posts, visits, roster }: Assignment,
  only: { readonly department: string | undefined; readonly inspector: string | undefined },
): readonly PostHeld[] {
  return posts.flatMap(({ visit, department, officer }, post) => {
    const at = visits[visit];
    const isAsked =
      (only.department ?? department) === department && (only.inspector === undefined || only.inspector === officer);
    return at === undefined || at.ended || !isAsked
      ? []
      : [{ post, department, inspector: officer, subject: roster.key(at.row) }];
  });
}

const sayPost = ({ post, department, inspector, subject }: PostHeld): Words => ({
  zh: `${post} 号岗位：${inspector ?? '空缺'}（${department}），检查对象 ${subject.number}`,
  en: `Post ${post}: ${inspector ?? 'open'} (${department}), subject ${subject.number}`,
});

const sayTaken = ({ post, in: taken }: Substitution): Words => ({
  zh: `${post} 号岗位：${taken === null ? '无递补人员，空缺' : `由 ${taken} 接替`}。`,
  en: `Post ${post}: ${taken === null ? 'open, no substitute is left' : `${taken} steps in`}.`,
});

/** `uscc:9135…`, or the bare number of 18 or 15 characters. */
function keyOf(text: string): SubjectKey {
  const [kind, number] = text.split(':');
  const known = numberKinds.find((each) => each === kind);
  if (known !== undefined && number !== undefined && number !== '') return { kind: known, number };
  if (/^[0-9A-Z]{18}$/.test(text)) return { kind: 'uscc', number: text };
  if (/^\d{15}$/.test(text)) return { kind: 'reg15', number: text };
  throw new WrongCall({
    zh: `检查对象写作 uscc:、reg15: 或 older: 加号码，现为“${text}”。`,
    en: `A subject is uscc:, reg15: or older: and its number, not “${text}”.`,
  });
}
