/** verify: a draw record re-computed from its file alone, without database or network, and one enterprise looked up in it. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type TicketLookup, ticketOf } from '../../core/draw/lookup.ts';
import { sayStanding } from '../../core/draw/lookup-words.ts';
import { readRoster } from '../../core/draw/roster.ts';
import { parseRecordText } from '../../core/draw/text.ts';
import { type Verdict, verify } from '../../core/draw/verify.ts';
import { sayFailure, sayStep } from '../../core/draw/words.ts';
import { classifyNumber } from '../../core/registry/uscc.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Door, exit, type Said } from './door.ts';

interface Verified {
  readonly verdict: Verdict;
  /** What one enterprise asked about itself, or null. */
  readonly lookup: { readonly number: string; readonly found: TicketLookup | null } | null;
}

export function verifyCommand(program: Command, door: Door): void {
  program
    .command('verify <record>')
    .description('核验抽取记录：只需这一个文件，不连数据库和网络 · verify a record from its file alone')
    .option('-n, --number <code>', '查一户的号签：统一社会信用代码或注册号 · look one enterprise up')
    .option('-d, --digest <hex>', '与公布的记录摘要比对 · compare with the digest that was posted')
    .action((file: string, options: { readonly number?: string; readonly digest?: string }) =>
      door.apart(async (progress): Promise<Result<Verified, Refusal>> => {
        const record = parseRecordText(await readFile(file, 'utf8'));
        if (record === undefined) return refuse('ledger', { reason: 'not-a-record', file });
        const verdict = posted(
          verify(record, (step) => progress(sayStep(step))),
          options.digest,
        );
        return ok({ verdict, lookup: options.number === undefined ? null : lookUp(verdict, options.number) });
      }, sayVerified),
    );
}

/** A record can be whole and yet not be the one that was posted. */
function posted(verdict: Verdict, digest: string | undefined): Verdict {
  if (!verdict.ok || digest === undefined || verdict.record.digest === digest.trim().toLowerCase()) return verdict;
  return { ok: false, step: 'digest', at: 'digest', expected: digest, found: verdict.record.digest };
}

function lookUp(verdict: Verdict, number: string): Verified['lookup'] {
  if (!verdict.ok) return null;
  const key = classifyNumber(number);
  const roster = readRoster(verdict.record.manifest, verdict.record.roster);
  return { number, found: key.ok && roster.ok ? ticketOf(verdict.record, roster.value, key.value) : null };
}

const verifiedWords: Words = {
  zh: '核验通过：每一步都由前一步推出。',
  en: 'Verified: every step follows from the one before.',
};

function sayVerified({ verdict, lookup }: Verified): Said {
  const words: Words[] = [verdict.ok ? verifiedWords : sayFailure(verdict)];
  if (verdict.ok) {
    const { digest, root, manifest, cosigned, sealed, absent, public: read } = verdict.record;
    const witnesses = sealed.filter(({ id }) => id !== '0').length;
    words.push(
      {
        zh: `监督人员封签 ${witnesses} 名，会签 ${cosigned.length} 名，缺席 ${absent.length} 名；公共数取自第 ${read.place + 1} 顺位（${manifest.public[read.place]?.name ?? ''}）。`,
        en: `${witnesses} witnesses sealed, ${cosigned.length} co-signed, ${absent.length} were absent; the public number is that of place ${read.place + 1} (${manifest.public[read.place]?.name ?? ''}).`,
      },
      {
        zh: `记录摘要：${digest}（应与现场公布和表上打印的一致）`,
        en: `Record digest: ${digest} (must be the one posted)`,
      },
      { zh: `结果根：${root}（全部抽取结果的“指纹”）`, en: `Result root: ${root} (fingerprint of all that was drawn)` },
    );
  }
  if (lookup !== null) words.push(...sayLookup(lookup));
  const json = verdict.ok ? { ok: true, digest: verdict.record.digest, root: verdict.record.root, lookup } : verdict;
  return verdict.ok ? { words, json } : { words, json, exit: exit.verificationFailed };
}

function sayLookup({ number, found }: NonNullable<Verified['lookup']>): Words[] {
  if (found === null) return [{ zh: `${number} 不在待抽名单上。`, en: `${number} is not on the roster.` }];
  const head = `${number}：名单第 ${found.row} 行，号签 ${found.ticket}`;
  return [
    { zh: head, en: `${number}: row ${found.row}, ticket ${found.ticket}` },
    ...found.tasks.map(({ no, standing }): Words => {
      const { zh, en } = sayStanding(standing);
      return { zh: `  ${no}：${zh}`, en: `  ${no}: ${en}` };
    }),
  ];
}
