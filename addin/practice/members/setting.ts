/** What an add-in keeps in the file: Excel.Setting (any JSON) and custom properties (texts, numbers, logical values). */

import { invalid, notFound } from '../model/trouble.ts';
import type { Workbook } from '../model/workbook.ts';
import { asText, type Class, nothing, thing } from '../thing.ts';

interface Kept {
  readonly workbook: Workbook;
  readonly key: string;
}

const longestProperty = 255;

export const settingsClass: Class<Workbook> = {
  name: 'SettingCollection',
  properties: {},
  items: (workbook) => Object.keys(workbook.book.settings).map((key) => thing(settingClass, { workbook, key })),
  at: (workbook, key) => {
    if (!Object.hasOwn(workbook.book.settings, String(key))) throw notFound(`设置“${String(key)}”`);
    return thing(settingClass, { workbook, key: String(key) });
  },
  methods: {
    Add: (workbook, [key, value]) => {
      workbook.book.settings[asText(key, '名称')] = value;
      return thing(settingClass, { workbook, key: asText(key, '名称') });
    },
    GetCount: (workbook) => Object.keys(workbook.book.settings).length,
    GetItemOrNullObject: (workbook, [key]) =>
      Object.hasOwn(workbook.book.settings, String(key))
        ? thing(settingClass, { workbook, key: String(key) })
        : nothing,
  },
};

const settingClass: Class<Kept> = {
  name: 'Setting',
  identity: ({ key }) => ({ Key: key, Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ workbook, key }) => workbook.book.settings[key] ?? null,
      set: ({ workbook, key }, value) => {
        workbook.book.settings[key] = value;
      },
    },
  },
  methods: {
    Delete: ({ workbook, key }) => {
      delete workbook.book.settings[key];
    },
  },
};

export const customPropertiesClass: Class<Workbook> = {
  name: 'CustomPropertyCollection',
  properties: {},
  items: (workbook) =>
    Object.keys(workbook.book.properties).map((key) => thing(customPropertyClass, { workbook, key })),
  at: (workbook, key) => {
    if (!Object.hasOwn(workbook.book.properties, String(key))) throw notFound(`自定义属性“${String(key)}”`);
    return thing(customPropertyClass, { workbook, key: String(key) });
  },
  methods: {
    Add: (workbook, [key, value]) => {
      workbook.book.properties[asText(key, '名称')] = propertyValue(value);
      return thing(customPropertyClass, { workbook, key: asText(key, '名称') });
    },
    DeleteAll: (workbook) => {
      workbook.book.properties = {};
    },
    GetCount: (workbook) => Object.keys(workbook.book.properties).length,
    GetItemOrNullObject: (workbook, [key]) =>
      Object.hasOwn(workbook.book.properties, String(key))
        ? thing(customPropertyClass, { workbook, key: String(key) })
        : nothing,
  },
};

/** Longer texts are cut, as Excel does. */
function propertyValue(value: unknown): string | number | boolean {
  if (typeof value === 'string') return value.slice(0, longestProperty);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  throw invalid('自定义属性只能是文本、数值或逻辑值。');
}

const customPropertyClass: Class<Kept> = {
  name: 'CustomProperty',
  identity: ({ key }) => ({ Key: key, Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ workbook, key }) => workbook.book.properties[key] ?? null,
      set: ({ workbook, key }, value) => {
        workbook.book.properties[key] = propertyValue(value);
      },
    },
    Type: {
      get: ({ workbook, key }) => {
        const value = workbook.book.properties[key];
        return typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String';
      },
    },
  },
  methods: {
    Delete: ({ workbook, key }) => {
      delete workbook.book.properties[key];
    },
  },
};
