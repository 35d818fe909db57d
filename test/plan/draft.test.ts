/** From departments' replies to a draft, and the joint tasks that it offers. */
import { describe, expect, it } from 'vitest';
import { compileDraft, type ProposedRow } from '../../core/plan/draft.ts';
import { commonKeys, overlaps, proposeLead, rankTrades, suggestJoining } from '../../core/plan/overlap.ts';
import { classes, makeBody, makeItem, makeMatter, makeTask } from './make.ts';

const head = {
  no: 'P-2025',
  year: 2025,
  policy: 'sanming-2025',
  drafter: 'u-drafter',
  draftedOn: '2025-06-16',
  doorLimit: { departments: 4, officers: 8 },
};
const replies = [
  { id: 'r-1', department: 'market', at: '2025-06-10T09:30' },
  { id: 'r-2', department: 'fire', at: '2025-06-11T15:00' },
];
const row = (change: Partial<ProposedRow> = {}): ProposedRow => ({ row: 4, reply: 'r-1', task: makeTask(), ...change });
const market = makeTask({ no: 'R-001', reach: 'department', partners: [], bodies: [makeBody('market', ['food'])] });
const fire = makeTask({
  no: 'R-002',
  reach: 'department',
  lead: 'fire',
  partners: [],
  bodies: [makeBody('fire', ['fire-safety'])],
});
const items = [
  makeItem(),
  makeItem({ code: 'fire-safety', body: 'fire', competent: 'fire', field: '食品' }),
  makeItem({ code: 'labels', body: 'market', competent: 'market', field: '零售' }),
];
const cells = classes('餐饮', [100, 100, 100, 100]);
const compile = (rows: readonly ProposedRow[]) =>
  compileDraft(head, rows, replies, { items, matters: [makeMatter()], cells });

describe('a plan compiled from replies', () => {
  it('三明 S0-07: every line names the reply that it came from, its department and its time', () => {
    const draft = compile([row({ task: fire, reply: 'r-2', row: 5 }), row({ task: market })]);
    expect(draft.plan.tasks.map(({ no }) => no)).toEqual(['R-001', 'R-002']);
    expect(draft.lines).toEqual([
      { task: 'R-001', reply: replies[0] },
      { task: 'R-002', reply: replies[1] },
    ]);
    expect(draft.refused).toEqual([]);
  });

  it('三明 S0-07: a line without a reply is refused and the others are kept', () => {
    const draft = compile([row({ reply: null, row: 7, task: fire }), row()]);
    expect(draft.plan.tasks.map(({ no }) => no)).toEqual(['R-001']);
    expect(draft.refused).toEqual([{ kind: 'no-reply', row: 7, task: 'R-002' }]);
  });

  it.each([
    [row({ reply: 'r-9' }), 'unknown-reply'],
    [row({ reply: 'r-2', task: market }), 'not-a-party'],
  ])('refuses a line whose reply does not belong to it', (bad, kind) =>
    expect(compile([bad]).refused.map((each) => each.kind)).toEqual([kind]),
  );

  it('refuses a task number given twice and names the row that has it', () =>
    expect(compile([row(), row({ row: 9 })]).refused).toEqual([
      { kind: 'number-twice', row: 9, task: 'R-001', first: 4 },
    ]));

  it('begins as a draft of the first version, approved and published by nobody', () => {
    const { plan } = compile([row()]);
    expect([plan.state, plan.version, plan.approvals, plan.published]).toEqual(['draft', 1, [], []]);
  });
});

describe('tasks that mean the same subjects', () => {
  const suggest = (tasks: Parameters<typeof overlaps>[0], list = cells) =>
    suggestJoining(tasks, overlaps(tasks, list), items, [makeMatter()]);

  it('甘州 S4-03: proposals of two departments with 80 % common subjects are offered as one joint task, with the overlap', () => {
    // 400 food businesses, and 500 places with many people of which 400 are the same.
    const list = [
      ...cells.map((cell) => ({ ...cell, tags: ['餐饮', '人员密集'] })),
      ...classes('人员密集', [25, 25, 25, 25]),
    ];
    const crowd = { ...fire, frame: { tags: ['人员密集'], types: [], places: [] } };
    expect(suggest([market, crowd], list)).toEqual([
      {
        kind: 'join',
        tasks: ['R-001', 'R-002'],
        departments: ['fire', 'market'],
        items: ['fire-safety', 'food'],
        overlaps: [
          {
            tasks: ['R-001', 'R-002'],
            common: 400,
            sizes: [400, 500],
            shareBp: 8000,
            sameFrame: false,
            sameTime: true,
          },
        ],
        lead: { department: 'market', because: 'joint-matter', matter: 'M-01' },
      },
    ]);
  });

  it('甘州 S4-03: one subject less than 80 % is listed as an overlap and not offered', () => {
    const list = [
      ...cells.map((cell) => ({ ...cell, tags: ['餐饮', '人员密集'] })),
      ...classes('人员密集', [25, 25, 25, 26]),
    ];
    const crowd = { ...fire, frame: { tags: ['人员密集'], types: [], places: [] } };
    expect(overlaps([market, crowd], list)[0]?.shareBp).toBe(7984);
    expect(suggest([market, crowd], list)).toEqual([]);
  });

  it('石狮 S1-09, S1-39: two sections of one bureau on the same subjects are offered as one task', () => {
    const other = { ...market, no: 'R-003', bodies: [makeBody('market', ['labels'])] };
    expect(suggest([market, other])).toMatchObject([
      { kind: 'combine', departments: ['market'], tasks: ['R-001', 'R-003'] },
    ]);
  });

  it('石狮 S1-47: a local task over the subjects of a task from above is to go with that one', () => {
    const above = { ...fire, no: 'S-900', origin: 'city' as const };
    expect(suggest([market, above])).toMatchObject([
      { kind: 'follow-superior', superior: 'S-900', lead: { department: 'fire', because: 'superior' } },
    ]);
  });

  it('offers three tasks over one frame as one, and nothing for tasks over different subjects', () => {
    const third = { ...market, no: 'R-003', lead: 'culture', bodies: [makeBody('culture', ['labels'])] };
    expect(suggest([market, fire, third])[0]?.tasks).toEqual(['R-001', 'R-002', 'R-003']);
    const hotels = { ...fire, frame: { tags: ['酒店'], types: [], places: [] } };
    expect(suggest([market, hotels], [...cells, ...classes('酒店', [1, 1, 1, 1])])).toEqual([]);
  });

  it('福安 S2-67: the lead is that of the responsibility list’s row; 三明 S0-32: else the competent department', () => {
    expect(proposeLead(['food', 'fire-safety'], items, [makeMatter({ lead: 'fire' })])).toMatchObject({
      department: 'fire',
      because: 'joint-matter',
    });
    expect(proposeLead(['food', 'fire-safety', 'labels'], items, [])).toEqual({
      department: 'market',
      because: 'competent',
      items: ['food', 'labels'],
    });
    expect(proposeLead(['unknown'], items, [])).toBeNull();
  });

  it('三明 S0-31: trades are ranked by items × departments × checks, and one without a joint task can be seen', () => {
    const ranked = rankTrades(
      items,
      [market, makeTask({ no: 'R-004', bodies: [makeBody('market', ['labels'])] })],
      ({ no }) => (no === 'R-001' ? 44 : 100),
    );
    expect(ranked).toEqual([
      { trade: '食品', items: 2, departments: 2, checks: 44, jointTasks: [] },
      { trade: '零售', items: 1, departments: 1, checks: 100, jointTasks: ['R-004'] },
    ]);
  });

  it('万年 S3-21: the subjects that stand in both of two lists are named', () =>
    expect(commonKeys(['uscc:1', 'uscc:2', 'uscc:3'], ['uscc:3', 'uscc:1'])).toEqual(['uscc:1', 'uscc:3']));
});
