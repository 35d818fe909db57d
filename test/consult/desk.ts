/** A desk with an invented county's departments and a policy in force, and people of three departments. */
import type { Actor } from '../../bot/actor.ts';
import { person } from '../../bot/practice/people.ts';
import type { Refusal } from '../../bot/refusal.ts';
import { heldConsultation } from '../../bot/verbs/consult/held.ts';
import { type OpenRequest, openConsultation } from '../../bot/verbs/consult/open.ts';
import { type Receipt, type ReplyRequest, replyToConsultation } from '../../bot/verbs/consult/reply.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import type { ConsultationState } from '../../core/consult/state.ts';
import type { Result } from '../../core/result.ts';
import { pending } from '../../db/outbox.ts';
import { deskWith, enrolAll, facts, people, type TestDesk, value } from '../desk.ts';
import { csv } from '../verbs/make.ts';

export const { office, liaison, otherLiaison, head, inspector, legal } = people;
export const fireLiaison = person('l3', '罗青山', 'xfj', ['liaison']);

export const departments = csv(
  ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期', '别称', '联络员', '牵头股室'],
  ['office', '清漪县联席会议办公室', '联席会议办公室', '否', '2020-01-01', '', '', ''],
  ['scjg', '清漪县市场监督管理局', '成员单位', '是', '2020-01-01', '县市场监管局', '黄清', '信用股'],
  ['wjw', '清漪县卫生健康局', '成员单位', '是', '2020-01-01', '县卫健局', '吴江', '监督股'],
  ['xfj', '清漪县消防救援大队', '成员单位', '是', '2020-01-01', '县消防救援大队', '', ''],
);

/** The day of the letter, a Thursday. */
export const letterDay = '2025-06-05T01:00:00.000Z';

const enrolled = [liaison, otherLiaison, head, legal, inspector, people.supervisor, fireLiaison];

export const consultDesk = (policy: string | null = 'sanming-2025', now = letterDay): Promise<TestDesk> =>
  deskWith(
    `consult ${policy}`,
    async (desk) => {
      await enrolAll(desk, enrolled);
      if (policy !== null) value(await adoptPolicy(desk, office, policy));
      value(await importList(desk, office, { bytes: departments, file: 'departments.csv' }));
    },
    now,
  );

export const letter = (change: Partial<OpenRequest> = {}): OpenRequest => ({
  key: 'k1',
  year: 2025,
  letter: '关于征询2025年度“双随机、一公开”抽查工作计划的函\n各成员单位：请反馈。',
  matters: '',
  deadline: { kind: 'working-days', days: 5 },
  asked: ['scjg', 'wjw', 'xfj'],
  contact: null,
  ...change,
});

/** A desk on which consultation 2025-1 is open. */
export async function openedDesk(change: Partial<OpenRequest> = {}): Promise<TestDesk> {
  const desk = await consultDesk();
  value(await openConsultation(desk, office, letter(change)));
  return desk;
}

let sources = 0;

/** A reply in writing by a liaison of the department. */
export const reply = (
  desk: TestDesk,
  actor: Actor,
  change: Partial<ReplyRequest> = {},
): Promise<Result<Receipt, Refusal>> => {
  sources += 1;
  const id = change.source?.id ?? `m-${sources}`;
  return replyToConsultation(desk, actor, {
    consultation: '2025-1',
    department: actor.department,
    answer: 'agrees',
    words: '我局无意见',
    source: { kind: 'thread', id },
    key: `message/${id}`,
    ...change,
  });
};

export const planSheet = (...rows: readonly (readonly string[])[]): Uint8Array =>
  csv(['任务名称', '抽查事项', '牵头部门', '配合部门', '抽查比例', '检查时间'], ...rows);

export async function stateOf(desk: TestDesk, consultation = '2025-1'): Promise<ConsultationState> {
  const state = await heldConsultation(desk.db, consultation);
  if (state === null) throw new Error(`no ${consultation}`);
  return state;
}

export const count = async (desk: TestDesk, kind: string): Promise<number> =>
  (await facts(desk)).filter((fact) => fact.kind === kind).length;

/** Posts of consultations that wait to be delivered, as often as they were asked for. */
export const slots = async (desk: TestDesk): Promise<readonly string[]> =>
  (await pending(desk.db, desk.now(), 500))
    .map(({ destination }) => destination)
    .filter((each) => each.startsWith('consultation'));
