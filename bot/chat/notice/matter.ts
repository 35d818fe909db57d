/** 其他公布事项: on which channel, where and since when a draw, a penalty, the complaint telephone or what came of a complaint is made public. */
import { publicationsOf } from '../../../core/policy/ask.ts';
import { one } from '../../message/form.ts';
import { publishedWords } from '../../say/notice.ts';
import { matterWords } from '../../say/notices.ts';
import { dayOf } from '../../today.ts';
import { publishedMatters, publishMatter } from '../../verbs/notice/publish-matter.ts';
import { authorisedFor, ownBody } from '../../verbs/notice/whose.ts';
import { policyInForce } from '../../verbs/registry/policy-in-force.ts';
import { atField, fieldsBy, filled, noForm } from '../answer.ts';
import type { FormDoor } from '../door.ts';

export const matterForm: FormDoor = {
  open: async ({ deps, actor }) => {
    const allowed = await authorisedFor(deps, actor, 'publish-matter', await ownBody(deps, actor));
    if (!allowed.ok) return noForm(allowed.error);
    const today = dayOf(deps.now());
    const policy = await policyInForce(deps.db, today);
    const channels = (what: (typeof publishedMatters)[number]): string =>
      policy === null
        ? ''
        : publicationsOf(policy, what, today)
            .map(({ value }) => value.channels.join(value.each === 'all' ? '和' : '或'))
            .filter((each) => each !== '')
            .join('；');
    const named = publishedMatters.map((what) => ({ what, said: channels(what) })).filter(({ said }) => said !== '');
    return {
      form: {
        id: 'notice-matter',
        about: '',
        title: { zh: '登记公布事项', en: 'Made public' },
        submit: { zh: '登记', en: 'Record it' },
        intro: named.map(({ what, said }) => ({
          kind: 'note' as const,
          words: { zh: `${publishedWords[what].zh}的公布渠道：${said}`, en: `${publishedWords[what].en}: ${said}` },
        })),
        fields: [
          {
            kind: 'one-of',
            id: 'what',
            label: { zh: '公布的是什么', en: 'What' },
            options: publishedMatters.map((what) => ({ value: what, label: publishedWords[what] })),
          },
          {
            kind: 'text',
            id: 'number',
            label: { zh: '编号', en: 'Number' },
            hint: { zh: '抽取次序号、决定书文号等', en: 'of the draw, of the decision' },
            atMost: 100,
            optional: true,
          },
          { kind: 'text', id: 'title', label: { zh: '标题', en: 'Title' }, atMost: 200 },
          { kind: 'text', id: 'channel', label: { zh: '渠道', en: 'Channel' }, atMost: 100 },
          {
            kind: 'text',
            id: 'where',
            label: { zh: '在哪里可以看到', en: 'Where' },
            hint: { zh: '网址，或公开栏、版面、窗口的位置', en: 'an address, or which board, page or counter' },
            atMost: 400,
          },
          { kind: 'date', id: 'on', label: { zh: '公布日期', en: 'Since' }, initial: today },
          { kind: 'date', id: 'until', label: { zh: '公布到哪一天', en: 'Until' }, optional: true },
        ],
      },
    };
  },
  submit: async ({ deps, actor }, _, values) => {
    const what = publishedMatters.find((each) => each === one(values, 'what'));
    if (what === undefined) return atField('what', { zh: '请选择公布的是什么。', en: 'Choose what it is.' });
    const done = await publishMatter(deps, actor, {
      what,
      number: one(values, 'number'),
      title: one(values, 'title'),
      channel: one(values, 'channel'),
      where: one(values, 'where'),
      on: one(values, 'on'),
      until: one(values, 'until'),
    });
    const field = fieldsBy({
      'not-a-channel': 'channel',
      'no-address': 'where',
      'no-words': 'title',
      'in-future': 'on',
      'not-a-date': 'on',
      'until-past': 'until',
      'too-long': 'title',
    });
    return filled(done, field, matterWords);
  },
};
