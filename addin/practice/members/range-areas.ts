/** Excel.RangeAreas and Excel.RangeCollection: several rectangles of one worksheet, such as the merged ones of a range. */
import { intersection, quoted, written } from '../model/address.ts';
import type { Place } from '../model/workbook.ts';
import type { Session } from '../session.ts';
import { type Class, nothing, type Thing, thing } from '../thing.ts';
import { areaOf, rangeOf } from './range.ts';

type Places = readonly Place[];

/** Merged areas that touch the range, as `getMergedAreasOrNullObject` gives them. */
export function mergedAreas(place: Place, session: Session): Thing | typeof nothing {
  const asked = areaOf(place, session);
  const places = place.sheet.merges
    .filter((each) => intersection(each, asked) !== null)
    .map((area): Place => ({ sheet: place.sheet, area, gone: false }));
  return places.length === 0 ? nothing : thing(rangeAreasClass, places);
}

const rangeAreasClass: Class<Places> = {
  name: 'RangeAreas',
  properties: {
    AreaCount: { get: (places) => places.length },
    CellCount: { get: (places) => places.reduce((sum, { area }) => sum + area.rows * area.columns, 0) },
    Address: { get: (places) => places.map(({ sheet, area }) => `${quoted(sheet.name)}!${written(area)}`).join(',') },
    Areas: { get: (places) => thing(rangesClass, places) },
  },
  // It is given no reference, so that a later request finds it by the same way again.
  methods: { _KeepReference: () => null },
};

const rangesClass: Class<Places> = {
  name: 'RangeCollection',
  properties: {},
  items: (places) => places.map(rangeOf),
  methods: {
    GetCount: (places) => places.length,
  },
};
