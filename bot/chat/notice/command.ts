/** What is typed after `/notice`; alone it says where publication stands, with the buttons. */
import type { Words } from '../../../core/words.ts';
import { firstOf, type Message, type Part } from '../../message/message.ts';
import { noticeChoices } from '../../post/say/notice/choices.ts';
import { publicationWords } from '../../say/notices.ts';
import { objections } from '../../verbs/notice/objections.ts';
import { publicationsOf } from '../../verbs/notice/publications.ts';
import { reachOf } from '../../verbs/outcome/reach.ts';
import { departmentNames } from '../../verbs/registry/departments.ts';
import { show, tell } from '../answer.ts';
import type { Answer, Asked, Route } from '../door.ts';
import { commandOf } from '../subcommand.ts';
import type { Usage } from '../usage.ts';

const usage: Usage = {
  command: '/notice',
  title: { zh: '公示：可以输入的命令', en: 'Publication: what you can type' },
  lines: [
    { zh: '/notice 列表：各任务公示到哪一步', en: '/notice list: where publication stands' },
    {
      zh: '/notice 完成 3：登记第 3 次抽取中本单位牵头的任务完成',
      en: '/notice finish 3: your tasks of draw 3 are finished',
    },
    {
      zh: '/notice 公示 3：公示第 3 次抽取中本单位已审核的检查结果',
      en: '/notice publish 3: your reviewed outcomes of draw 3',
    },
    {
      zh: '/notice 回执 3：登记平台的接收结果，下载报送文件',
      en: '/notice receipt 3: what a platform answered; exports',
    },
    { zh: '/notice 比对 3：与平台数据逐行比对', en: '/notice compare 3: with what a platform has' },
    {
      zh: '/notice 不公开 3、恢复 3、停止 3、异议 3、决定 3',
      en: '/notice withhold 3, lift 3, end 3, object 3, decide 3',
    },
    { zh: '/notice 登记：抽查情况、行政处罚、投诉举报电话等的公布', en: '/notice matter: what else was made public' },
  ],
  note: {
    zh: '外部平台抽取的名单写 L 加序号，如 L3。未公示的检查不计入已检查。',
    en: 'A list drawn elsewhere is L3. What is not public is not counted as inspected.',
  },
};

/** `完成 3`: the draw is said behind the word. */
const formFor =
  (form: string) =>
  (rest: string): Route | null => {
    const book = rest.normalize('NFKC').toUpperCase();
    return /^L?[1-9]\d{0,5}$/.test(book) ? { kind: 'form', form, about: book } : null;
  };

const list: Route = { kind: 'act', act: standing };
const matter: Route = { kind: 'form', form: 'notice-matter', about: '' };

export const notice = commandOf({
  usage,
  bare: list,
  words: {
    list: { words: ['列表', '状态', 'list', 'status'], route: (rest) => (rest === '' ? list : null) },
    finish: { words: ['完成', '办结', 'finish'], route: formFor('notice-finish') },
    publish: { words: ['公示', '公开', 'publish'], route: formFor('notice-publish') },
    receipt: { words: ['回执', '接收', 'receipt', 'acknowledge'], route: formFor('notice-acknowledge') },
    compare: { words: ['比对', '核对', 'compare', 'reconcile'], route: formFor('notice-reconcile') },
    withhold: { words: ['不公开', '不予公开', 'withhold'], route: formFor('notice-withhold') },
    lift: { words: ['恢复', '恢复公开', 'lift'], route: formFor('notice-lift') },
    end: { words: ['停止', '停止公示', 'end'], route: formFor('notice-end') },
    object: { words: ['异议', 'object', 'objection'], route: formFor('notice-object') },
    decide: { words: ['决定', 'decide'], route: formFor('notice-decide') },
    matter: { words: ['登记', '其他', 'matter'], route: (rest) => (rest === '' ? matter : null) },
  },
});

const linesMost = 20;

/** The office sees everybody's; a department its own, draw by draw, newest first, with what it can do. */
async function standing({ deps, actor }: Asked): Promise<Answer> {
  const reach = await reachOf(deps, actor);
  const all = (await publicationsOf(deps)).filter(
    (each) => reach !== null && (reach.department === null || [each.department, each.lead].includes(reach.department)),
  );
  if (all.length === 0) return tell({ zh: '还没有需要公示的检查任务。', en: 'There is nothing to publish yet.' });
  const name = await departmentNames(deps.db);
  const waiting = (await objections(deps.db)).filter(({ decided }) => decided === null);
  const parts: Part[] = [];
  for (const [book, group] of [...Map.groupBy(all, (each) => each.book)].reverse()) {
    const lines = group.map((each): Words => {
      const said = publicationWords(each);
      return { zh: `${name(each.department)}｜${said.zh}`, en: `${name(each.department)} | ${said.en}` };
    });
    const title = book.startsWith('L')
      ? { zh: `外部抽取名单 ${book}`, en: `List ${book}` }
      : { zh: `第 ${book} 次抽取`, en: `Draw ${book}` };
    parts.push({ kind: 'heading', words: title }, { kind: 'list', items: firstOf(lines, linesMost, '项') });
    const department = reach?.department ?? null;
    if (department === null) continue;
    const open = waiting.filter(
      (each) => each.department === department && each.case.startsWith(`${group[0]?.source}/`),
    ).length;
    parts.push(...noticeChoices({ book, department, all: group, open }));
  }
  const message: Message = { summary: { zh: '各任务公示情况', en: 'Where publication stands' }, parts };
  return show(message);
}
