/** The root post of a ceremony: where it stands in the three locks, who watches, and what can be done next. */
import { sealedWitnesses } from '../../../../core/draw/ceremony/state.ts';
import { stageWords } from '../../../../core/draw/ceremony/words.ts';
import { digitsOf, type Participant, type PublicSource } from '../../../../core/draw/manifest.ts';
import { never } from '../../../../core/result.ts';
import type { Words } from '../../../../core/words.ts';
import { type Choice, choices, heading, note, type Part, same, text } from '../../../message/message.ts';
import { beijing, civil, span } from '../../../say/time.ts';
import type { Said } from '../../post.ts';
import {
  abortChoice,
  checkpointChoice,
  correctChoice,
  discloseChoice,
  numberChoice,
  openChoice,
  passOverChoice,
  slipChoice,
} from './choices.ts';
import type { Present } from './present.ts';
import { both, ceremonyWords, custodyWords, sourceWords } from './words.ts';

export function sayCeremonyRoot(present: Present): Said {
  const { no, state, manifest } = present;
  const title = ceremonyWords(no);
  const stage = stageWords[state.stage];
  const next = nextOf(present);
  const buttons = buttonsOf(present);
  return {
    summary: both(`${title.zh}：${stage.zh}。${next.zh}`, `${title.en}: ${stage.en}. ${next.en}`),
    parts: [
      heading(`${title.zh} · ${stage.zh}`, `${title.en} · ${stage.en}`),
      { kind: 'text', words: next },
      ...cosigning(present),
      { kind: 'list', items: locksOf(present) },
      witnessTable(present),
      ...outcomeOf(present),
      note(
        `计划 ${manifest.plan} · 检查实施期 ${span(manifest.window).zh} · 待抽名单摘要 ${state.manifest}`,
        `Plan ${manifest.plan} · visits ${manifest.window.from} to ${manifest.window.to} · manifest digest ${state.manifest}`,
      ),
      ...(buttons.length === 0 ? [] : [choices(...buttons)]),
    ],
  };
}

/** The first eight digits, large, for as long as somebody may still co-sign. */
function cosigning({ state, manifest }: Present): readonly Part[] {
  if (state.stage === 'aborted' || state.stage === 'annulled' || state.stage === 'opened') return [];
  if (state.stage !== 'sealing' && state.cosigned.length === manifest.participants.length - 1) return [];
  const digits = digitsOf(state.manifest);
  return [heading(`会签码 ${digits}`, `Co-sign: ${digits}`)];
}

/** Before the public number can be typed: dice are thrown in the room, a lottery is drawn elsewhere. */
function awaited({ source, name, issue, after }: PublicSource): Words {
  const when = beijing(after);
  return source === 'dice'
    ? both(`${when.zh}以后当场掷${name}，`, `After ${when.en}, when ${name} have been thrown in the room,`)
    : both(`待${name}第 ${issue} 期${when.zh}开奖后，`, `After ${name} ${issue} is drawn (${when.en}),`);
}

/** What everybody waits for, in one sentence. */
export function nextOf({ state, manifest, now, isDisclosed }: Present): Words {
  const { deadlines } = manifest;
  switch (state.stage) {
    case 'sealing': {
      const sealed = sealedWitnesses(manifest, state).length;
      const by = beijing(deadlines.seal);
      return now > deadlines.seal
        ? both(
            `封签已截止，只有 ${sealed} 名监督人员封签，少于锁定的 ${manifest.quorum} 名；本次抽取只能中止，编号不再使用。`,
            `Sealing has ended and only ${sealed} witnesses sealed (${manifest.quorum} are needed): it can only be aborted.`,
          )
        : both(`请各位监督人员会签、封签，${by.zh}截止。`, `The witnesses co-sign and seal until ${by.en}.`);
    }
    case 'opening': {
      const by = beijing(deadlines.reveal);
      return both(
        `封签已截止，请已封签的监督人员启封，${by.zh}截止；到时未启封的记为缺席，抽取照常进行。`,
        `Sealing has ended; whoever sealed opens it until ${by.en}. Who does not is recorded as absent.`,
      );
    }
    case 'number': {
      const source = manifest.public[state.passedOver.length];
      const isDue = source === undefined || now >= source.after;
      const first = source === undefined || isDue ? null : awaited(source);
      return both(
        `${first?.zh ?? ''}请两个部门各派一人分别录入公共数（点“录入公共数”，或发送“/draw 公共数”）。`,
        `${first === null ? 'Two' : `${first.en} two`} persons of two departments type the public number, each by himself.`,
      );
    }
    case 'ready':
      return both(
        state.draws.length > 0 ? '公共数已更正，请重新开签。' : '三锁齐备，可以开签。',
        state.draws.length > 0
          ? 'The public number was corrected; open the draw again.'
          : 'All three locks are set: it can be opened.',
      );
    case 'opened':
      return isDisclosed
        ? both(
            '抽取完成，完整记录已公开，任何人都可核验。',
            'Drawn; the whole record is public and anybody can verify it.',
          )
        : both(
            `抽取完成，结果见本帖回复。完整记录自${civil(manifest.discloseFrom).zh}起公开。`,
            `Drawn; the result stands in this thread. The whole record is public from ${manifest.discloseFrom}.`,
          );
    case 'aborted':
      return both(
        `已中止：${state.ended?.reason ?? ''}。编号不再使用。`,
        `Aborted: ${state.ended?.reason ?? ''}. Its number is not used again.`,
      );
    case 'annulled':
      return both(`已依${state.ended?.reason ?? ''}撤销。`, `Annulled by ${state.ended?.reason ?? ''}.`);
    default:
      return never(state.stage);
  }
}

function locksOf({ state, manifest }: Present): readonly Words[] {
  const { participants, roster, tasks, frozenAt, quorum, given } = manifest;
  const witnesses = participants.length - 1;
  const [sealed, opened] = [
    sealedWitnesses(manifest, state).length,
    state.opened.filter(({ id }) => id !== '0').length,
  ];
  const at = beijing(frozenAt);
  const what =
    manifest.kind === 'people'
      ? both(`补抽人员，检查 ${given.length} 户次`, `people only, ${given.length} visits`)
      : both(`任务 ${tasks.length} 项，待抽名单 ${roster.rows} 户`, `${tasks.length} tasks, ${roster.rows} subjects`);
  const number = numberOf({ state, manifest });
  return [
    both(`第一锁 锁定名单：${at.zh}锁定，${what.zh}。`, `Lock 1, the roster: frozen ${at.en}, ${what.en}.`),
    both(
      `第二锁 封签启封：会签 ${state.cosigned.length}/${witnesses}，封签 ${sealed}/${witnesses}（至少 ${quorum}），启封 ${opened}/${sealed}，缺席 ${state.absent.length}。`,
      `Lock 2, the seals: co-signed ${state.cosigned.length}/${witnesses}, sealed ${sealed}/${witnesses} (at least ${quorum}), opened ${opened}/${sealed}, absent ${state.absent.length}.`,
    ),
    both(`第三锁 公共数：${number.zh}`, `Lock 3, the public number: ${number.en}`),
  ];
}

/** How far the public number is. What one person has typed is shown to nobody before a second one has typed the same. */
function numberOf({ state, manifest }: Pick<Present, 'state' | 'manifest'>): Words {
  const place = state.public?.place ?? state.passedOver.length;
  const source = manifest.public[place];
  const words = source === undefined ? both('', '') : sourceWords(source);
  const passed = state.passedOver.map((reason, i) =>
    both(`第 ${i + 1} 顺位未产生（${reason}）；`, `number ${i + 1} did not come (${reason}); `),
  );
  const before = both(passed.map(({ zh }) => zh).join(''), passed.map(({ en }) => en).join(''));
  if (state.public !== null) {
    const typists = state.public.typists.map(({ name }) => name).join('、');
    const was = state.misreadings.map(({ number, reason }) =>
      both(`原录入“${number}”有误，已更正（${reason}）。`, ` Corrected from “${number}” (${reason}).`),
    );
    return both(
      `${before.zh}${words.zh}：${state.public.number}，录入人${typists}。${was.map(({ zh }) => zh).join('')}`,
      `${before.en}${words.en}: ${state.public.number}, typed by ${typists}.${was.map(({ en }) => en).join('')}`,
    );
  }
  const typists = state.readings.map(({ typist }) => typist.name).join('、');
  const typed =
    state.readings.length === 0
      ? both('', '')
      : state.readings.length === 1
        ? both(
            `${typists}已录入，等待另一部门一人录入。`,
            ` ${typists} has typed it; somebody of another department types it too.`,
          )
        : both(
            `${typists}录入的不一致，请各自对照公告重新录入。`,
            ` What ${typists} typed differs; each looks again and types again.`,
          );
  return both(`${before.zh}${words.zh}。${typed.zh}`, `${before.en}${words.en}.${typed.en}`);
}

const deskWords = (hasSlip: boolean): Words =>
  hasSlip ? both('会务台，密封条已打印', 'the desk, its slip printed') : both('会务台', 'the desk');

function witnessTable({ state, manifest, hasSlip }: Present): Part {
  const isClosed = state.sealingClosed !== null || state.stage === 'aborted';
  const row = ({ id, kind, name, custody }: Participant): readonly Words[] => {
    const hasCosigned = state.cosigned.some((each) => each.id === id);
    const hasSealed = state.sealed.some((each) => each.id === id);
    const hasOpened = state.opened.some((each) => each.id === id);
    const isDesk = kind === 'desk';
    return [
      same(isDesk ? `${name}` : name),
      isDesk ? deskWords(hasSlip) : custodyWords[custody],
      isDesk ? both('—', '—') : hasCosigned ? both('已会签', 'co-signed') : both('未会签', 'not yet'),
      hasSealed ? both('已封签', 'sealed') : isClosed ? both('未封签', 'did not seal') : both('待封签', 'waited for'),
      hasOpened
        ? both('已启封', 'opened')
        : state.absent.includes(id)
          ? both('缺席', 'absent')
          : isDesk
            ? both('开签时启封', 'opens last')
            : hasSealed && state.stage === 'opening'
              ? both('待启封', 'waited for')
              : both('—', '—'),
    ];
  };
  return {
    kind: 'table',
    head: [
      both('监督人员', 'Witness'),
      both('封签方式', 'Custody'),
      both('会签', 'Co-signed'),
      both('封签', 'Sealed'),
      both('启封', 'Opened'),
    ],
    rows: [...manifest.participants.slice(1), ...manifest.participants.slice(0, 1)].map(row),
  };
}

function outcomeOf({ state }: Present): readonly Part[] {
  const last = state.draws.at(-1);
  if (last === undefined) return [];
  const at = beijing(last.at);
  const editions = state.draws.length;
  return [
    {
      kind: 'facts',
      facts: [
        { name: both('开签时间', 'Opened'), value: at },
        { name: both('记录摘要', 'Record digest'), value: same(last.record) },
        { name: both('结果根', 'Result root'), value: same(last.root) },
      ],
    },
    ...(editions > 1
      ? [
          text(
            `公共数更正后共开签 ${editions} 次，以最后一次为准。`,
            `Opened ${editions} times after corrections; the last one holds.`,
          ),
        ]
      : []),
  ];
}

function buttonsOf(present: Present): readonly Choice[] {
  const { no, state, manifest, now, hasSlip, isDisclosable, isDisclosed, hasCheckpoint } = present;
  switch (state.stage) {
    case 'sealing':
      return [...(hasSlip || now > manifest.deadlines.seal ? [] : [slipChoice(no)]), abortChoice(no)];
    case 'number': {
      const isLast = state.passedOver.length + 1 >= manifest.public.length;
      return [numberChoice(no), ...(isLast || state.readings.length > 0 ? [] : [passOverChoice(no)])];
    }
    case 'ready':
      return [openChoice(no, state.draws.length > 0), correctChoice(no)];
    case 'opened':
      return [
        ...(hasCheckpoint ? [] : [checkpointChoice(no)]),
        ...(isDisclosable && !isDisclosed ? [discloseChoice(no)] : []),
      ];
    case 'opening':
    case 'aborted':
    case 'annulled':
      return [];
    default:
      return never(state.stage);
  }
}
