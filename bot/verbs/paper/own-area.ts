/**
 * Whose area an installation serves. A county may carry out the document of its city (三明 2025 goes to the counties too): the document's area, number
 * and seal are the city's then, and no paper of the county speaks in its name.
 */
import type { Policy } from '../../../core/policy/shape.ts';

/** 省、市、县、区 in the order in which a name has them; what follows is the body's own name. */
const areas = /^(?:[^省市县区旗“”‘’（）\s]{1,8}(?:自治区|自治州|自治县|省|市|县|区|旗))+/u;

/** 张掖市甘州区 of 张掖市甘州区“双随机、一公开”联席会议办公室; '' where the name begins with no area. */
export const areaOf = (office: string): string => areas.exec(office.normalize('NFC').trim())?.[0] ?? '';

/** An office whose name says no area is taken for that of the document's. */
export function isOwn(policy: Pick<Policy, 'area'>, office: string): boolean {
  const area = areaOf(office);
  return area === '' || area.endsWith(policy.area.name);
}

/** As papers name the area of the office. */
export const ownArea = (policy: Pick<Policy, 'area'> | null, office: string): string =>
  areaOf(office) || (policy?.area.name ?? '');
