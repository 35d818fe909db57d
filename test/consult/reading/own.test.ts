import { describe, expect, it } from 'vitest';
import { readReply } from '../../../core/consult/reading/reading.ts';

describe('the names of the department', () => {
  it.each([
    ['清漪县发展和改革局', '发改局没意见'],
    ['清漪县医疗保障局', '县医保局：无意见'],
    ['清漪县人力资源和社会保障局', '人社局无意见'],
    ['清漪县文化广电和旅游局', '文旅局无意见'],
    ['福安市市场监督管理局', '市市监局无意见'],
    ['市场监督管理局', '市场监管局无意见'],
    ['清漪县公安局交通警察大队', '县公安局交通警察大队无意见'],
    ['清漪县档案馆', '档案馆无意见'],
    ['清漪县水利局', '水利这边没意见'],
    ['清漪县水利局', '我县水利局无意见'],
  ])('%s: %s', (name, text) => {
    expect(readReply(text, [name])).toEqual({ kind: 'agrees' });
  });

  it.each([
    ['清漪县水利局', '市水利局无意见'],
    ['清漪县水利局', '省水利厅无意见'],
    ['水利局', '市水利局无意见'],
    ['清漪县市场监督管理局', '清源县市场监督管理局无意见'],
    ['清漪县消防救援大队', '消防检查无意见'],
  ])('%s: %s is asked back', (name, text) => {
    expect(readReply(text, [name]).kind).toBe('doubtful');
  });
});
