/** What one witness is told in private: what is asked of it now, and what it may look at afterwards. */
import { stageWords } from '../../../../core/draw/ceremony/words.ts';
import { digitsOf, type Participant } from '../../../../core/draw/manifest.ts';
import type { Words } from '../../../../core/words.ts';
import { type Choice, choices, heading, note, type Part, sentence } from '../../../message/message.ts';
import { beijing, civil } from '../../../say/time.ts';
import type { Said } from '../../post.ts';
import { cosignChoice, numberChoice, revealChoice, sealChoice } from './choices.ts';
import type { Present } from './present.ts';
import { both, ceremonyWords, custodyWords, sourceWords } from './words.ts';

/** Null where the person does not watch this ceremony. */
export function sayWitness(present: Present, person: string, site: string): Said | null {
  const { no, state, manifest } = present;
  const witness = manifest.participants.find(({ id, kind }) => id === person && kind === 'witness');
  if (witness === undefined) return null;
  const title = ceremonyWords(no);
  const asked = askedOf(present, witness);
  const digits = digitsOf(state.manifest);
  const hasCosigned = state.cosigned.some(({ id }) => id === person);
  return {
    summary: both(`${title.zh}监督：${asked.zh}`, `${title.en}, as a witness: ${asked.en}`),
    parts: [
      heading(`${title.zh} · 监督人员${witness.name}`, `${title.en} · witness ${witness.name}`),
      { kind: 'text', words: asked },
      ...(state.stage === 'sealing' && !hasCosigned ? [heading(`会签码 ${digits}`, `Co-sign: ${digits}`)] : []),
      factsOf(present, witness),
      note(
        `组织单位 ${manifest.office} · 计划 ${manifest.plan} · 待抽名单摘要 ${state.manifest}`,
        `Held by ${manifest.office} · plan ${manifest.plan} · manifest digest ${state.manifest}`,
      ),
      ...doorOf(present, witness, site),
    ],
  };
}

function askedOf({ no, state, manifest, now }: Present, { id, custody }: Participant): Words {
  const hasCosigned = state.cosigned.some((each) => each.id === id);
  const hasSealed = state.sealed.some((each) => each.id === id);
  const hasOpened = state.opened.some((each) => each.id === id);
  const [seal, reveal] = [beijing(manifest.deadlines.seal), beijing(manifest.deadlines.reveal)];
  switch (state.stage) {
    case 'sealing':
      if (now > manifest.deadlines.seal)
        return both('封签已截止，请等待联席办处理。', 'Sealing has ended; wait for the office.');
      if (!hasSealed) {
        const how =
          custody === 'own-page'
            ? both('在本人网页封签', 'seal on your own page')
            : both(
                '封签（键入任意 6 位以上数字，随机部分由会务台代为生成）',
                'seal (six digits or more of your own; the desk adds the random part)',
              );
        return hasCosigned
          ? both(`已会签。请${how.zh}，${seal.zh}截止。`, `Co-signed. Now ${how.en}, until ${seal.en}.`)
          : both(
              `请先核对会签码与会场公布的一致后会签，再${how.zh}，${seal.zh}截止。`,
              `Co-sign once the digits are those shown in the room, then ${how.en}, until ${seal.en}.`,
            );
      }
      return hasCosigned
        ? both(
            '已会签、封签。封签截止后另行通知启封。',
            'Co-signed and sealed. You will be told when to open the seal.',
          )
        : both(
            `已封签，尚未会签，请补签，${seal.zh}截止。`,
            `Sealed, not yet co-signed; please co-sign until ${seal.en}.`,
          );
    case 'opening':
      if (!hasSealed)
        return both('您未在截止时间前封签，本次不再启封。', 'You did not seal in time; nothing is to be opened.');
      return hasOpened
        ? both(
            '已启封。等待其他监督人员启封和公共数。',
            'Opened. The other witnesses and the public number are waited for.',
          )
        : both(
            `请启封，${reveal.zh}截止；到时未启封记为缺席。`,
            `Open your seal until ${reveal.en}; otherwise you are recorded as absent.`,
          );
    case 'number':
    case 'ready': {
      const absent = state.absent.includes(id);
      return absent
        ? both(
            '启封已截止，您记为缺席；抽取照常进行。',
            'Opening has ended and you are recorded as absent; the draw goes on.',
          )
        : both('启封已截止，等待公共数和开签。', 'Opening has ended; the public number and the draw follow.');
    }
    case 'opened':
      return both(
        '抽取完成。您作为监督人员现在即可取得完整记录，自行重算核验。',
        'Drawn. As a witness you may have the whole record now and compute the draw again.',
      );
    case 'aborted':
    case 'annulled': {
      const stage = stageWords[state.stage];
      return both(
        `${ceremonyWords(no).zh}${stage.zh}：${state.ended?.reason ?? ''}。`,
        `It is ${stage.en}: ${state.ended?.reason ?? ''}.`,
      );
    }
    default:
      return both('', '');
  }
}

function factsOf({ manifest }: Present, { custody }: Participant): Part {
  const [first] = manifest.public;
  return {
    kind: 'facts',
    facts: [
      { name: both('任务', 'Tasks'), value: tasksIn(manifest.tasks.map(({ name }) => name)) },
      { name: both('封签方式', 'Custody'), value: custodyWords[custody] },
      { name: both('封签截止', 'Seal until'), value: beijing(manifest.deadlines.seal) },
      { name: both('启封截止', 'Open until'), value: beijing(manifest.deadlines.reveal) },
      ...(first === undefined ? [] : [{ name: both('公共数', 'Public number'), value: sourceWords(first) }]),
      { name: both('公开日期', 'Public from'), value: civil(manifest.discloseFrom) },
    ],
  };
}

/** So many tasks are named; more make nobody wiser. */
const named = 5;

function tasksIn(names: readonly string[]): Words {
  const shown = names.slice(0, named).join('、');
  return names.length > named
    ? both(`${shown}等 ${names.length} 项`, `${shown} and others, ${names.length} in all`)
    : both(names.length === 0 ? '补抽人员' : shown, names.length === 0 ? 'people only' : shown);
}

/** Buttons, or the way to the witness's own page. */
function doorOf({ no, state, manifest, now }: Present, { id, custody }: Participant, site: string): readonly Part[] {
  const hasCosigned = state.cosigned.some((each) => each.id === id);
  const hasSealed = state.sealed.some((each) => each.id === id);
  const isSealing = state.stage === 'sealing' && now <= manifest.deadlines.seal;
  const isOwn = custody === 'own-page';
  const buttons: readonly Choice[] = [
    ...(isSealing && !hasCosigned ? [cosignChoice(no)] : []),
    ...(isSealing && !hasSealed && !isOwn ? [sealChoice(no)] : []),
    ...(state.stage === 'number' ? [numberChoice(no)] : []),
  ];
  return [
    ...(buttons.length > 0 ? [choices(...buttons)] : []),
    ...(isSealing && !hasSealed && isOwn ? [ownPage(no, site, '在本人网页封签', 'Seal on your own page')] : []),
    ...(state.stage === 'opened'
      ? [ownPage(no, site, '完整记录（凭监督人员身份查看）', 'The whole record (for witnesses)')]
      : []),
  ];
}

const ownPage = (no: number, site: string, zh: string, en: string): Part => ({
  kind: 'link',
  words: { zh, en },
  url: `${site}/witness/${no}`,
});

/** Asks one witness to open what it sealed; null where it sealed nothing. */
export function sayUnsealing({ no, state, manifest }: Present, person: string, site: string): Said | null {
  const witness = manifest.participants.find(({ id, kind }) => id === person && kind === 'witness');
  if (witness === undefined || !state.sealed.some(({ id }) => id === person)) return null;
  const title = ceremonyWords(no);
  if (state.opened.some(({ id }) => id === person))
    return sentence(both(`${title.zh}：您已启封。`, `${title.en}: you have opened your seal.`));
  if (state.absent.includes(person))
    return sentence(
      both(`${title.zh}：启封已截止，您记为缺席。`, `${title.en}: opening has ended; you are recorded as absent.`),
    );
  if (state.stage !== 'opening') return null;
  const by = beijing(manifest.deadlines.reveal);
  const words = both(
    `${title.zh}封签已截止，请启封，${by.zh}截止；到时未启封记为缺席，抽取照常进行。`,
    `${title.en}: sealing has ended. Open your seal until ${by.en}; otherwise you are recorded as absent.`,
  );
  return {
    summary: words,
    parts: [
      { kind: 'text', words },
      witness.custody === 'own-page'
        ? ownPage(no, site, '在本人网页启封', 'Open the seal on your own page')
        : choices(revealChoice(no)),
    ],
  };
}
