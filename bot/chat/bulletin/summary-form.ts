/** 报送小结: a unit writes its parts beside its figures. */
import { isReported } from '../../../core/bulletin/figure.ts';
import type { Words } from '../../../core/words.ts';
import { type Form, one, some } from '../../message/form.ts';
import { same } from '../../message/message.ts';
import { readUnit, unitAbout } from '../../post/say/bulletin/choices.ts';
import { nameOf } from '../../post/say/bulletin/summary.ts';
import { authorise } from '../../verbs/act.ts';
import { figuresShown } from '../../verbs/bulletin/shown.ts';
import { submitSummary } from '../../verbs/bulletin/submit-summary.ts';
import { summaryBoard } from '../../verbs/bulletin/summaries.ts';
import { noForm, refused, refusedAt, tell } from '../answer.ts';
import type { FormDoor } from '../door.ts';
import { fileIn } from '../invite/superior.ts';
import { lineOf } from './figures.ts';

/** Slack's longest text field; a part may be longer from the command line. */
const typedMost = 3000;

export const submitForm: FormDoor = {
  open: async ({ deps, actor }, about) => {
    const { period, department } = readUnit(about);
    const allowed = authorise(actor, 'submit-summary', { department });
    if (!allowed.ok) return noForm(allowed.error);
    const board = await summaryBoard(deps, period);
    if (!board.ok) return noForm(board.error);
    const { asked, units } = board.value;
    const held = units.find(({ code }) => code === department)?.held ?? null;
    const to = asked.to < board.value.today ? asked.to : board.value.today;
    const figures = await figuresShown(deps, actor, { from: asked.from, to, department });
    const own = figures.ok
      ? figures.value.figures.filter((value) => isReported(value) && value.count !== 'no-data')
      : [];
    const form: Form = {
      id: 'summary-submit',
      about: unitAbout({ period, department }),
      title: { zh: '报送小结', en: 'Send a summary' },
      submit: { zh: '报送', en: 'Send' },
      intro: [
        { kind: 'text', words: nameOf(asked) },
        ...(held?.returned
          ? [{ kind: 'text' as const, words: { zh: `退回意见：${held.returned}`, en: `Returned: ${held.returned}` } }]
          : []),
        own.length === 0
          ? {
              kind: 'note',
              words: { zh: '本单位目前没有可统计的指标。', en: 'No figure of yours can be counted yet.' },
            }
          : { kind: 'list', items: own.slice(0, 12).map(lineOf) },
        {
          kind: 'note',
          words: {
            zh: '以上指标由台账统计，随小结一并报送，不用另填。',
            en: 'These figures are counted from the ledger and go with the summary.',
          },
        },
      ],
      fields: [
        ...asked.parts.map((name, i) => ({
          kind: 'text' as const,
          id: `part-${i}`,
          label: same(name),
          lines: 'many' as const,
          atMost: typedMost,
          initial: (held?.parts.find((part) => part.name === name)?.words ?? '').slice(0, typedMost),
        })),
        ...(asked.withRows
          ? [
              {
                kind: 'file' as const,
                id: 'file',
                label: { zh: `${asked.year + 1} 年度抽查计划表`, en: `Plan sheet of ${asked.year + 1}` },
                types: ['xlsx', 'csv'],
                optional: true,
              },
              {
                kind: 'some-of' as const,
                id: 'none',
                label: { zh: '没有计划表的', en: 'Without a sheet' },
                optional: true,
                options: [{ value: 'leads-nothing', label: { zh: '没有牵头任务', en: 'We lead no task' } }],
              },
            ]
          : []),
      ],
    };
    return { form };
  },
  submit: async (asked, about, values) => {
    const { deps, actor } = asked;
    const { period, department } = readUnit(about);
    const board = await summaryBoard(deps, period);
    if (!board.ok) return refused(board.error);
    const { parts, withRows } = board.value.asked;
    const written = parts.map((name, i) => ({ name, words: one(values, `part-${i}`) }));
    const file = withRows ? await fileIn(asked, some(values, 'file')[0] ?? '') : null;
    const leadsNothing = some(values, 'none').includes('leads-nothing');
    const sheet = file === null ? {} : { sheet: { file: file.name, bytes: await file.bytes() } };
    const done = await submitSummary(deps, actor, { period, department, parts: written, leadsNothing, ...sheet });
    if (!done.ok) {
      const { why } = done.error;
      const part = why.reason === 'part-empty' ? parts.indexOf(why.part) : -1;
      const field = part >= 0 ? `part-${part}` : withRows && done.error.stage !== 'rights' ? 'file' : null;
      return refusedAt(done.error, field);
    }
    const { late, read } = done.value;
    const rows =
      read === null
        ? { zh: '', en: '' }
        : rowWords(
            read.sheet?.rows.length ?? 0,
            read.sheet === null ? 0 : read.sheet.rejected.length + read.sheet.unusable.length + read.strangers.length,
          );
    return tell({
      zh: `已报送${late ? '，超过期限，按逾期登记' : ''}。${rows.zh}`,
      en: `Sent${late ? ', after its day, and marked so' : ''}.${rows.en}`,
    });
  },
};

const rowWords = (taken: number, left: number): Words => ({
  zh: `采用抽查任务 ${taken} 项${left === 0 ? '' : `，另有 ${left} 行未能采用，请核对后重新报送`}。`,
  en: ` ${taken} rows were taken${left === 0 ? '' : `, ${left} were not`}.`,
});
