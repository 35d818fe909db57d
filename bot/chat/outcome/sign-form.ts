/** 阅核签章 in the chat: for a form that was read and signed on paper, or by somebody whose phone has only the chat. */
import { signWays, signWayWords } from '../../../core/outcome/sign.ts';
import { type Form, one, optionsMost, some } from '../../message/form.ts';
import { sentence } from '../../message/message.ts';
import { sayDoorDone } from '../../say/visit-work.ts';
import { myVisits } from '../../verbs/outcome/my-visits.ts';
import { signForm } from '../../verbs/outcome/sign.ts';
import { atField, fieldsBy, filled } from '../answer.ts';
import type { FormDoor } from '../door.ts';

export const signDoor: FormDoor = {
  open: async ({ deps, actor }, book) => {
    const [mine] = await myVisits(deps, actor, book);
    const open = (mine?.visits ?? []).filter(({ entered, signed }) => entered > 0 && signed === null);
    const later = (mine?.visits ?? []).filter(({ entered, signed }) => entered > 0 && signed !== null);
    const visits = [...open, ...later].slice(0, optionsMost);
    if (visits.length === 0) {
      const words = {
        zh: '还没有可以阅核签章的检查表：请先录入检查结果。',
        en: 'No form can be signed yet: enter the outcomes first.',
      };
      return { message: sentence(words) };
    }
    const form: Form = {
      id: 'outcome-sign',
      about: book,
      title: { zh: '被检查人阅核签章', en: 'Read and signed' },
      submit: { zh: '记录', en: 'Record' },
      intro: [],
      fields: [
        {
          kind: 'one-of',
          id: 'visit',
          label: { zh: '检查编号', en: 'Visit' },
          options: visits.map(({ visit, signed }) => ({
            value: String(visit.visit),
            label: {
              zh: `${visit.no}${signed === null ? '' : `（${signWayWords[signed].zh}，再次阅核）`}`,
              en: `${visit.no}${signed === null ? '' : ` (${signWayWords[signed].en}; again)`}`,
            },
          })),
        },
        {
          kind: 'one-of',
          id: 'way',
          label: { zh: '阅核情况', en: 'What became of it' },
          options: signWays.map((value) => ({ value, label: signWayWords[value] })),
        },
        {
          kind: 'text',
          id: 'signer',
          label: { zh: '签章人姓名、职务', en: 'Name and position' },
          optional: true,
          atMost: 100,
        },
        {
          kind: 'text',
          id: 'words',
          label: { zh: '被检查人意见，或不在场的情况', en: 'Statement, or why nobody signs' },
          optional: true,
          lines: 'many',
          atMost: 1000,
        },
        {
          kind: 'some-of',
          id: 'shown',
          label: { zh: '现场检查', en: 'At the door' },
          hint: {
            zh: '勾选的，同时登记现场检查（日期、人员按录入的结果），具备条件的一并办结',
            en: 'Ticked, the visit is recorded along with it, and finished where nothing more is owed',
          },
          options: [{ value: 'yes', label: { zh: '检查时已出示执法证件', en: 'Certificates were shown' } }],
          optional: true,
        },
        {
          kind: 'text',
          id: 'urgent',
          label: { zh: '未经批准先行检查的原因', en: 'Why without approval' },
          optional: true,
          lines: 'many',
          atMost: 1000,
        },
        {
          kind: 'text',
          id: 'witness',
          label: { zh: '见证人（拒绝签章的）', en: 'Witness of a refusal' },
          optional: true,
          atMost: 100,
        },
        {
          kind: 'text',
          id: 'record',
          label: { zh: '照片、录像（拒绝签章的）', en: 'Pictures of a refusal' },
          hint: { zh: '每行一件：名称；存放位置', en: 'One a line: name；place' },
          optional: true,
          lines: 'many',
          atMost: 1000,
        },
      ],
    };
    return { form };
  },
  submit: async ({ deps, actor }, book, values) => {
    const way = signWays.find((each) => each === one(values, 'way'));
    if (way === undefined) return atField('way', { zh: '请选择阅核情况。', en: 'Say what became of it.' });
    const visit = one(values, 'visit');
    if (!/^\d{1,9}$/.test(visit)) return atField('visit', { zh: '请选择检查编号。', en: 'Choose a visit.' });
    const done = await signForm(deps, actor, {
      ...{ book, visit: Number(visit), way, digest: null, signer: one(values, 'signer') },
      ...{ witness: one(values, 'witness'), words: one(values, 'words'), record: one(values, 'record') },
      door: some(values, 'shown').includes('yes') ? { shown: true, urgent: one(values, 'urgent') } : null,
    });
    return filled(done, fieldOf, ({ no, unfilled, door }) => ({
      zh: `${no} 已记录：${signWayWords[way].zh}。${unfilled === 0 ? '' : `尚有 ${unfilled} 项未填，填写后须再次阅核。`}${sayDoorDone(door).zh}`,
      en: `${no} is on record: ${signWayWords[way].en}.${unfilled === 0 ? '' : ` ${unfilled} items are not filled in; it is to be read again then.`}${sayDoorDone(door).en}`,
    }));
  },
};

const fieldOf = fieldsBy({
  'form-empty': 'visit',
  'no-such-visit': 'visit',
  'signer-missing': 'signer',
  'witness-missing': 'witness',
  'witness-inspects': 'witness',
  'record-missing': 'record',
  'record-unread': 'record',
  'absence-unexplained': 'words',
  'too-long': 'words',
});
