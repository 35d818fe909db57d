/** Where a ceremony stands, in one sentence; what every step of it answers. */
import type { Ceremony } from '../../core/draw/ceremony/state.ts';
import { stageWords } from '../../core/draw/ceremony/words.ts';
import type { Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk/desk.ts';
import type { Refusal } from '../refusal.ts';
import type { Door, Said } from './door.ts';

export const sayState = (state: Ceremony): Said => ({
  words: sentence(state),
  json: {
    ceremony: state.no,
    stage: state.stage,
    sealed: state.sealed.map(({ id }) => id),
    absent: state.absent,
    public: state.public,
  },
});

const sentence = (state: Ceremony): Words => {
  const stage = stageWords[state.stage];
  return {
    zh: `第 ${state.no} 次抽取：${stage.zh}；会签 ${state.cosigned.length}，封签 ${state.sealed.length}，启封 ${state.opened.length}，缺席 ${state.absent.length}${state.public === null ? '' : `，公共数 ${state.public.number}`}。${differing(state).zh}`,
    en: `Ceremony ${state.no}: ${stage.en}; co-signed ${state.cosigned.length}, sealed ${state.sealed.length}, opened ${state.opened.length}, absent ${state.absent.length}${state.public === null ? '' : `, public number ${state.public.number}`}.${differing(state).en}`,
  };
};

/** Two persons who read different numbers have to look again; nobody else may decide between them. */
const differing = ({ readings }: Ceremony): Words =>
  readings.length < 2
    ? {
        zh: readings.length === 1 ? '公共数已有一人录入，等待另一部门一人录入。' : '',
        en: readings.length === 1 ? ' One person has typed the public number.' : '',
      }
    : {
        zh: `各人录入的公共数不一致：${readings.map(({ typist, number }) => `${typist.name}“${number}”`).join('、')}。请对照公告，录错的重新录入。`,
        en: ` The readings differ: ${readings.map(({ typist, number }) => `${typist.name} “${number}”`).join(', ')}. Whoever was wrong types again.`,
      };

type Perform = (desk: Desk, actor: Actor) => Promise<Result<Ceremony, Refusal>>;

/** Runs one act of a ceremony and says where it stands then. */
export const acting =
  (door: Door) =>
  (perform: Perform): Promise<void> =>
    door.act((desk, actor) => perform(desk, actor), sayState);
