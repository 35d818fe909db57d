/** draw: the ceremony, step by step; and a witness's own secret, made on the witness's own machine. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Ceremony } from '../../core/draw/ceremony/state.ts';
import { stageWords } from '../../core/draw/ceremony/words.ts';
import type { PublicSource } from '../../core/draw/manifest.ts';
import { commitmentOf, parseSecret } from '../../core/draw/seal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { closeOpening, closeSealing } from '../verbs/draw/close.ts';
import { cosign } from '../verbs/draw/cosign.ts';
import { disclose } from '../verbs/draw/disclose.ts';
import { abort, annul } from '../verbs/draw/end.ts';
import { fileDraw } from '../verbs/draw/file.ts';
import { type Frozen, freeze } from '../verbs/draw/freeze.ts';
import { freezeOpenPosts } from '../verbs/draw/freeze-people.ts';
import { ceremonyHeld } from '../verbs/draw/held.ts';
import { correctNumber, passOver, typeNumber } from '../verbs/draw/number.ts';
import { open } from '../verbs/draw/open.ts';
import { reveal } from '../verbs/draw/reveal.ts';
import { hex, seal } from '../verbs/draw/seal.ts';
import { postCheckpoint } from '../verbs/ledger/checkpoint.ts';
import { type Door, type Said, several, WrongCall, wholeNumber } from './door.ts';

export const drawCommands = (program: Command, door: Door): void => {
  const group = program.command('draw').description('随机抽取：三锁一开 · the ceremony of a draw');
  freezing(group, door);
  sealing(group, door);
  opening(group, door);
  ending(group, door);
  filing(group, door);
};

interface CeremonyOptions {
  readonly witness: readonly string[];
  readonly quorum: number;
  readonly sealBy: string;
  readonly revealBy: string;
  readonly lottery?: string;
  readonly way: '摇号' | '机选' | '抽签';
  readonly byPlace?: true;
}

/** Options that every kind of freezing takes. */
const asCeremony = (command: Command): Command =>
  command
    .option(
      '-w, --witness <person[:own-page]>',
      '监督人员编号；以本人网页封签的加 :own-page，可多个 · a witness',
      several,
    )
    .option('-q, --quorum <n>', '至少封签的监督人员数 · fewest witnesses that must seal', wholeNumber, 2)
    .requiredOption('--seal-by <time>', '封签截止时间，如 2025-07-01T17:00+08:00 · end of sealing')
    .requiredOption('--reveal-by <time>', '启封截止时间 · end of opening')
    .option(
      '--lottery <issue@time>',
      '公共数用福彩快乐8第几期及其开奖时间；不写则用 20 枚十面骰 · lottery issue; dice otherwise',
    )
    .addOption(new Option('--way <way>', '抽取方式 · way').choices(['摇号', '机选', '抽签']).default('机选'))
    .option('--by-place', '检查人员只在本辖区检查 · inspectors only go where they belong');

function freezing(group: Command, door: Door): void {
  asCeremony(
    group
      .command('freeze <plan> <tasks...>')
      .description('锁定待抽名单（第一锁） · lock 1: freeze roster and manifest')
      .option('--accept-shortage', '已知岗位不足仍锁定，缺额以后另行抽取人员 · freeze although posts will stay open'),
  ).action((plan: string, tasks: readonly string[], options: CeremonyOptions & { readonly acceptShortage?: true }) =>
    door.act(
      (desk, actor, progress) =>
        freeze(
          desk,
          actor,
          { plan, tasks, ...ceremonyOf(options), acceptShortage: options.acceptShortage ?? false },
          (rows) => progress({ zh: `已锁定 ${rows} 户`, en: `${rows} rows frozen` }),
        ),
      sayFrozen,
    ),
  );
  asCeremony(
    group
      .command('freeze-posts <ceremony>')
      .description('只抽人员：补足某次抽取的空缺岗位 · a people-only ceremony for open posts'),
  ).action((ceremony: string, options: CeremonyOptions) =>
    door.act(
      (desk, actor) => freezeOpenPosts(desk, actor, { of: wholeNumber(ceremony), ...ceremonyOf(options) }),
      sayFrozen,
    ),
  );
}

function ceremonyOf(options: CeremonyOptions) {
  const [seal, reveal] = [timeOf(options.sealBy), timeOf(options.revealBy)];
  return {
    witnesses: (options.witness ?? []).map((text) => {
      const [person = '', custody] = text.split(':');
      if (custody !== undefined && custody !== 'own-page') {
        throw new WrongCall({
          zh: `监督人员写作 编号 或 编号:own-page，现为“${text}”。`,
          en: `A witness is number or number:own-page, not “${text}”.`,
        });
      }
      return { person, custody: custody === 'own-page' ? ('own-page' as const) : ('desk' as const) };
    }),
    quorum: options.quorum,
    deadlines: { seal, reveal },
    public: [publicSource(options.lottery, reveal)],
    way: options.way,
    ...(options.byPlace ? { byPlace: true } : {}),
  };
}

/** 快乐8: 20 of 80, ascending, 61.6 bits; or twenty ten-sided dice, 66.4 bits. */
function publicSource(lottery: string | undefined, after: string): PublicSource {
  if (lottery === undefined) {
    return { source: 'dice', name: '十面骰20枚', issue: '', after, count: 20, from: 0, to: 9, ascending: false };
  }
  const [issue = '', at = ''] = lottery.split('@');
  return {
    source: 'lottery',
    name: '福彩快乐8',
    issue,
    after: timeOf(at),
    count: 20,
    from: 1,
    to: 80,
    ascending: true,
  };
}

/** A time with its offset, as the protocol writes it. */
function timeOf(text: string): string {
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ||
    Number.isNaN(Date.parse(text))
  ) {
    throw new WrongCall({
      zh: `时间应带时区，如 2025-07-01T17:00+08:00，现为“${text}”。`,
      en: `A time has its offset, such as 2025-07-01T17:00+08:00; “${text}” has not.`,
    });
  }
  return new Date(text).toISOString();
}

const sayFrozen = ({ ceremony, manifest, manifestDigest, leftOut }: Frozen): Said => ({
  words: [
    {
      zh: `第 ${ceremony} 次抽取已锁定：名单 ${manifest.roster.rows} 户，任务 ${manifest.tasks.length} 项，可派人员 ${manifest.officers.length} 名（另有 ${leftOut.length} 名因证件等原因不入库）。`,
      en: `Ceremony ${ceremony} is frozen: ${manifest.roster.rows} subjects, ${manifest.tasks.length} tasks, ${manifest.officers.length} inspectors (${leftOut.length} left out).`,
    },
    { zh: `待抽名单摘要：${manifestDigest}`, en: `Manifest digest: ${manifestDigest}` },
    {
      zh: `请监督人员会签前 8 位：${manifestDigest.slice(0, 8)}`,
      en: `Witnesses co-sign its first 8 digits: ${manifestDigest.slice(0, 8)}`,
    },
  ],
  json: {
    ceremony,
    manifestDigest,
    rows: manifest.roster.rows,
    tasks: manifest.tasks.length,
    officers: manifest.officers.length,
    leftOut,
  },
});

const sayState = (state: Ceremony): Said => ({
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
    zh: `第 ${state.no} 次抽取：${stage.zh}；会签 ${state.cosigned.length}，封签 ${state.sealed.length}，启封 ${state.opened.length}，缺席 ${state.absent.length}${state.public === null ? '' : `，公共数 ${state.public.number}`}。`,
    en: `Ceremony ${state.no}: ${stage.en}; co-signed ${state.cosigned.length}, sealed ${state.sealed.length}, opened ${state.opened.length}, absent ${state.absent.length}${state.public === null ? '' : `, public number ${state.public.number}`}.`,
  };
};

type Perform = (desk: Desk, actor: Actor) => Promise<Result<Ceremony, Refusal>>;

function sealing(group: Command, door: Door): void {
  const acting = (perform: Perform) => door.act((desk, actor) => perform(desk, actor), sayState);
  group
    .command('cosign <ceremony> <digits>')
    .description('监督人员会签摘要前 8 位 · a witness co-signs')
    .action((no: string, digits: string) =>
      acting((desk, actor) => cosign(desk, actor, { ceremony: wholeNumber(no), digits })),
    );
  group
    .command('secret <ceremony> <manifest> <digits>')
    .description('监督人员在自己的电脑上生成封签，不接触数据库 · make a secret on the witness’s own machine')
    .requiredOption('--id <person>', '监督人员编号 · number of the witness')
    .requiredOption('-o, --out <file>', '随机串和数字的存放文件，启封前不得交给别人 · file that keeps the secret')
    .action((no: string, manifest: string, digits: string, options: { readonly id: string; readonly out: string }) =>
      door.apart(
        async () => makeSecret(wholeNumber(no), manifest, digits, options),
        ({ commitment, out }) => ({
          words: [
            { zh: `承诺值：${commitment}`, en: `Commitment: ${commitment}` },
            {
              zh: `随机串和数字已存入 ${out}，启封前请自行保管。`,
              en: `The secret is in ${out}; keep it until opening.`,
            },
          ],
        }),
      ),
    );
  group
    .command('seal <ceremony>')
    .description('封签（第二锁） · lock 2: seal')
    .option('-t, --typed <digits>', '会务台代为封存时键入的数字（6 位以上） · digits, where the desk keeps the secret')
    .option('-c, --commitment <hex>', '本人封存时的承诺值 · commitment, where the witness keeps it')
    .action((no: string, options: { readonly typed?: string; readonly commitment?: string }) => {
      const { typed, commitment } = options;
      if ((typed === undefined) === (commitment === undefined)) {
        throw new WrongCall({
          zh: '请在 --typed 与 --commitment 中写一个。',
          en: 'Give either --typed or --commitment.',
        });
      }
      const ceremony = wholeNumber(no);
      return acting((desk, actor) =>
        seal(desk, actor, commitment === undefined ? { ceremony, typed: typed ?? '' } : { ceremony, commitment }),
      );
    });
  group
    .command('close-sealing <ceremony>')
    .description('封签截止 · close sealing')
    .action((no: string) => acting((desk, actor) => closeSealing(desk, actor, wholeNumber(no))));
  group
    .command('reveal <ceremony>')
    .description('启封；本人封存的须给出文件 · open what was sealed')
    .option('-f, --file <file>', 'secret 命令生成的文件 · the file that the secret command wrote')
    .action((no: string, options: { readonly file?: string }) =>
      acting(async (desk, actor) => {
        const secret = options.file === undefined ? null : JSON.parse(await readFile(options.file, 'utf8'));
        return reveal(desk, actor, { ceremony: wholeNumber(no), secret });
      }),
    );
  group
    .command('close-opening <ceremony>')
    .description('启封截止 · close opening')
    .action((no: string) => acting((desk, actor) => closeOpening(desk, actor, wholeNumber(no))));
}

async function makeSecret(
  no: number,
  manifest: string,
  digits: string,
  { id, out }: { readonly id: string; readonly out: string },
): Promise<Result<{ readonly commitment: string; readonly out: string }, Refusal>> {
  if (!/^[0-9a-f]{64}$/.test(manifest)) {
    throw new InvalidArgumentError(
      '待抽名单摘要应为 64 位小写十六进制数字 · the manifest digest has 64 hexadecimal digits',
    );
  }
  const secret = parseSecret(hex(crypto.getRandomValues(new Uint8Array(32))), digits);
  if (!secret.ok) return refuse('ceremony', { reason: 'secret', id, why: secret.error });
  await writeFile(out, `${JSON.stringify(secret.value)}\n`, { mode: 0o600, flag: 'wx' });
  return ok({ commitment: commitmentOf(no, manifest, id, secret.value), out });
}

function opening(group: Command, door: Door): void {
  const acting = (perform: Perform) => door.act((desk, actor) => perform(desk, actor), sayState);
  group
    .command('number <ceremony> <text>')
    .description('录入公共数（第三锁），两人各录一次 · lock 3: type the public number')
    .option('-p, --place <n>', '公共数的顺位，从 1 起 · which public number', wholeNumber, 1)
    .action((no: string, text: string, { place }: { readonly place: number }) =>
      acting((desk, actor) => typeNumber(desk, actor, { ceremony: wholeNumber(no), place: place - 1, text })),
    );
  group
    .command('pass-over <ceremony> <place> <reason>')
    .description('公共数没有产生，改用下一顺位 · a public number did not come')
    .action((no: string, place: string, reason: string) =>
      acting((desk, actor) =>
        passOver(desk, actor, { ceremony: wholeNumber(no), place: wholeNumber(place) - 1, reason }),
      ),
    );
  group
    .command('open <ceremony>')
    .description('开签：抽取对象、匹配人员、公布校验点 · open the draw')
    .option('--post <place>', '校验点公布处 · where the checkpoint is posted', '会议现场')
    .action((no: string, { post }: { readonly post: string }) =>
      door.act(
        async (desk, actor, progress) => {
          progress({ zh: '正在计算抽取结果…', en: 'computing the draw…' });
          const opened = await open(desk, actor, wholeNumber(no));
          if (!opened.ok) return opened;
          const checkpoint = await postCheckpoint(desk, actor, post);
          return checkpoint.ok ? ok({ ...opened.value, checkpoint: checkpoint.value }) : checkpoint;
        },
        ({ ceremony, record, checkpoint }) => ({
          words: [
            { zh: `第 ${ceremony} 次抽取已开签。`, en: `Ceremony ${ceremony} is open.` },
            { zh: `记录摘要：${record.digest}`, en: `Record digest: ${record.digest}` },
            { zh: `结果根：${record.root}`, en: `Result root: ${record.root}` },
            {
              zh: `台账校验点：${checkpoint.size} 行 ${checkpoint.head}`,
              en: `Checkpoint: ${checkpoint.size} rows, ${checkpoint.head}`,
            },
          ],
        }),
      ),
    );
  group
    .command('show <ceremony>')
    .description('抽取进行到哪一步 · where a ceremony stands')
    .action((no: string) =>
      door.look(async (desk) => {
        const held = await ceremonyHeld(desk.db, wholeNumber(no));
        return held.ok ? ok(held.value.state) : held;
      }, sayState),
    );
}

function ending(group: Command, door: Door): void {
  const acting = (perform: Perform) => door.act((desk, actor) => perform(desk, actor), sayState);
  group
    .command('abort <ceremony> <reason>')
    .description('中止；只在封签截止之前 · abort, before sealing has closed')
    .action((no: string, reason: string) =>
      acting((desk, actor) => abort(desk, actor, { ceremony: wholeNumber(no), reason })),
    );
  group
    .command('correct <ceremony> <text> <reason>')
    .description('更正误录的公共数，须有另一部门第二人 · correct a mistyped public number')
    .requiredOption('--second <person>', '第二名录入人 · the second person')
    .action((no: string, text: string, reason: string, { second }: { readonly second: string }) =>
      acting((desk, actor) => correctNumber(desk, actor, { ceremony: wholeNumber(no), text, reason, second })),
    );
  group
    .command('annul <ceremony> <order>')
    .description('依上级文号撤销，须两名负责人 · annul by a cited order')
    .requiredOption('--second <person>', '第二名负责人 · the second head')
    .action((no: string, order: string, { second }: { readonly second: string }) =>
      acting((desk, actor) => annul(desk, actor, { ceremony: wholeNumber(no), order, second })),
    );
  group
    .command('disclose <ceremony>')
    .description('到期公开完整记录 · make the record public on its date')
    .action((no: string) =>
      door.act(
        (desk, actor) => disclose(desk, actor, wholeNumber(no)),
        ({ ceremony }) => ({
          words: { zh: `第 ${ceremony} 次抽取的记录已公开。`, en: `The record of ceremony ${ceremony} is public.` },
        }),
      ),
    );
}

function filing(group: Command, door: Door): void {
  group
    .command('export <ceremony>')
    .description('导出整套材料：记录、记录表、待检名单、任务安排、归档目录 · write the file of a draw')
    .option('-o, --out <dir>', '存放文件夹 · folder', 'out')
    .option('--room <place>', '抽取地点 · where it was held', '联席办会议室')
    .option('--media <names...>', '照片、录像文件名 · photos and films', [])
    .option('--verify-at <address>', '核验地址 · where anybody verifies', 'npx mingchou verify record.json')
    .action(
      (
        no: string,
        options: {
          readonly out: string;
          readonly room: string;
          readonly media: readonly string[];
          readonly verifyAt: string;
        },
      ) =>
        door.act(
          async (desk, actor) => {
            const filed = await fileDraw(desk, actor, {
              ceremony: wholeNumber(no),
              place: options.room,
              media: options.media,
              verifyAt: options.verifyAt,
            });
            if (!filed.ok) return filed;
            await mkdir(options.out, { recursive: true });
            for (const { name, bytes } of filed.value.files) await writeFile(`${options.out}/${name}`, bytes);
            return ok({
              out: options.out,
              files: filed.value.files.map(({ name }) => name),
              missing: filed.value.missing,
            });
          },
          ({ out, files, missing }) => ({
            words: [
              ...files.map((name) => ({ zh: `  ${out}/${name}`, en: `  ${out}/${name}` })),
              {
                zh: missing.length === 0 ? '整套材料齐全。' : `尚缺：${missing.join('、')}。`,
                en: missing.length === 0 ? 'The file is complete.' : `Still missing: ${missing.join(', ')}.`,
              },
            ],
          }),
        ),
    );
}
