/**
 * The guided tour of the practice county: what a newcomer does, step by step, from the letter to the visits. A step is done when what
 * was to happen stands in the ledger; the boring ones can be done for the reader.
 */
import type { FactKind } from '../../core/ledger/fact.ts';
import type { Words } from '../../core/words.ts';
import { factsOf } from '../../db/ledger.ts';
import type { ChatDeps } from '../chat/door.ts';
import type { PracticeClock } from './clock.ts';
import type { Sample } from './sample/sample.ts';
import type { PageTour } from './workspace/page.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface TourGround {
  readonly deps: ChatDeps;
  readonly workspace: Workspace;
  readonly clock: PracticeClock;
  readonly sample: Sample;
  readonly idle: () => Promise<void>;
}

interface Step {
  readonly id: string;
  readonly title: Words;
  readonly text: Words;
  /** Account to be. */
  readonly as: string;
  /** Channel to look at, or `home`. */
  readonly where: string;
  /** It is done once so many facts of this kind are on record. */
  readonly fact: FactKind;
  readonly count?: number;
}

const steps: readonly Step[] = [
  {
    id: 'consult',
    title: { zh: '联席办发起征询', en: 'The office asks the departments' },
    text: {
      zh: '在“联席办”频道输入 /consult 新建，填好年度、截止日期和征询单位，提交。各单位的频道随即收到征询函。',
      en: 'In the office’s channel type /consult new, fill in year, deadline and departments, and submit. Each department’s channel gets the letter.',
    },
    as: 'U0O1',
    where: 'C0LXB',
    fact: 'consultation-opened',
  },
  {
    id: 'reply-word',
    title: { zh: '第一个单位：在话题里直接写', en: 'First department: just write in the thread' },
    text: {
      zh: '换成县应急管理局联络员，在征询函下点“回复”，写“我局无意见”。普通的话明抽也看得懂。',
      en: 'Become the liaison of the emergency bureau and reply under the letter that your bureau has no objection. Plain words are understood.',
    },
    as: 'U0LYJ',
    where: 'C0YJ',
    fact: 'reply-received',
    count: 1,
  },
  {
    id: 'reply-button',
    title: { zh: '第二个单位：点按钮', en: 'Second department: press a button' },
    text: {
      zh: '换成县消防救援大队联络员，在征询函上点“参加”。',
      en: 'Become the liaison of the fire brigade and press the button to take part.',
    },
    as: 'U0LXF',
    where: 'C0XF',
    fact: 'reply-received',
    count: 2,
  },
  {
    id: 'reply-doubt',
    title: { zh: '第三个单位：话说得含糊', en: 'Third department: doubtful words' },
    text: {
      zh: '换成县卫生健康局联络员，先只回“收到”。明抽不会当作同意，会追问；再按它给的按钮答复。',
      en: 'Become the liaison of the health bureau and write only “收到” (received). Mingchou does not take it for consent: it asks back. Then answer by its buttons.',
    },
    as: 'U0LWJ',
    where: 'C0WJ',
    fact: 'reply-received',
    count: 3,
  },
];

export function practiceTour({ deps, workspace }: TourGround): PageTour {
  const known = (step: Step) => workspace.ground.world.members.has(step.as);
  return {
    steps: async () => {
      const counts = new Map<FactKind, number>();
      for (const { fact } of steps) if (!counts.has(fact)) counts.set(fact, (await factsOf(deps.db, fact)).length);
      return steps.filter(known).map(({ id, title, text, as, where, fact, count = 1 }) => ({
        id,
        title,
        text,
        as,
        where,
        done: (counts.get(fact) ?? 0) >= count,
        forMe: false,
      }));
    },
    forMe: async () => 'unknown-step',
  };
}
