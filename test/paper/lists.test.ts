/** 待检名单, 人员安排 and 归档目录: read back with another library than the one that wrote them. */
import { Workbook } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { assignmentPage, assignments } from '../../bot/paper/assignments.ts';
import { checksums, fileList, missing, parts } from '../../bot/paper/file-list.ts';
import { visitList } from '../../bot/paper/visit-list.ts';
import { sheetNames } from '../../bot/paper/workbook.ts';
import { filed, head, hostile, visits } from './make.ts';
import { see } from './reading.ts';

async function open(bytes: Uint8Array): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

/** Cell texts of a sheet from its header row on. */
function rowsOf(book: Workbook, name: string, firstHeader: string): string[][] {
  const rows: string[][] = [];
  book.getWorksheet(name)?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows.slice(rows.findIndex(([first]) => first === firstHeader));
}

describe('待检名单', async () => {
  const book = await open(await visitList(head, visits));

  it('S4-29: has a sheet of everything and one for each department that goes', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual(['全部', '清漪县公安局', '清漪县市场监督管理局']);
  });

  it('S4-29: names task numbers, the firm and its number, items, departments, inspectors, window and method', () => {
    const [, first = []] = rowsOf(book, '全部', '序号');
    expect(first).toEqual([
      '1',
      '7-0001',
      '清漪县临水宾馆',
      '099072300012345',
      '城关市场监督管理所',
      '9907232025000101\n9907232025000102',
      '旅馆业联合抽查\n特种设备使用单位抽查',
      '清漪县公安局：旅馆业治安管理检查\n清漪县市场监督管理局：住宿业明码标价检查、特种设备使用登记和定期检验检查',
      '清漪县公安局：林宁（GA002）、王伟（GA001）\n清漪县市场监督管理局：王伯萍（SCJG001）；空缺1人',
      '1',
      '2025-07-07',
      '2025-08-29',
      '实地检查',
    ]);
  });

  it('keeps a code that begins with zero as text', () => {
    const cell = book.getWorksheet('全部')?.getCell('D5');
    expect(cell?.value).toBe('099072300012345');
    expect(cell?.numFmt).toBe('@');
  });

  it('shows a department its own visits and items, and the other departments only by name', () => {
    const rows = rowsOf(book, '清漪县市场监督管理局', '序号');
    expect(rows.length).toBe(2);
    expect(rows.flat().join(' ')).toContain('清漪县公安局');
    expect(rows.flat().join(' ')).not.toMatch(/林宁|治安/);
  });

  it('says on every sheet that it is not to be passed on, and from which draw it is', () => {
    for (const sheet of book.worksheets) {
      const top = [1, 2, 3].map((row) => sheet.getCell(row, 1).text).join('\n');
      expect(top).toContain('不得对外公开、不得向检查对象透露');
      expect(top).toContain('第7次抽取');
      expect(top).toContain('4'.repeat(64));
    }
  });

  it('is the same file when it is made again', async () => {
    expect(await visitList(head, visits)).toEqual(await visitList(head, visits));
  });

  it('holds hostile names as text that no spreadsheet runs', async () => {
    const [visit] = visits;
    if (visit === undefined) throw new Error('no visit');
    const strange = hostile.map((name) => ({ ...visit, subject: { ...visit.subject, name, place: name } }));
    const opened = await open(await visitList(head, strange));
    const rows = rowsOf(opened, '全部', '序号').slice(1);
    expect(rows.length).toBe(hostile.length);
    opened.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.formula ?? '').toBe('');
          expect(cell.hyperlink ?? '').toBe('');
        }),
      ),
    );
    expect(rows.map(([, , name]) => name).slice(0, 7)).toEqual(hostile.slice(0, 7));
    expect(rows.flat().join('')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });
});

describe('names of sheets', () => {
  it('fit Excel: 31 characters, no forbidden ones, none twice', () => {
    const long = '清漪县“双随机、一公开”跨部门联合监管工作联席会议办公室（含各乡镇）';
    const names = sheetNames([long, long, 'a/b:c', "'''", '𠮷'.repeat(40), 'A', 'a']);
    expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names[2]).toBe('a b c');
  });
});

describe('执法检查人员任务安排', async () => {
  const book = await open(await assignments(head, visits));

  it('gives each department a sheet with inspector, partner and visits in order', () => {
    const rows = rowsOf(book, '清漪县公安局', '工号');
    expect(rows.slice(1).map((row) => [row[0], row[2], row[3], row[8]])).toEqual([
      ['GA001', '1', '7-0001', '林宁'],
      ['GA001', '2', '7-0002', '林宁'],
      ['GA002', '1', '7-0001', '王伟'],
      ['GA002', '2', '7-0002', '王伟'],
    ]);
  });

  it('says where a partner is still to come', () => {
    const [, only = []] = rowsOf(book, '清漪县市场监督管理局', '工号');
    expect(only[8]).toBe('待递补');
  });

  it('tells of two officers, certificates and the right to ask for recusal', () => {
    for (const sheet of book.worksheets) {
      const top = [1, 2, 3, 4, 5].map((row) => sheet.getCell(row, 1).text).join('\n');
      expect(top).toContain('不得少于两人');
      expect(top).toContain('出示执法证件');
      expect(top).toContain('申请回避');
    }
  });

  it('prints one inspector its own visits and nobody else’s', () => {
    const { text } = see(assignmentPage(head, visits, 'SCJG001'));
    expect(text).toContain('王伯萍');
    expect(text).toContain('清漪县临水宾馆');
    expect(text).not.toContain('清漪县青石酒店有限公司');
    expect(text).toContain('申请回避');
    for (const name of hostile) {
      const strange = visits.map((visit) => ({ ...visit, subject: { ...visit.subject, name } }));
      expect(see(assignmentPage(head, strange, 'SCJG001')).elements).toEqual(
        see(assignmentPage(head, visits, 'SCJG001')).elements,
      );
    }
  });
});

describe('归档目录', () => {
  const all = parts.map((part) => filed(part, `${part}.bin`));
  const list = { office: head.office, ceremony: 7, plan: head.plan, date: '2025-07-03' };

  it('S2-41: lists every file with its SHA-256, in the order of the folder', () => {
    const { text } = see(fileList({ ...list, files: [...all].reverse() }));
    expect(text.indexOf('plan.bin')).toBeLessThan(text.indexOf('checkpoint.bin'));
    expect(text.split('a'.repeat(64)).length).toBe(parts.length + 1);
    expect(text).toContain('材料齐全');
  });

  it('S2-38, S2-41: names the missing parts; without the signed form a file is not complete', () => {
    const files = all.filter(({ part }) => part !== 'signed-form' && part !== 'media');
    expect(missing(files)).toEqual(['签字后的随机抽取情况记录表（扫描件）', '照片、录像']);
    const { text } = see(fileList({ ...list, files }));
    expect(text).toContain('尚缺2项：签字后的随机抽取情况记录表（扫描件）、照片、录像');
    expect(text).not.toContain('材料齐全');
  });

  it('gives sums that sha256sum can check, one file a line whatever its name', () => {
    const lines = checksums([filed('media', '现场\n录像.mp4'), filed('plan', '计划.pdf')]).split('\n');
    expect(lines).toEqual([`${'a'.repeat(64)}  计划.pdf`, `${'a'.repeat(64)}  现场\uFFFD录像.mp4`, '']);
  });
});
