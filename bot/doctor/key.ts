/** The key of sealed values: there, well formed, closed to others, and the one that sealed what waits. Its value is never shown. */
import type { Db } from '../../db/database.ts';
import { readHead } from '../../db/ledger.ts';
import { secretKey } from '../../db/secret.ts';
import { keyOfBeforeWords } from '../desk/seal-key.ts';
import { textOrNull } from '../desk/text-file.ts';
import { isOpen } from '../settings-file.ts';
import { keyOpensAll } from '../verbs/ledger/sealed-values.ts';
import { type Finding, fine, found } from './finding.ts';

/** @param db null where it could not be looked at */
export async function keyFindings(file: string, db: Db | null): Promise<readonly Finding[]> {
  const text = await textOrNull(file).catch(() => '');
  if (text === null) return [await absent(file, db)];
  if (!/^[0-9a-f]{64}$/i.test(text.trim()))
    return [
      found(
        'key',
        'wrong',
        {
          zh: `${file} 里不是密钥，应为 64 位十六进制数字。`,
          en: `${file} holds no key; it should be 64 hexadecimal digits.`,
        },
        {
          zh: '从另存的副本放回原来的密钥文件；不要自己编一个。',
          en: 'Put the copy back that was kept elsewhere; do not make one up.',
        },
      ),
    ];
  const fits = db === null || (await keyOpensAll({ db, sealKey: () => secretKey(text.trim()) })).ok;
  return [
    ...(isOpen(file)
      ? [
          found(
            'key',
            'warn',
            { zh: `密钥文件 ${file} 本机其他用户也能读。`, en: `Others on this machine can read ${file}.` },
            { zh: `运行 chmod 600 ${file}。`, en: `chmod 600 ${file}` },
          ),
        ]
      : []),
    fits
      ? fine(
          'key',
          `${file} 可用；请另存一份副本，丢了无法补。`,
          `${file} can be used; keep a copy elsewhere, a lost one cannot be replaced.`,
        )
      : found(
          'key',
          'wrong',
          {
            zh: `${file} 打不开数据库里封存的数：不是当初的密钥。`,
            en: `${file} does not open what is sealed in the database: it is another key.`,
          },
          {
            zh: '放回当初的密钥文件（或改 MINGCHOU_KEY 的路径）；封存的数开封以前不能换。',
            en: 'Put the first key file back (or mend the path in MINGCHOU_KEY); it cannot be changed while sealed values wait.',
          },
        ),
  ];
}

async function absent(file: string, db: Db | null): Promise<Finding> {
  const waiting = db === null ? [] : await db.read('select 1 from sealed_secret limit 1');
  if (waiting.length > 0)
    return found(
      'key',
      'wrong',
      {
        zh: `密钥文件 ${file} 不在，数据库里有用它封存的数。`,
        en: `The key file ${file} is missing, and the database holds values sealed with it.`,
      },
      {
        zh: '从另存的副本放回；没有副本的，那几场抽取只能按规定作废。',
        en: 'Put its copy back; without one those ceremonies can only be ended on record.',
      },
    );
  if (db !== null && (await readHead(db)).seq > 0) {
    const { what, todo } = keyOfBeforeWords(file);
    return found('key', 'wrong', what, todo);
  }
  return found(
    'key',
    'warn',
    { zh: `还没有密钥文件 ${file}。`, en: `There is no key file ${file} yet.` },
    {
      zh: '登记第一名人员或部署时自动生成；生成后请另存一份副本。',
      en: 'Enrolling the first person, or a deployment, makes it; keep a copy of it elsewhere then.',
    },
  );
}
