/**
 * The bodies as rows of the registry, and below the market regulator its sections and stations. `departments` counts the
 * bodies that sit in the joint conference, the office among them; sections and stations come on top.
 */
import type { Department, DepartmentKind } from '../../../core/registry/department.ts';
import { type Body, bodies, fewestBodies } from './bodies.ts';
import type { Chance } from './chance.ts';
import { places } from './county.ts';
import { namer } from './people.ts';

const sections = [
  '信用监督管理股',
  '食品安全监督管理股',
  '药品医疗器械监管股',
  '特种设备安全监察股',
  '计量标准化股',
  '价格监督检查股',
];

/** @throws RangeError outside what the sample can carry. */
export function departments(count: number, of: Chance): Department[] {
  if (count < fewestBodies || count > bodies.length)
    throw new RangeError(`a sample has ${fewestBodies} to ${bodies.length} departments, not ${count}`);
  const name = namer(of);
  const row = (each: Pick<Body, 'code' | 'name' | 'section'>, kind: DepartmentKind, parent: string): Department => ({
    code: each.code,
    name: each.name,
    aliases: [],
    kind,
    parent,
    enforces: false,
    legal: false,
    leadSection: each.section,
    liaison: name(),
    head: name(),
    sharedPool: '',
    joined: '2019-03-01',
    ended: null,
  });
  const regulator = '清漪县市场监督管理局';
  return [
    ...bodies.slice(0, count).map((each) => ({
      ...row(each, each.code === 'lxb' ? 'office' : 'member', ''),
      aliases: each.aliases,
      enforces: each.enforces,
      legal: each.code === 'sf',
    })),
    ...sections.map((section, i) =>
      row({ code: `scjg-g${i + 1}`, name: `${regulator}${section}`, section }, 'section', 'scjg'),
    ),
    ...places.map((place) =>
      row({ code: place.code, name: `清漪县${place.name}`, section: place.name }, 'station', 'scjg'),
    ),
  ];
}
