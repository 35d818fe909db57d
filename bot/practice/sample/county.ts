/**
 * 清漪县 of 安澜市: a county that does not exist. GB/T 2260 gives no codes from 90 up, so that no number invented here can
 * belong to anybody.
 */
export const county = {
  code: '990723',
  name: '清漪县',
  city: '安澜市',
  province: '云泽省',
  registrar: '清漪县市场监督管理局',
} as const;

/** Areas of registration as real lists show them: mostly the county, some the city or province, some a code since abolished. */
export const areas = [
  { code: county.code, authority: county.registrar, weight: 840 },
  { code: '990721', authority: county.registrar, weight: 70 },
  { code: '990700', authority: '安澜市市场监督管理局', weight: 70 },
  { code: '990000', authority: '云泽省市场监督管理局', weight: 20 },
] as const;

/** 监管所辖区: where a subject lies and, for station staff, where an inspector works. */
export const places = [
  { code: 'scjg-s1', name: '城关市场监督管理所', town: '城关镇', weight: 300 },
  { code: 'scjg-s2', name: '东溪市场监督管理所', town: '东溪镇', weight: 160 },
  { code: 'scjg-s3', name: '青石市场监督管理所', town: '青石镇', weight: 130 },
  { code: 'scjg-s4', name: '石桥市场监督管理所', town: '石桥镇', weight: 120 },
  { code: 'scjg-s5', name: '柳湾市场监督管理所', town: '柳湾镇', weight: 100 },
  { code: 'scjg-s6', name: '枫林市场监督管理所', town: '枫林乡', weight: 60 },
  { code: 'scjg-s7', name: '白鹭市场监督管理所', town: '白鹭乡', weight: 50 },
  { code: 'scjg-s8', name: '开发区市场监督管理所', town: '经济开发区', weight: 80 },
] as const;
export type Place = (typeof places)[number];
