import { describe, expect, it } from 'vitest';
import { type Actor, type Role, roles } from '../../bot/actor.ts';
import type { PaperVisit } from '../../bot/paper/visit.ts';
import { disclose } from '../../bot/verbs/draw/disclose.ts';
import { enrol } from '../../bot/verbs/people/enrol.ts';
import { assignVisits } from '../../bot/verbs/visit/assign.ts';
import { standingAssignment } from '../../bot/verbs/visit/assignment.ts';
import { framed } from '../../bot/web/frame.ts';
import { listsPage } from '../../bot/web/lists-page.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import { verify } from '../../core/draw/verify.ts';
import { readWorkbook } from '../../core/sheet/xlsx.ts';
import { value } from '../desk.ts';
import { ceremonyUntil, frozenAt, hands, ownSecret, type PlannedDesk, plannedDesk, times } from '../drawn-desk.ts';
import { browserAt, signedInAs } from './site.ts';

const drawn = async (): Promise<{ desk: PlannedDesk; ceremony: number }> => {
  const desk = await plannedDesk();
  const { ceremony } = await ceremonyUntil(desk, 'opened');
  value(await assignVisits(desk, hands.drafter, ceremony));
  return { desk, ceremony };
};

/** Inspectors of the draw, as people who may sign in. */
async function inspectorOf(desk: PlannedDesk, ceremony: number, department: string): Promise<Actor> {
  const { assignment } = value(await standingAssignment(desk.db, ceremony));
  const number = assignment.posts.find((post) => post.department === department && post.officer !== null)?.officer;
  if (number === undefined || number === null) throw new Error(`nobody of ${department} goes anywhere`);
  const inspector: Actor = {
    ...hands.liaison,
    person: 'i1',
    name: '某检查员',
    department,
    roles: ['inspector'],
    inspector: number,
  };
  value(await enrol(desk, hands.drafter, inspector));
  return inspector;
}

const rowsOf = (html: string): readonly string[] => html.split('<tbody>')[1]?.match(/<tr>.*?<\/tr>/gs) ?? [];

describe('the public page of a draw', () => {
  it('shows anybody what binds the office, and never an opening', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest } = await ceremonyUntil(desk, 'revealed', { absent: [hands.thirdParty] });
    const seen = await browserAt(desk).get(`/draws/${ceremony}`);
    expect(seen.status).toBe(200);
    expect(seen.text.replaceAll(/<\/?b>/g, '')).toContain(manifestDigest);
    expect(seen.text.replaceAll(/<\/?b>/g, '')).toContain(
      commitmentOf(ceremony, manifestDigest, 'w1', ownSecret('w1')),
    );
    for (const secret of ['w1', 'w3'].map(ownSecret)) {
      expect(seen.text).not.toContain(secret.nonce);
      expect(seen.text).not.toContain(secret.typed);
    }
    expect(seen.text).toContain('npx mingchou verify record.json');
  });

  it('is JSON for programs, and lists every draw on the first page', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    const browser = browserAt(desk);
    for (const path of [`/draws/${ceremony}`, `/draws/${ceremony}.json`]) {
      expect(JSON.parse((await browser.get(path, 'application/json')).text)).toMatchObject({
        ceremony,
        stage: 'sealing',
        opened: null,
      });
    }
    expect((await browser.get('/')).text).toContain(`href="/draws/${ceremony}"`);
    expect((await browser.get('/draws/999')).status).toBe(404);
    expect((await browser.get('/draws/-1')).status).toBe(404);
  });
});

describe('the lists of visits', () => {
  it('are for nobody who has not signed in, and for none of those who carry nothing out', async () => {
    const { desk, ceremony } = await drawn();
    expect((await browserAt(desk).get(`/lists/${ceremony}`)).status).toBe(401);
    for (const actor of [hands.deputy, hands.stranger, hands.legal, hands.supervisor]) {
      const browser = await signedInAs(desk, actor);
      for (const path of ['', '/visits.xlsx', '/assignments.xlsx', '/sheet']) {
        const seen = await browser.get(`/lists/${ceremony}${path}`);
        expect([actor.person, path, seen.status]).toEqual([actor.person, path, 403]);
        expect(seen.text).toContain('只提供给联席办和承办的单位、人员');
      }
    }
  });

  it('are the office’s whole, a department’s as far as it goes, an inspector’s where he goes himself', async () => {
    const { desk, ceremony } = await drawn();
    const { assignment } = value(await standingAssignment(desk.db, ceremony));
    const standing = assignment.visits.filter(({ ended }) => !ended);
    const goes = (department: string, officer?: string) =>
      standing.filter(({ posts }) =>
        posts.some((no) => {
          const post = assignment.posts[no];
          return post?.department === department && (officer === undefined || post.officer === officer);
        }),
      ).length;
    const office = await (await signedInAs(desk, hands.drafter)).get(`/lists/${ceremony}`);
    expect(rowsOf(office.text)).toHaveLength(standing.length);

    const liaison = await (await signedInAs(desk, hands.liaison)).get(`/lists/${ceremony}`);
    expect(rowsOf(liaison.text)).toHaveLength(goes('scjg'));
    const others = desk.sample.inspectors.filter(({ department }) => department !== 'scjg');
    for (const { number } of others) expect(liaison.text).not.toContain(`（${number}）`);

    const inspector = await inspectorOf(desk, ceremony, 'scjg');
    const browser = await signedInAs(desk, inspector);
    const own = await browser.get(`/lists/${ceremony}`);
    expect(rowsOf(own.text)).toHaveLength(goes('scjg', inspector.inspector));
    expect(rowsOf(own.text).length).toBeLessThan(rowsOf(liaison.text).length);
    const sheet = await browser.get(`/lists/${ceremony}/sheet`);
    expect(sheet.text).toContain('执法检查任务单');
    expect(sheet.headers.get('content-security-policy')).toContain("style-src 'unsafe-inline'");
    expect((await browser.get(`/lists/${ceremony}/visits.xlsx`)).status).toBe(404);
  });

  it('as a workbook hold every sheet for the office and the own one for a department', async () => {
    const { desk, ceremony } = await drawn();
    const sheetsFor = async (actor: Actor, file: string) => {
      const seen = await (await signedInAs(desk, actor)).get(`/lists/${ceremony}/${file}`);
      expect(seen.headers.get('content-disposition')).toContain("filename*=UTF-8''");
      const book = value(await readWorkbook(seen.bytes));
      return book.map(({ name }) => name);
    };
    expect((await sheetsFor(hands.drafter, 'visits.xlsx')).length).toBeGreaterThan(2);
    const own = await sheetsFor(hands.liaison, 'visits.xlsx');
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('市场监督管理局');
    expect(await sheetsFor(hands.head, 'assignments.xlsx')).toHaveLength(1);
  });

  it('role by role: only those of the table may read them, the record and a witness’s page', async () => {
    const { desk, ceremony } = await drawn();
    /** Status of the lists, the record before its day, and the witness’s page. */
    const table: { readonly [R in Role]: readonly [number, number, number] } = {
      office: [200, 200, 403],
      liaison: [200, 403, 403],
      head: [200, 403, 403],
      legal: [403, 403, 403],
      // Not one that was drawn.
      inspector: [403, 403, 403],
      // Not of this draw.
      witness: [403, 403, 403],
      supervisor: [403, 403, 403],
      'outcome-reviewer': [403, 403, 403],
      discipline: [403, 403, 403],
      superior: [403, 403, 403],
      'county-office': [403, 403, 403],
    };
    for (const role of roles) {
      const actor: Actor = {
        person: `r-${role}`,
        name: role,
        department: role === 'witness' ? '' : 'scjg',
        roles: [role],
        witness: role === 'witness' ? 'third-party' : null,
        inspector: role === 'inspector' ? 'NOBODY-1' : '',
      };
      value(await enrol(desk, hands.drafter, actor));
      const browser = await signedInAs(desk, actor);
      const paths = [`/lists/${ceremony}`, `/draws/${ceremony}/record.json`, `/witness/${ceremony}`];
      const seen = await Promise.all(paths.map(async (path) => (await browser.get(path)).status));
      expect([role, seen]).toEqual([role, table[role]]);
    }
  });

  it('show names as they are written, whatever they are written as', async () => {
    const crooked = `"><script>alert(1)</script><img src=x onerror=alert(2)>\u202Egnp.exe =cmd|'/c calc'!A1`;
    const visit: PaperVisit = {
      no: '1-0000',
      subject: { kind: 'older', number: crooked, name: crooked, place: crooked },
      tasks: [{ no: crooked, name: crooked }],
      bodies: [
        { code: 'x', name: crooked, items: [crooked], inspectors: [{ number: crooked, name: crooked }], open: 1 },
      ],
      window: { from: '2025-07-07', to: '2025-08-29' },
      method: 'on-site',
      batch: 1,
    };
    const head = { office: crooked, ceremony: 1, plan: crooked, recordDigest: '', date: '2025-06-26' };
    const page = framed(listsPage({ scope: { kind: 'all' }, head, shared: new Map(), visits: [visit] }), {
      office: crooked,
      actor: null,
    });
    expect(page).not.toMatch(/<script|<img|\u202E/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('wait until the office hands the visits out', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await ceremonyUntil(desk, 'opened');
    const seen = await (await signedInAs(desk, hands.liaison)).get(`/lists/${ceremony}`);
    expect([seen.status, seen.text.includes('尚未派发')]).toEqual([403, true]);
    expect((await (await signedInAs(desk, hands.drafter)).get(`/lists/${ceremony}`)).status).toBe(200);
  });
});

describe('the whole record', () => {
  it('is for office and witnesses once opened, for others on its day', async () => {
    const { desk, ceremony } = await drawn();
    const path = `/draws/${ceremony}/record.json`;
    for (const actor of [hands.drafter, hands.deputy]) {
      const seen = await (await signedInAs(desk, actor)).get(path, 'application/json');
      expect(verify(JSON.parse(seen.text))).toMatchObject({ ok: true });
    }
    for (const actor of [hands.liaison, hands.stranger, hands.legal]) {
      expect((await (await signedInAs(desk, actor)).get(path, 'application/json')).status).toBe(403);
    }
    const successor = { ...hands.discipline, name: '接任的人' };
    value(await enrol(desk, hands.drafter, successor));
    expect((await (await signedInAs(desk, successor)).get(path, 'application/json')).status).toBe(403);
    const outsider = browserAt(desk);
    expect((await outsider.get(path, 'application/json')).status).toBe(403);
    expect((await outsider.get(`/draws/${ceremony}`)).text).not.toContain('record.json" download');
    desk.setNow(times.disclosed);
    value(await disclose(desk, hands.drafter, ceremony));
    expect((await outsider.get(path, 'application/json')).status).toBe(200);
    expect((await outsider.get(`/draws/${ceremony}`)).text).toContain(`href="/verify?draw=${ceremony}"`);
  });
});

describe('a witness’s own page', () => {
  it('is for the witnesses of that draw, as they were frozen', async () => {
    const desk = await plannedDesk();
    const { ceremony } = await frozenAt(desk);
    expect((await browserAt(desk).get(`/witness/${ceremony}`)).status).toBe(401);
    for (const actor of [hands.stranger, hands.drafter, hands.liaison]) {
      const browser = await signedInAs(desk, actor);
      expect((await browser.get(`/witness/${ceremony}`)).status).toBe(403);
      expect((await browser.post(`/witness/${ceremony}/cosign`, { digits: '00000000' })).status).toBe(403);
    }
    value(await enrol(desk, hands.drafter, { ...hands.deputy, name: '接任的人' }));
    expect(
      (await (await signedInAs(desk, { ...hands.deputy, name: '接任的人' })).get(`/witness/${ceremony}`)).status,
    ).toBe(403);
  });

  it('takes the digits, the commitment and the opening, each once, and says in words what is wrong', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest } = await frozenAt(desk);
    const browser = await signedInAs(desk, hands.deputy);
    const at = (act: string) => `/witness/${ceremony}/${act}`;
    const wrong = await browser.post(at('cosign'), { digits: '<b>"x"' });
    expect([wrong.status, wrong.text.includes('前 8 位不符')]).toEqual([422, true]);
    expect(wrong.text).not.toContain('<b>"x"');
    const done = await browser.post(at('cosign'), { digits: manifestDigest.slice(0, 8) });
    expect([done.status, done.headers.get('location')]).toEqual([303, `/witness/${ceremony}?done=cosign`]);
    const secret = ownSecret('w1');
    const commitment = commitmentOf(ceremony, manifestDigest, 'w1', secret);
    // Digits are never taken from a witness that keeps its own secret.
    const digits = await browser.post(at('seal'), { typed: secret.typed });
    expect([digits.status, digits.text.includes('登记为本人封存')]).toEqual([422, true]);
    expect((await browser.post(at('seal'), { commitment: 'f00' })).status).toBe(422);
    expect((await browser.post(at('seal'), { commitment })).status).toBe(303);
    const other = await browser.post(at('seal'), { commitment: commitment.replaceAll(/./g, '0') });
    expect([other.status, other.text.includes('封签后不能更换')]).toEqual([422, true]);
    expect((await browser.post(at('open'), secret)).text).toContain('不能启封');
    expect((await browser.get(`/witness/${ceremony}?done=<script>`)).text).not.toContain('<script>');
  });

  it('lets a witness whose digits the desk keeps do the same without a program', async () => {
    const desk = await plannedDesk();
    const { ceremony, manifestDigest } = await frozenAt(desk);
    const browser = await signedInAs(desk, hands.discipline);
    const seen = await browser.get(`/witness/${ceremony}`);
    expect(seen.text).toContain('会务台代为封存');
    // A server without the browser's program says so instead of showing buttons that do nothing.
    expect(seen.text).toContain('没有安装浏览器程序');
    expect(seen.text).not.toContain('<script');
    await browser.post(`/witness/${ceremony}/cosign`, { digits: manifestDigest.slice(0, 8).toUpperCase() });
    expect((await browser.post(`/witness/${ceremony}/seal`, { typed: '123' })).status).toBe(422);
    expect((await browser.post(`/witness/${ceremony}/seal`, { typed: '２０２５０６２６' })).status).toBe(303);
    expect((await browser.get(`/witness/${ceremony}`)).text).toContain('您已封签');
  });
});
