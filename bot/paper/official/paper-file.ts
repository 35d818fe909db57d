/** The file of a paper: its bytes, and a name under which it is found again in a folder. */
import { officialDocx } from './docx.ts';
import type { OfficialPaper } from './official-paper.ts';

export interface PaperFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param about what it is about, for papers of which there are many with one title */
export const paperFile = async (paper: OfficialPaper, about: string): Promise<PaperFile> => ({
  name: `${plain([paper.number ?? '草稿', paper.title, about, paper.mark].filter((each) => each !== '').join(' '))}.docx`,
  bytes: await officialDocx(paper),
});

/** What no file system takes becomes a dash; a name longer than most take is cut. */
const plain = (name: string): string => [...name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')].slice(0, 80).join('').trim();
