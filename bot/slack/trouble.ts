/** What a person is told where something broke: words and a number to find it by. The log gets the number and codes, never content. */
import type { Words } from '../../core/words.ts';
import { troubleOf } from '../../db/trouble.ts';
import { databaseTroubleIn, type Left, sayTrouble } from '../say/trouble.ts';
import { callTroubleOf } from './client.ts';
import { FileTrouble } from './file.ts';

export interface Trouble {
  readonly no: string;
  readonly words: Words;
}

/** A trouble that was logged and told already, passed on so that the platform delivers again. */
export class Told extends Error {
  constructor() {
    super('told already');
    this.name = 'Told';
  }
}

/**
 * @param again whether the platform will deliver it again by itself
 * @param left what the act has left in the ledger, or that there was only something to read
 */
export function troubled(thrown: unknown, where: string, again: boolean, left: Left): Trouble {
  const no = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  console.error(`chat ${where} ${no} ${codeOf(thrown)}`);
  if (thrown instanceof FileTrouble) return { no, words: fileWords[thrown.code] };
  const database = databaseTroubleIn(thrown);
  if (again) return { no, words: comingAgain(no) };
  if (database !== null) return { no, words: numbered(sayTrouble(database.why, left), no) };
  return { no, words: left === 'something' ? doneAndBroken(no) : notDone(no) };
}

const fileWords: Readonly<Record<FileTrouble['code'], Words>> = {
  'too-large': {
    zh: '文件超过 20 MB，没有读取。请删去无关的工作表、图片后重新上传。',
    en: 'The file is larger than 20 MB and was not read. Take out other sheets and pictures and upload it again.',
  },
  elsewhere: {
    zh: '文件不在本工作区里（例如网盘链接），没有读取。请直接上传文件。',
    en: 'The file lies elsewhere, such as behind a link, and was not read. Please upload the file itself.',
  },
  'not-there': {
    zh: '没有取到文件，可能已被删除。请重新上传。',
    en: 'The file could not be fetched; it may have been deleted. Please upload it again.',
  },
};

const notDone = (no: string): Words => ({
  zh: `没有办成，请稍后再试；还不行请把编号 ${no} 告诉联席办。`,
  en: `It could not be done; try again later. If it fails again, give the office the number ${no}.`,
});

const numbered = ({ zh, en }: Words, no: string): Words => ({ zh: `${zh}编号 ${no}。`, en: `${en} Number ${no}.` });

const doneAndBroken = (no: string): Words => ({
  zh: `这件事已经记录，不用再办；只是结果没能显示完整，请稍后再看。编号 ${no}。`,
  en: `This is recorded and need not be done again; not all of the answer could be shown. Number ${no}.`,
});

const comingAgain = (no: string): Words => ({
  zh: `暂时没有办成，系统会自动再试；十分钟后仍无回音，请再发一次。编号 ${no}。`,
  en: `Not done yet; it is tried again by itself. If nothing is heard in ten minutes, send it again. Number ${no}.`,
});

/** The frame of the error in our own code says where to look; messages may hold what a person wrote. */
function codeOf(thrown: unknown): string {
  const frames =
    thrown instanceof Error
      ? [...(thrown.stack ?? '').matchAll(/\(?((?:file:\/\/)?[^\s()]*\/(?:bot|db|core)\/[^\s()]*)\)?/g)]
      : [];
  // Where a trouble of the database is made says nothing of who asked.
  const frame = frames.map(([, at = '']) => at).find((at) => !/\/db\/(trouble|in-time|database)\.ts/.test(at)) ?? '';
  const place = frame.replace(/^.*\/((?:bot|db|core)\/)/, '$1');
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const code = name.startsWith('WebAPI') ? callTroubleOf(thrown).code : troubleOf(thrown).code;
  return [name, code, place].filter((word) => word !== '').join(' ');
}
