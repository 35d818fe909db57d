/**
 * The tables in the order of the flow, for reading with drizzle. The truth is `migrations/`, which also hold what drizzle
 * cannot say (strict, without rowid, triggers); a test compares the two column by column.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One append-only row per fact. */
export const ledger = sqliteTable('ledger', {
  seq: integer().primaryKey(),
  prev: text().notNull(),
  at: text().notNull(),
  kind: text().notNull(),
  actor: text().notNull(),
  bodyDigest: text('body_digest').notNull(),
  hash: text().notNull(),
});

/** Bodies of facts beside their rows; null once erased on record. */
export const ledgerBody = sqliteTable('ledger_body', {
  seq: integer().primaryKey(),
  salt: text(),
  text: text(),
});

/** Which fact erased which body. */
export const ledgerErasure = sqliteTable('ledger_erasure', {
  seq: integer().primaryKey(),
  bySeq: integer('by_seq').notNull(),
});

/** Checkpoints that were posted, and where. */
export const checkpoint = sqliteTable(
  'checkpoint',
  { size: integer().notNull(), head: text().notNull(), place: text().notNull(), at: text().notNull() },
  (table) => [primaryKey({ columns: [table.size, table.place] })],
);

/** Answers already given, by idempotency key. */
export const done = sqliteTable('done', {
  key: text().primaryKey(),
  seq: integer().notNull(),
  answer: text().notNull(),
});

/** Messages that follow from facts and are still to be delivered. */
export const outbox = sqliteTable('outbox', {
  id: integer().primaryKey(),
  seq: integer().notNull(),
  destination: text().notNull(),
  message: text().notNull(),
  due: text().notNull(),
  attempts: integer().notNull().default(0),
  sent: text(),
  trouble: text().notNull().default(''),
});

/** Immutable pages under their digest. */
export const page = sqliteTable('page', {
  digest: text().primaryKey(),
  tag: text().notNull(),
  text: text().notNull(),
});

/** Imports begun; their rows are not true yet. */
export const staging = sqliteTable('staging', {
  no: integer().primaryKey(),
  list: text().notNull(),
  base: integer().notNull(),
  at: text().notNull(),
  state: text().notNull().default('open'),
});

/** Imports committed; their rows hold. */
export const importTable = sqliteTable('import', {
  no: integer().primaryKey(),
  list: text().notNull(),
  fileDigest: text('file_digest').notNull(),
  report: text().notNull(),
  rows: integer().notNull(),
  seq: integer().notNull(),
  at: text().notNull(),
});

/** What many subjects share: type, status, place, authority, tags; JSON, each once. */
export const profile = sqliteTable('profile', { no: integer().primaryKey(), text: text().notNull() });

/** 检查对象 */
export const subject = sqliteTable(
  'subject',
  {
    kind: text().notNull(),
    number: text().notNull(),
    import: integer().notNull(),
    profile: integer().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.number, table.import] })],
);

/** Classes of subjects by scheme and date. */
export const classification = sqliteTable(
  'classification',
  {
    scheme: text().notNull(),
    kind: text().notNull(),
    number: text().notNull(),
    date: text().notNull(),
    import: integer().notNull(),
    class: text().notNull(),
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scheme, table.kind, table.number, table.date, table.import] })],
);

/** Checks of any origin that count toward a year's allowance. */
export const pastCheck = sqliteTable('past_check', {
  kind: text().notNull(),
  number: text().notNull(),
  date: text().notNull(),
  department: text().notNull(),
  occasion: text().notNull(),
  method: text().notNull(),
  items: text().notNull(),
  import: integer().notNull(),
});

const small = (name: string) =>
  sqliteTable(
    name,
    { key: text().notNull(), import: integer().notNull(), removed: integer().notNull(), body: text().notNull() },
    (table) => [primaryKey({ columns: [table.key, table.import] })],
  );

/** 成员单位 */
export const department = small('department');
/** 执法检查人员 */
export const inspector = small('inspector');
/** 专家 */
export const expert = small('expert');
/** 回避 known beforehand. */
export const recusal = small('recusal');
/** 抽查事项 */
export const item = small('item');
/** 多部门监管责任事项 */
export const jointMatter = small('joint_matter');

/** What became of a version of a list: sent, received, published. */
export const listVersion = sqliteTable('list_version', {
  list: text().notNull(),
  version: integer().notNull(),
  seq: integer().notNull(),
  act: text().notNull(),
  party: text().notNull(),
  at: text().notNull(),
  body: text().notNull(),
});

/** Policies by the fact that put them in force. */
export const policyInForce = sqliteTable('policy_in_force', {
  seq: integer().primaryKey(),
  policy: text().notNull(),
  fromDate: text('from_date').notNull(),
  body: text().notNull(),
});

/** Plans, one row per revision. */
export const plan = sqliteTable(
  'plan',
  {
    no: text().notNull(),
    revision: integer().notNull(),
    version: integer().notNull(),
    state: text().notNull(),
    seq: integer().notNull(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.no, table.revision] })],
);

/** Approvals of a version of a plan. */
export const planApproval = sqliteTable('plan_approval', {
  no: text().notNull(),
  version: integer().notNull(),
  reviewer: text().notNull(),
  point: text().notNull(),
  by: text().notNull(),
  at: text().notNull(),
  seq: integer().notNull(),
});

/** Ceremonies; the number is burned when used. */
export const ceremony = sqliteTable('ceremony', {
  no: integer().primaryKey(),
  stage: text().notNull(),
  seq: integer().notNull(),
  body: text().notNull(),
});

/** Secrets in custody, encrypted. */
export const sealedSecret = sqliteTable(
  'sealed_secret',
  {
    ceremony: integer().notNull(),
    participant: text().notNull(),
    sealed: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ceremony, table.participant] })],
);

/** Records of draws; another edition only after a corrected public number. */
export const drawRecord = sqliteTable(
  'draw_record',
  {
    ceremony: integer().notNull(),
    edition: integer().notNull(),
    digest: text().notNull(),
    manifestDigest: text('manifest_digest').notNull(),
    root: text().notNull(),
    pages: text().notNull(),
    seq: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ceremony, table.edition] })],
);

/** Visits of a record; a later event's row replaces an earlier one's. */
export const visit = sqliteTable(
  'visit',
  {
    record: text().notNull(),
    no: integer().notNull(),
    event: integer().notNull(),
    row: integer().notNull(),
    kind: text().notNull(),
    number: text().notNull(),
    grp: integer().notNull(),
    tasks: text().notNull(),
    ended: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.record, table.no, table.event] })],
);

/** Posts of visits and who holds them, likewise. */
export const post = sqliteTable(
  'post',
  {
    record: text().notNull(),
    no: integer().notNull(),
    event: integer().notNull(),
    visit: integer().notNull(),
    department: text().notNull(),
    pool: text().notNull(),
    need: text().notNull(),
    officer: text(),
    start: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.record, table.no, table.event] })],
);

/** What happened to an assignment after the draw: substitution, replacement, absence. */
export const drawEvent = sqliteTable(
  'draw_event',
  {
    record: text().notNull(),
    no: integer().notNull(),
    kind: text().notNull(),
    digest: text().notNull(),
    body: text().notNull(),
    seq: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.record, table.no] })],
);

/** The roll of people who may act: a row for each state of a person, the last one holds. */
export const person = sqliteTable(
  'person',
  { id: text().notNull(), seq: integer().notNull(), ended: integer().notNull(), body: text().notNull() },
  (table) => [primaryKey({ columns: [table.id, table.seq] })],
);

/** Accounts of a chat platform, each linked to a person on the roll. */
export const chatUser = sqliteTable(
  'chat_user',
  { platform: text().notNull(), user: text().notNull(), person: text().notNull(), seq: integer().notNull() },
  (table) => [primaryKey({ columns: [table.platform, table.user] })],
);

/** Single-use codes, as digests: linking an account, signing in to a page. */
export const chatCode = sqliteTable('chat_code', {
  digest: text().primaryKey(),
  purpose: text().notNull(),
  person: text().notNull(),
  until: text().notNull(),
  used: text(),
  bound: text().notNull().default(''),
});

/** Tries of codes, so that nobody tries too often. */
export const chatTry = sqliteTable('chat_try', { who: text().notNull(), at: text().notNull() });

/** Where the office's and each department's posts go. */
export const chatChannel = sqliteTable(
  'chat_channel',
  { platform: text().notNull(), place: text().notNull(), channel: text().notNull(), seq: integer().notNull() },
  (table) => [primaryKey({ columns: [table.platform, table.place] })],
);

/** Posts that stand in a chat: where, under which root, and the digest of what they say. */
export const chatPost = sqliteTable(
  'chat_post',
  {
    platform: text().notNull(),
    slot: text().notNull(),
    channel: text().notNull(),
    message: text().notNull(),
    root: text(),
    said: text().notNull(),
    at: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.platform, table.slot] })],
);

/** Deliveries that were carried out, so that a repeated one is known. */
export const chatDelivery = sqliteTable('chat_delivery', { key: text().primaryKey(), at: text().notNull() });

/** Rows of plan sheets that departments sent from their workbooks; the last one of an id holds, an empty body withdraws it. */
export const replyRow = sqliteTable(
  'reply_row',
  {
    consultation: text().notNull(),
    department: text().notNull(),
    id: text().notNull(),
    seq: integer().notNull(),
    person: text().notNull(),
    at: text().notNull(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultation, table.department, table.id, table.seq] })],
);

/** 检查结果: what was found at a visit on an item; the last one holds. */
export const outcome = sqliteTable(
  'outcome',
  {
    source: text().notNull(),
    visit: integer().notNull(),
    department: text().notNull(),
    item: text().notNull(),
    seq: integer().notNull(),
    person: text().notNull(),
    at: text().notNull(),
    door: text().notNull(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.visit, table.department, table.item, table.seq] })],
);

/** 卷: which facts belong to which matter. */
export const dossier = sqliteTable(
  'dossier',
  { matter: text().notNull(), id: text().notNull(), seq: integer().notNull() },
  (table) => [primaryKey({ columns: [table.matter, table.id, table.seq] })],
);

/** 公示: which version of an outcome is public, withheld or ended since when; the last row of an outcome holds. */
export const notice = sqliteTable(
  'notice',
  {
    source: text().notNull(),
    visit: integer().notNull(),
    department: text().notNull(),
    item: text().notNull(),
    seq: integer().notNull(),
    state: text().notNull(),
    day: text().notNull(),
    outcome: integer().notNull(),
    plan: text().notNull(),
    task: text().notNull(),
    kind: text().notNull(),
    number: text().notNull(),
    name: text().notNull(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.visit, table.department, table.item, table.seq] })],
);

/** What each destination answered about a public outcome. */
export const noticeReceipt = sqliteTable(
  'notice_receipt',
  {
    source: text().notNull(),
    visit: integer().notNull(),
    department: text().notNull(),
    item: text().notNull(),
    destination: text().notNull(),
    seq: integer().notNull(),
    notice: integer().notNull(),
    state: text().notNull(),
    number: text().notNull(),
    words: text().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.source, table.visit, table.department, table.item, table.destination, table.seq],
    }),
  ],
);

/** Until when nothing is due by the clock, while the ledger ends at that head. */
export const tended = sqliteTable('tended', {
  task: text().primaryKey(),
  head: text().notNull(),
  until: text().notNull(),
});
