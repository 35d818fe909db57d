/** Slack's limits: the checker finds what breaks them, and no message or form of ours does, however long it is, in either language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Form } from '../../bot/message/form.ts';
import type { Choice, Message, Part } from '../../bot/message/message.ts';
import { blocksOf, messageOf } from '../../bot/slack/blocks.ts';
import { checkBlocks, checkMessage, checkView } from '../../bot/slack/limits.ts';
import { shownView, viewOf } from '../../bot/slack/view.ts';
import type { Words } from '../../core/words.ts';

const langs = ['zh', 'en'] as const;
const long = (count: number) => '𠮷'.repeat(count);
const plain = (text: string) => ({ type: 'plain_text', text });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('好'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object) => ({ type: 'input', label: plain('项'), element });
const option = (value: string) => ({ text: plain('项'), value });
const many = <T>(count: number, one: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i));

describe('the checker', () => {
  it.each([
    ['51 blocks', many(51, () => ({ type: 'divider' })), 'message', ''],
    ['101 blocks of a window', many(101, () => ({ type: 'divider' })), 'view', ''],
    ['an empty section', [{ type: 'section' }], 'message', '/0'],
    ['a section of 3,001 characters', [{ type: 'section', text: plain(long(3001)) }], 'message', '/0/text/text'],
    ['an empty text', [{ type: 'section', text: plain('') }], 'message', '/0/text/text'],
    ['11 fields', [{ type: 'section', fields: many(11, () => plain('x')) }], 'message', '/0/fields'],
    ['a header of 151 characters', [{ type: 'header', text: plain(long(151)) }], 'message', '/0/text/text'],
    ['a header with markup', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], 'message', '/0/text/type'],
    ['11 small prints', [{ type: 'context', elements: many(11, () => plain('x')) }], 'message', '/0/elements'],
    ['no buttons', [actions()], 'message', '/0/elements'],
    ['26 buttons', [actions(...many(26, (i) => button({ action_id: `a${i}` })))], 'message', '/0/elements'],
    ['two buttons of one id', [actions(button(), button())], 'message', '/0/elements'],
    ['a button of 76 characters', [actions(button({ text: plain(long(76)) }))], 'message', '/0/elements/0/text/text'],
    ['a value of 2,001', [actions(button({ value: long(2001) }))], 'message', '/0/elements/0/value'],
    ['a field in a message', [input({ type: 'plain_text_input' })], 'message', '/0'],
    [
      '101 options',
      [input({ type: 'static_select', options: many(101, (i) => option(`${i}`)) })],
      'view',
      '/0/element/options',
    ],
    [
      '11 boxes',
      [input({ type: 'checkboxes', options: many(11, (i) => option(`${i}`)) })],
      'view',
      '/0/element/options',
    ],
    [
      'two options of one value',
      [input({ type: 'checkboxes', options: [option('a'), option('a')] })],
      'view',
      '/0/element/options/1/value',
    ],
    ['a table in a window', [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }], 'view', '/0'],
    ['101 rows', [{ type: 'table', rows: many(101, () => [{ type: 'raw_text', text: 'x' }]) }], 'message', '/0/rows'],
    [
      '10,001 characters in a table',
      [{ type: 'table', rows: many(10, () => [{ type: 'raw_text', text: long(1001) }]) }],
      'message',
      '',
    ],
    ['one block_id twice', many(2, () => ({ type: 'divider', block_id: 'b' })), 'message', '/1/block_id'],
    ['a block that nobody knows', [{ type: 'nonsense' }], 'message', '/0/type'],
    ['no block at all', ['text'], 'message', '/0/type'],
    ['a rich text of nothing', [{ type: 'rich_text', elements: [] }], 'message', '/0/elements'],
  ] as const)('%s is found, at its place', (_, blocks, where, pointer) => {
    expect(checkBlocks(blocks, where)).toEqual([expect.objectContaining({ pointer })]);
  });

  it('a window without the button that sends its fields, with a title of 25 characters, or with too much to carry', () => {
    const view = { type: 'modal', title: plain('题'), blocks: [input({ type: 'plain_text_input' })] };
    expect(checkView(view).map(({ pointer }) => pointer)).toEqual(['/submit']);
    expect(checkView({ ...view, submit: plain('交'), title: plain(long(25)) })).toHaveLength(1);
    expect(checkView({ ...view, submit: plain('交'), private_metadata: long(3001) })).toHaveLength(1);
    expect(checkView({ ...view, submit: plain('交'), title: plain(long(24)) })).toEqual([]);
  });
});

/** Anything that a person or a list may bring along: markup, mentions, formulas, signs beyond the first plane, nothing at all. */
const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '*粗*',
  '<!channel>',
  ':smile:',
  '=cmd|calc',
  '',
  ' ',
  '`x`',
  '&lt;',
);
const text = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    hostile,
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.integer({ min: 1, max: most }).map(long),
    fc.integer({ min: 1, max: most }).map((count) => '清漪县水岸街道办事处'.repeat(Math.ceil(count / 10))),
  );
const words = (most: number): fc.Arbitrary<Words> => fc.record({ zh: text(most), en: text(most) });
const choice: fc.Arbitrary<Choice> = fc.record(
  {
    id: fc.constantFrom('consult-joins', 'consult-declines', 'plan-approve'),
    about: fc.string({ maxLength: 1500 }),
    label: words(200),
    spoken: words(200),
    weight: fc.constantFrom('primary', 'danger'),
    confirm: fc.record({ title: words(200), text: words(600), yes: words(60), no: words(60) }),
  },
  { requiredKeys: ['id', 'about', 'label'] },
);
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading', 'text', 'note'), words: words(5000) }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(words(800), { maxLength: 120 }) }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ name: words(100), value: words(800) }), { maxLength: 90 }),
  }),
  fc.integer({ min: 1, max: 25 }).chain((columns) =>
    fc.record({
      kind: fc.constant('table' as const),
      head: fc.array(words(60), { minLength: columns, maxLength: columns }),
      rows: fc.array(fc.array(words(400), { minLength: columns, maxLength: columns }), { maxLength: 130 }),
    }),
  ),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('choices' as const), choices: fc.array(choice, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant('link' as const),
    words: words(300),
    url: fc.constant('https://mingchou.example.invalid/'),
  }),
);
const message: fc.Arbitrary<Message> = fc.record({ summary: words(5000), parts: fc.array(part, { maxLength: 60 }) });

const options = (most: number) =>
  fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: most })
    .chain((values) => fc.tuple(...values.map((value) => words(120).map((label) => ({ value, label })))));
const field = (id: string): fc.Arbitrary<Field> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      id: fc.constant(id),
      label: words(100),
      initial: text(4000),
      placeholder: words(300),
      hint: words(300),
    }),
    fc.record({ kind: fc.constant('number' as const), id: fc.constant(id), label: words(100), initial: fc.integer() }),
    fc.record({
      kind: fc.constant('date' as const),
      id: fc.constant(id),
      label: words(100),
      initial: fc.constantFrom('', '2025-06-30'),
    }),
    fc.record({
      kind: fc.constant('one-of' as const),
      id: fc.constant(id),
      label: words(100),
      optional: fc.boolean(),
      options: options(130),
    }),
    fc.record({ kind: fc.constant('some-of' as const), id: fc.constant(id), label: words(100), options: options(130) }),
    fc.record({
      kind: fc.constant('file' as const),
      id: fc.constant(id),
      label: words(100),
      types: fc.constant(['xlsx']),
    }),
  );
const form: fc.Arbitrary<Form> = fc.record({
  id: fc.constant('consult-open'),
  about: fc.string({ maxLength: 2500 }),
  title: words(60),
  submit: words(60),
  intro: fc.array(part, { maxLength: 8 }),
  fields: fc.tuple(...many(6, (i) => field(`f${i}`))),
});

describe('whatever there is to say', () => {
  it('every message keeps to the limits in both languages', () => {
    fc.assert(
      fc.property(message, (each) => {
        for (const lang of langs) expect(checkMessage(messageOf(each, lang))).toEqual([]);
      }),
      { numRuns: 120, seed: 20250401, endOnFailure: true },
    );
  }, 60_000);

  it('every window keeps to them too', () => {
    fc.assert(
      fc.property(form, message, (each, said) => {
        for (const lang of langs) {
          expect(checkView(viewOf(each, lang, 'C0123456789'))).toEqual([]);
          expect(checkView(shownView(each.title, said, lang, 'C0123456789'))).toEqual([]);
        }
      }),
      { numRuns: 60, seed: 20250401, endOnFailure: true },
    );
  }, 60_000);

  it('what is cut says so, what does not fit is counted, and no button is cut away', () => {
    const parts: Part[] = [
      ...many(80, (i): Part => ({ kind: 'text', words: { zh: `第${i}段`, en: `paragraph ${i}` } })),
      { kind: 'choices', choices: [{ id: 'consult-joins', about: '1', label: { zh: '参加', en: 'Join' } }] },
    ];
    const blocks = blocksOf(parts, 'zh', 'message');
    expect(blocks).toHaveLength(50);
    expect(JSON.stringify(blocks)).toContain('（以下略，另有 32 段）');
    expect(blocks.some(({ type }) => type === 'actions')).toBe(true);
    const [one] = blocksOf([{ kind: 'text', words: { zh: '字'.repeat(4000), en: '' } }], 'zh', 'message');
    expect(JSON.stringify(one)).toContain('…（以下略，共 4000 字）');
    const list = blocksOf([{ kind: 'list', items: many(70, (i) => ({ zh: `${i}`, en: `${i}` })) }], 'zh', 'message');
    expect(JSON.stringify(list)).toContain('（以下略 10 项，共 70 项）');
  });

  it('markup, mentions and formulas are shown as typed and never as markup', () => {
    const typed = '<!channel> *粗* :smile: <https://example.invalid|点我>';
    const shown = messageOf(
      {
        summary: { zh: typed, en: typed },
        parts: [
          { kind: 'text', words: { zh: typed, en: typed } },
          { kind: 'facts', facts: [{ name: { zh: typed, en: '' }, value: { zh: typed, en: '' } }] },
        ],
      },
      'zh',
    );
    expect(shown.text).toContain('&lt;!channel&gt;');
    expect(JSON.stringify(shown.blocks)).not.toContain('mrkdwn');
    expect(shown.blocks[0]).toMatchObject({ text: { type: 'plain_text', emoji: false, text: typed } });
  });
});
