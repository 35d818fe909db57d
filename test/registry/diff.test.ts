import { describe, expect, it } from 'vitest';
import { compare } from '../../core/registry/diff.ts';
import { contextOf } from '../../core/sheet/context.ts';
import { inspectors } from '../../core/sheet/inspectors.ts';
import { subjects } from '../../core/sheet/subjects.ts';
import { aDepartment, anInspector, aSubject, codeOf } from './make.ts';

const context = contextOf({ departments: [aDepartment()] });
const all = subjects.fields.map((field) => field.name);

describe('what an import changes', () => {
  const one = aSubject();
  const two = aSubject({ number: codeOf(2), name: '清源县旧街餐馆' });
  const three = aSubject({ number: codeOf(3), name: '清源县新开药店' });

  it('S4-16: added, changed and missing rows are told, and a missing row is not deleted', () => {
    const moved = { ...one, place: '城关监管所' };
    const found = compare(subjects, [one, two], [moved, three], all, context);
    expect(found.added).toEqual([three]);
    expect(found.absent).toEqual([two]);
    expect(found.changed).toEqual([
      {
        before: one,
        after: moved,
        fields: [{ field: 'place', header: '管辖单位', from: '望江监管所', to: '城关监管所' }],
      },
    ]);
  });

  it('the same list twice changes nothing', () => {
    const found = compare(subjects, [one, two], [two, one], all, context);
    expect(found).toEqual({ added: [], changed: [], same: 2, absent: [], refused: [] });
  });

  it('a column that the file does not have wipes nothing out', () => {
    const bare = { ...one, name: '清源县望江食品股份有限公司', tags: [], place: '', authority: '' };
    const found = compare(subjects, [one], [bare], ['number', 'name'], context);
    expect(found.changed.map((each) => each.after)).toEqual([{ ...one, name: bare.name }]);
  });

  it('a column that the file has and leaves blank is a change', () => {
    const found = compare(subjects, [one], [{ ...one, tags: [] }], all, context);
    expect(found.changed[0]?.fields).toEqual([{ field: 'tags', header: '监管标签', from: '食品生产', to: '' }]);
  });

  it('the list of one 专项库 adds its tag and leaves the others', () => {
    const listed = { ...one, tags: ['特种设备使用'] };
    const found = compare(subjects, [one], [listed], ['number', 'name', 'libraries'], context);
    expect(found.changed.map((each) => each.after.tags)).toEqual([['食品生产', '特种设备使用']]);
    const again = found.changed.map((each) => each.after);
    expect(compare(subjects, again, [listed], ['number', 'name', 'libraries'], context)).toMatchObject({
      same: 1,
      changed: [],
    });
  });

  it('a row that makes no sense together with what is held is refused and not half taken', () => {
    const held = anInspector({ certificate: null, kind: 'daily' });
    const found = compare(
      inspectors,
      [held],
      [anInspector()],
      ['number', 'name', 'department', 'certificate'],
      context,
    );
    expect(found.changed).toEqual([]);
    expect(found.refused.map((each) => each.fault.fault.kind)).toEqual(['needs']);
  });
});
