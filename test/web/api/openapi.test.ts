/** The description of the interface is the table: nothing is missing, nothing is in it that is not there. */
import { expect, it } from 'vitest';
import { endpointNames, lineOf } from '../../../core/api/endpoints.ts';
import { bookSheets } from '../../../core/sheet/book.ts';
import type { SheetDescription } from '../../../core/sheet/sheet.ts';
import { freshDesk } from '../../desk.ts';
import { workbookAt } from './workbook.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, object>>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly 'x-fields': Readonly<Record<string, SheetDescription>>;
  readonly components: { readonly schemas: object; readonly responses: object; readonly securitySchemes: object };
}

const described = async (): Promise<Description> => {
  const told = await workbookAt(await freshDesk([])).get('/api/openapi.json');
  expect(told.status).toBe(200);
  return told.body as Description;
};

it('has each line of the table once, by its method and path, in Chinese and English', async () => {
  const { openapi, paths } = await described();
  expect(openapi).toBe('3.1.0');
  const lines = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [operation.operationId, method, path]),
  );
  expect(lines.sort()).toEqual(endpointNames.map((name) => [name, lineOf(name).method, lineOf(name).path]).sort());
  for (const { summary, description } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    expect(summary).toMatch(/\p{Script=Han}.*。$/u);
    expect(description).toMatch(/\n\n[A-Z].*\.$/);
  }
});

it('says what is sent and what comes back; all but signing in needs a token', async () => {
  const { paths } = await described();
  const submit = paths['/api/rows']?.post;
  expect(submit?.requestBody?.content['application/json']?.schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    required: ['sheet', 'book', 'batch', 'workbook', 'rows', 'reason'],
  });
  expect(paths['/api/rows']?.get?.parameters?.map(({ name, required }) => [name, required])).toEqual([
    ['sheet', true],
    ['book', true],
    ['after', false],
  ]);
  const open = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId, security }) => (security === undefined ? [] : [operationId])),
  );
  expect(open).toEqual(['signIn']);
});

it('names the fields of every book with their headers and what a cell may hold', async () => {
  const { 'x-fields': books } = await described();
  expect(Object.keys(books)).toEqual(bookSheets);
  for (const { title, fields } of Object.values(books)) {
    expect(title).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z]/) });
    expect(fields.length).toBeGreaterThan(5);
  }
  expect(books.items?.fields.find(({ name }) => name === 'category')).toMatchObject({
    header: '事项类别',
    shape: { kind: 'option', options: ['一般检查事项', '重点检查事项'] },
  });
});

it('refers to nothing that it does not hold', async () => {
  const description = await described();
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
  expect(references.length).toBeGreaterThan(0);
  for (const path of references) {
    const found = path.split('/').reduce<unknown>((at, key) => Reflect.get(Object(at), key), description);
    expect([path, typeof found]).toEqual([path, 'object']);
  }
});
