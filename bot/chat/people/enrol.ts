/** 登记, 注销: the office keeps the roll of people from the chat. */
import { never, ok, type Result } from '../../../core/result.ts';
import type { Words } from '../../../core/words.ts';
import { type Actor, type Role, roles, witnessKinds } from '../../actor.ts';
import { type Form, one, some, type Values } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import type { Refusal } from '../../refusal.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { roleWords, witnessWords } from '../../say/rights.ts';
import { authorise } from '../../verbs/act.ts';
import { dismiss } from '../../verbs/people/dismiss.ts';
import { enrol } from '../../verbs/people/enrol.ts';
import { actorOf } from '../../verbs/people/roll.ts';
import { departmentNamed } from '../../verbs/registry/departments.ts';
import { noForm, refused, refusedAt, show, tell, told } from '../answer.ts';
import type { Answer, Asked, FormDoor } from '../door.ts';

export const enrolForm: FormDoor = {
  open: async ({ actor }) => {
    const allowed = authorise(actor, 'enrol');
    return allowed.ok ? { form } : noForm(allowed.error);
  },
  submit: async ({ deps, actor }, _, values) => {
    const department = await departmentIn(deps, one(values, 'department'));
    if (!department.ok) return { kind: 'errors', errors: { department: department.error } };
    const entrant = entrantIn(values, department.value);
    const enrolled = await enrol(deps, actor, entrant);
    return enrolled.ok ? show(enrolledMessage(entrant)) : refusedAt(enrolled.error, fieldOf(enrolled.error));
  },
};

/** By code or name; a body that is on no list (督查室, 人大) stands by whatever code the office gives it. */
async function departmentIn(deps: Asked['deps'], typed: string): Promise<Result<string, Words>> {
  if (typed === '') return ok('');
  const found = await departmentNamed(deps.db, typed);
  if (found !== null) return ok(found.code);
  return /^[0-9A-Za-z_.-]{1,60}$/.test(typed)
    ? ok(typed)
    : {
        ok: false,
        error: {
          zh: `“${typed}”不在成员单位名单中，或同名不止一个，请填写单位代码。`,
          en: `“${typed}” is on no list of departments, or not alone by that name; give its code.`,
        },
      };
}

/** What was chosen may be none of ours where a form was tampered with: the verb refuses that. */
function entrantIn(values: Values, department: string): Actor {
  const chosen = some(values, 'roles');
  const kind = one(values, 'witness');
  return {
    person: one(values, 'person'),
    name: one(values, 'name'),
    department,
    roles: roles.filter((role) => chosen.includes(role)),
    witness: witnessKinds.find((each) => each === kind) ?? null,
    inspector: one(values, 'inspector'),
  };
}

const enrolledMessage = ({ person, name }: Actor) => ({
  summary: { zh: `已登记${name}（${person}）。`, en: `Enrolled ${name} (${person}).` },
  parts: [
    {
      kind: 'text' as const,
      words: { zh: `已登记${name}（${person}）。`, en: `Enrolled ${name} (${person}).` },
    },
    {
      kind: 'choices' as const,
      choices: [
        {
          id: 'people-invite-one',
          about: person,
          label: { zh: '发放邀请码', en: 'Issue a code' },
          weight: 'primary' as const,
        },
      ],
    },
  ],
});

function fieldOf({ stage, why }: Refusal): string | null {
  if (stage !== 'people') return null;
  switch (why.reason) {
    case 'bad-person':
      return why.field;
    case 'office-as':
      return 'roles';
    case 'witness-without-kind':
      return 'witness';
    case 'department-missing':
      return 'department';
    case 'no-such-person':
    case 'last-of-office':
      return null;
    default:
      return never(why);
  }
}

const form: Form = {
  id: 'people-enrol',
  about: '',
  title: { zh: '登记人员', en: 'Enrol a person' },
  submit: { zh: '登记', en: 'Enrol' },
  intro: [],
  fields: [
    {
      kind: 'text',
      id: 'person',
      label: { zh: '人员编号', en: 'Number' },
      hint: {
        zh: '字母、数字，如 l1；已在册的编号将更新其信息',
        en: 'Letters and digits, such as l1; a number on the roll is updated',
      },
      atMost: 40,
    },
    { kind: 'text', id: 'name', label: { zh: '姓名', en: 'Name' }, atMost: 40 },
    {
      kind: 'text',
      id: 'department',
      label: { zh: '所在单位', en: 'Department' },
      hint: { zh: '代码、全称或简称；外部监督人员留空', en: 'Code or name; empty for a witness from outside' },
      optional: true,
      atMost: 60,
    },
    {
      kind: 'some-of',
      id: 'roles',
      label: { zh: '身份（可多选）', en: 'Roles' },
      options: roles.map((role: Role) => ({ value: role, label: roleWords[role] })),
    },
    {
      kind: 'one-of',
      id: 'witness',
      label: { zh: '监督人员类别', en: 'Kind of witness' },
      hint: { zh: '仅监督人员填写', en: 'For witnesses only' },
      optional: true,
      options: witnessKinds.map((kind) => ({ value: kind, label: witnessWords[kind] })),
    },
    {
      kind: 'text',
      id: 'inspector',
      label: { zh: '单位工号', en: 'Work number' },
      hint: { zh: '仅执法检查人员填写', en: 'For inspectors only' },
      optional: true,
      atMost: 60,
    },
  ],
};

/** Asked first, with the name, since numbers are easily mistyped. */
export async function askDismiss({ deps, actor }: Asked, typed: string): Promise<Answer> {
  if (typed === '')
    return tell({
      zh: '请写明人员编号，例如：/mingchou 注销 l1。',
      en: 'Give a number, such as /mingchou dismiss l1.',
    });
  const allowed = authorise(actor, 'dismiss');
  if (!allowed.ok) return refused(allowed.error);
  const leaver = await actorOf(deps, typed);
  if (leaver === null) {
    return show(
      sentence(sayRefusal({ stage: 'people', why: { reason: 'no-such-person', person: typed.slice(0, 80) } })),
    );
  }
  const words = {
    zh: `确认注销${leaver.name}（${leaver.person}）？其聊天账号绑定和网页登录随即失效。`,
    en: `Dismiss ${leaver.name} (${leaver.person})? The chat account and every sign-in end at once.`,
  };
  return show({
    summary: words,
    parts: [
      { kind: 'text', words },
      {
        kind: 'choices',
        choices: [
          { id: 'people-dismiss', about: leaver.person, label: { zh: '注销', en: 'Dismiss' }, weight: 'danger' },
        ],
      },
    ],
  });
}

export const dismissed = async ({ deps, actor }: Asked, leaver: string): Promise<Answer> =>
  told(await dismiss(deps, actor, leaver), ({ person }) => ({ zh: `已注销 ${person}。`, en: `Dismissed ${person}.` }));
