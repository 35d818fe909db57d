/** The interface as an OpenAPI document, made from the same table and shapes that the server and the workbook use. */
import { bytesMost, type Endpoint, endpointNames, lineOf } from '../../../core/api/endpoints.ts';
import { problem } from '../../../core/api/shapes.ts';
import { bookSheets } from '../../../core/sheet/book.ts';
import { describeSheet } from '../../../core/sheet/sheet.ts';
import { sheets } from '../../../core/sheet/sheets.ts';
import { jsonSchemaOf, type Shape } from '../../../core/wire.ts';
import type { Words } from '../../../core/words.ts';

const said: Readonly<Record<Endpoint, Words>> = {
  signIn: {
    zh: '用聊天中取得的填报码登录，换取令牌。填报码十分钟内有效，只能用一次；令牌八小时内有效，单位或身份变动即失效。',
    en: 'Signs in with a code from the chat and gives a token. A code holds ten minutes and once; a token eight hours, and no longer than department and roles stay as they are.',
  },
  signOut: { zh: '退出登录，令牌随即作废。', en: 'Signs out; the token is worth nothing any more.' },
  books: { zh: '登录人是谁，可以打开哪些表。', en: 'Who is signed in, and which books can be opened.' },
  rows: {
    zh: '一张表现有的各行，每页最多一千行；next 不为空时，作为 after 取下一页。',
    en: 'The rows of a book as the desk holds them, a thousand a page; where next is not null, give it as after for the next page.',
  },
  reference: {
    zh: '单元格旁校验所需的数据（单位名单、事项清单、办法、名录数量等），每张表一份。',
    en: 'What checking beside the cell needs (departments, items, policy, counts of the register), one value a book.',
  },
  submit: {
    zh: '提交改动的行，逐行受理、逐行答复；同一批号重复提交，答复与第一次相同，不重复记录。一次最多五百行、二百万字节。',
    en: 'Submits changed rows; each is taken or refused for itself. The same batch again gives the first answer and records nothing. At most 500 rows and 2,000,000 bytes at a time.',
  },
  draws: {
    zh: '已开签的各次抽取，以及能否取得完整记录。',
    en: 'Draws that were opened, and whether their whole record may be had.',
  },
  figures: {
    zh: '统计图所用的数据，每项附口径；没有数据的为空。',
    en: 'Figures for charts, each with its definition; null where there is no data.',
  },
};

export const apiVersion = '1.0.0';

export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of endpointNames) {
    const { method, path } = lineOf(name);
    paths[path] = { ...paths[path], [method]: operation(name) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '明抽表格接口 Mingchou workbook interface',
      version: apiVersion,
      description:
        '工作簿与本系统之间的接口。所有答复不缓存；出错时答复 application/problem+json（RFC 9457），words 中有中英两种文字。\n\nThe interface between workbooks and the desk. Answers are never cached; errors are application/problem+json (RFC 9457) with both languages in words.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths,
    // What `cells` and `set` of a book's rows are: names of fields, with the headers that a worksheet shows for them.
    'x-fields': Object.fromEntries(bookSheets.map((name) => [name, describeSheet(sheets[name])])),
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      responses: {
        Problem: {
          description: '未能办理，原因见 words。 Not done; words say why.',
          headers: { 'Retry-After': { description: '429、503：秒 seconds', schema: { type: 'string' } } },
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'signIn 答复中的 token。 The token that signIn gives.' },
      },
    },
  };
}

function operation(name: Endpoint): object {
  const { method, request, answer } = lineOf(name);
  const { zh, en } = said[name];
  const given = schemaOf(request, 'input');
  return {
    operationId: name,
    summary: zh,
    description: `${zh}\n\n${en}`,
    ...(name === 'signIn' ? { security: [] } : {}),
    ...(method === 'get' ? { parameters: parametersOf(given) } : { requestBody: bodyOf(name, given) }),
    responses: {
      '200': {
        description: '办理情况。 What came of it.',
        content: { 'application/json': { schema: schemaOf(answer, 'output') } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

const parametersOf = ({ properties = {}, required = [] }: ObjectSchema): readonly object[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));

const bodyOf = (name: Endpoint, schema: object): object => ({
  required: true,
  description: `UTF-8，最多 ${bytesMost(name)} 字节。 UTF-8, at most ${bytesMost(name)} bytes.`,
  content: { 'application/json': { schema } },
});

/** The dialect is the document's own; checks that are code (lengths, well-formed text) are not in it. */
function schemaOf(shape: Shape<unknown>, io: 'input' | 'output'): object {
  const { $schema: _, '~standard': __, ...schema } = jsonSchemaOf(shape, io);
  return schema;
}
