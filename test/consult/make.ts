/** Facts of an invented consultation, for tests that fold them. */
import type {
  Answer,
  Closed,
  ConsultationFact,
  Deleted,
  Edited,
  Extended,
  Opened,
  Replied,
} from '../../core/consult/fact.ts';

export const opened = (change: Partial<Opened> = {}): ConsultationFact => ({
  kind: 'consultation-opened',
  seq: 1,
  body: {
    consultation: '2025-1',
    year: 2025,
    letter: '关于征询2025年度抽查工作计划的函',
    matters: '',
    contact: null,
    openedOn: '2025-06-05',
    deadline: '2025-06-12',
    workingDays: 5,
    asked: ['scjg', 'wjw', 'xfj'],
    by: 'o1',
    ...change,
  },
});

export const replied = (
  seq: number,
  department: string,
  answer: Answer,
  change: Partial<Replied> = {},
): ConsultationFact => ({
  kind: 'reply-received',
  seq,
  body: {
    consultation: '2025-1',
    department,
    answer,
    words: '',
    written: '',
    reason: '',
    changes: [],
    sheets: [],
    source: { kind: 'thread', id: `m${seq}` },
    at: '2025-06-06T09:00',
    late: false,
    settles: [],
    by: 'l1',
    ...change,
  },
});

export const extended = (seq: number, change: Partial<Extended> = {}): ConsultationFact => ({
  kind: 'consultation-extended',
  seq,
  body: {
    consultation: '2025-1',
    before: '2025-06-12',
    deadline: '2025-06-20',
    reason: '部分单位需要会商',
    asked: ['scjg', 'wjw', 'xfj'],
    by: 'o1',
    ...change,
  },
});

export const closed = (seq: number, change: Partial<Closed> = {}): ConsultationFact => ({
  kind: 'consultation-closed',
  seq,
  body: {
    consultation: '2025-1',
    at: '2025-06-20T17:30',
    silent: ['xfj'],
    asked: ['scjg', 'wjw', 'xfj'],
    by: 'o1',
    ...change,
  },
});

const altered: Deleted = {
  consultation: '2025-1',
  department: 'scjg',
  source: 'm2',
  was: '我局无意见',
  standing: true,
  at: '2025-06-06T10:00',
  by: 'l1',
};

export const edited = (seq: number, change: Partial<Edited> = {}): ConsultationFact => ({
  kind: 'reply-edited',
  seq,
  body: { ...altered, text: '我局有意见', ...change },
});

export const deleted = (seq: number, change: Partial<Deleted> = {}): ConsultationFact => ({
  kind: 'reply-deleted',
  seq,
  body: { ...altered, ...change },
});
