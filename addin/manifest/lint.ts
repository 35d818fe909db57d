/**
 * Everything that Microsoft's validator and stores look at and that can be looked at without them: form, order, lengths, languages, addresses, icons,
 * functions. Their own service needs the internet; run it beside this before a release.
 * Source: [MS-OWEMXML]; learn.microsoft.com/office/dev/add-ins/develop/add-in-manifests.
 */
import { type Element, treeOf, within } from './tree.ts';

export interface Built {
  /** Width and height in pixels of each picture that the environment serves, by address; null where it is no PNG. */
  readonly pictures: ReadonlyMap<string, { readonly width: number; readonly height: number } | null>;
  /** Names given to `Office.actions.associate`. */
  readonly functions: readonly string[];
  /** Newest version of the Excel interface that the code needs. */
  readonly excelApi: number;
}

/** @returns what is wrong, one sentence each; none where all is well */
export function lintManifest(source: string, built: Built): readonly string[] {
  const root = treeOf(source);
  if ('wrong' in root) return [`line ${root.line}: ${root.wrong}`];
  const all = [...within(root)];
  return [
    ...order(all),
    ...head(root),
    ...languages(all, textOf(root, 'DefaultLocale')),
    ...lengths(all),
    ...resources(all),
    ...addresses(all, root),
    ...pictures(all, built),
    ...functions(all, built),
    ...unique(all),
    ...requirement(all, built),
  ];
}

/** Children in the order of the schema; an element out of its place makes Excel refuse the whole file. */
const orders: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  CustomTab: ['Group', 'Label'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};
const neededIn: Readonly<Record<string, readonly string[]>> = {
  ...orders,
  OfficeApp: (orders.OfficeApp ?? []).filter((name) => name !== 'AlternateId'),
};

const order = (all: readonly Element[]): string[] =>
  all.flatMap(({ name, children }) => {
    const wanted = orders[name];
    if (wanted === undefined) return [];
    const names = children.map((child) => child.name);
    const unknown = names
      .filter((each) => !wanted.includes(each))
      .map((each) => `${name}: ${each} does not belong here`);
    const missing = (neededIn[name] ?? [])
      .filter((each) => !names.includes(each))
      .map((each) => `${name}: ${each} is missing`);
    const places = names.map((each) => wanted.indexOf(each)).filter((place) => place >= 0);
    const isSorted = places.every((place, i) => i === 0 || (places[i - 1] ?? 0) <= place);
    return [
      ...unknown,
      ...missing,
      ...(isSorted ? [] : [`${name}: ${names.join(', ')} must stand as ${wanted.join(', ')}`]),
    ];
  });

function head(root: Element): string[] {
  const id = textOf(root, 'Id');
  const version = textOf(root, 'Version');
  return [
    ...(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? [] : [`Id: “${id}” is no GUID`]),
    ...(/^\d{1,5}(?:\.\d{1,5}){3}$/.test(version) ? [] : [`Version: “${version}” must be four numbers, like 1.0.0.0`]),
    ...(root.attributes['xsi:type'] === 'TaskPaneApp' ? [] : ['OfficeApp: xsi:type must be TaskPaneApp']),
    ...(textOf(root, 'ProviderName').length <= 125 ? [] : ['ProviderName: more than 125 characters']),
  ];
}

const overrides = ['Override', 'bt:Override'];
const bilingual = ['DisplayName', 'Description', 'bt:String'];

/** Whatever a person reads stands in both languages; a language on its own (`zh`) is not known everywhere. */
const languages = (all: readonly Element[], fallback: string): string[] => [
  ...(fallback === 'zh-CN' ? [] : [`DefaultLocale: “${fallback}” must be zh-CN`]),
  ...all
    // `Description` within a supertip only refers to a string.
    .filter(({ name, attributes }) => bilingual.includes(name) && attributes.resid === undefined)
    .flatMap((element) => {
      const own = element.children.filter(({ name }) => overrides.includes(name));
      const locales = own.map(({ attributes }) => attributes.Locale ?? '');
      const called = `${element.name} ${element.attributes.id ?? ''}`.trim();
      return [
        ...((element.attributes.DefaultValue ?? '') === '' ? [`${called}: DefaultValue is missing`] : []),
        ...(locales.includes('en-US') ? [] : [`${called}: en-US is missing`]),
        ...(locales.includes(fallback) ? [`${called}: ${fallback} stands already as the default`] : []),
        ...locales
          .filter((each) => !/^[a-z]{2}-[A-Z]{2}$/.test(each))
          .map((each) => `${called}: “${each}” is no full locale`),
      ];
    }),
];

const most: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250 };

const lengths = (all: readonly Element[]): string[] =>
  all.flatMap((element) => {
    const strings =
      element.name === 'bt:ShortStrings' || element.name === 'bt:LongStrings'
        ? element.children.map((child) => [child, element.name === 'bt:ShortStrings' ? 125 : 250] as const)
        : most[element.name] === undefined
          ? []
          : [[element, most[element.name] ?? 0] as const];
    return strings.flatMap(([string, limit]) =>
      valuesOf(string)
        .filter((value) => value.length > limit)
        .map(
          (value) =>
            `${string.name} ${string.attributes.id ?? ''}: “${value.slice(0, 20)}…” has ${value.length} characters, at most ${limit} fit`,
        ),
    );
  });

const valuesOf = ({ attributes, children }: Element): string[] =>
  [attributes.DefaultValue, ...children.map((child) => child.attributes.Value)].filter((value) => value !== undefined);

function resources(all: readonly Element[]): string[] {
  const defined = all.flatMap(({ name, attributes }) =>
    /^bt:(?:Image|Url|String)$/.test(name) ? (attributes.id ?? []) : [],
  );
  const used = all.flatMap(({ attributes }) => attributes.resid ?? []);
  return [
    ...[...new Set(used)].filter((id) => !defined.includes(id)).map((id) => `resid “${id}” is not defined`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource “${id}” is not used`),
    ...[...new Set([...defined, ...used])]
      .filter((id) => id.length > 32)
      .map((id) => `resid “${id}” is longer than 32 characters`),
  ];
}

const addressed = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'bt:Image', 'bt:Url'];

function addresses(all: readonly Element[], root: Element): string[] {
  const domains = all.filter(({ name }) => name === 'AppDomain').map(({ text }) => text);
  const urls = all.filter(({ name }) => addressed.includes(name)).flatMap(valuesOf);
  const wrong = [...domains, ...urls].filter((url) => !URL.canParse(url) || new URL(url).protocol !== 'https:');
  const known = urls.filter((url) => !wrong.includes(url) && !domains.includes(new URL(url).origin));
  return [
    ...wrong.map((url) => `“${url}” is no https address`),
    ...[...new Set(known.map((url) => new URL(url).origin))].map((origin) => `${origin} is no AppDomain`),
    ...(root.children.some(({ name }) => name === 'DefaultSettings') ? [] : ['DefaultSettings is missing']),
  ];
}

function pictures(all: readonly Element[], { pictures: served }: Built): string[] {
  const wanted = [
    ...all
      .filter(({ name }) => name === 'IconUrl')
      .map((element) => [element.attributes.DefaultValue ?? '', 32] as const),
    ...all
      .filter(({ name }) => name === 'HighResolutionIconUrl')
      .map((element) => [element.attributes.DefaultValue ?? '', 64] as const),
    ...iconSizes(all),
  ];
  const groups = all.filter(({ name }) => name === 'Icon');
  return [
    ...wanted.flatMap(([url, size]) => {
      const picture = served.get(url);
      if (picture === undefined) return [`${url} is not served`];
      if (picture === null) return [`${url} is no PNG`];
      return picture.width === size && picture.height === size
        ? []
        : [`${url} is ${picture.width} × ${picture.height}, not ${size} × ${size}`];
    }),
    ...groups.flatMap(({ children }) =>
      ['16', '32', '80']
        .filter((size) => !children.some(({ attributes }) => attributes.size === size))
        .map((size) => `Icon: size ${size} is missing`),
    ),
  ];
}

function iconSizes(all: readonly Element[]): (readonly [string, number])[] {
  const urlOf = new Map(
    all
      .filter(({ name, attributes }) => name === 'bt:Image' && attributes.id !== undefined)
      .map(({ attributes }) => [attributes.id, attributes.DefaultValue ?? '']),
  );
  return all
    .filter(({ name, attributes }) => name === 'bt:Image' && attributes.resid !== undefined)
    .map(({ attributes }) => [urlOf.get(attributes.resid) ?? '', Number(attributes.size)] as const);
}

function functions(all: readonly Element[], { functions: associated }: Built): string[] {
  const named = all.filter(({ name }) => name === 'FunctionName').map(({ text }) => text);
  return [
    ...named.filter((each) => !associated.includes(each)).map((each) => `function ${each} is not associated`),
    ...associated.filter((each) => !named.includes(each)).map((each) => `function ${each} has no button`),
  ];
}

function unique(all: readonly Element[]): string[] {
  const ids = all.flatMap(({ name, attributes }) => (name === 'bt:Override' ? [] : (attributes.id ?? [])));
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `id “${id}” stands twice`);
}

function requirement(all: readonly Element[], { excelApi }: Built): string[] {
  const set = all.find(({ name, attributes }) => name === 'Set' && attributes.Name === 'ExcelApi');
  const stated = minor(set?.attributes.MinVersion ?? '');
  return stated === minor(String(excelApi))
    ? []
    : [`Requirements: ExcelApi ${set?.attributes.MinVersion ?? 'is missing'}, the code needs ${excelApi}`];
}

const minor = (version: string): number => Number(/^1\.(\d+)$/.exec(version)?.[1] ?? -1);
const textOf = (root: Element, name: string): string => root.children.find((child) => child.name === name)?.text ?? '';
