/** Papers about a period: 通报 as it was issued, 小结 as a unit sent it in. */
import { summaryWords } from '../../../core/bulletin/summary.ts';
import { bulletinPaper } from '../../paper/official/bulletin.ts';
import { summaryPaper } from '../../paper/official/summary.ts';
import { issuedBulletin, issuedIn, periodTyped } from '../bulletin/draft.ts';
import { figuresSent, summaryBoard } from '../bulletin/summaries.ts';
import { lacking, loaded, mayIssue, type Source, unread } from './loaded.ts';

/** `quarter/2025-2`: what was frozen when it was issued, whatever the figures say today. */
export const ofBulletin: Source = async (deps, asked, desk) => {
  const typed = periodTyped(asked.about);
  if (!typed.ok) return typed;
  const { period } = typed.value;
  const sent = (await issuedIn(deps.db)).find((each) => each.period === period);
  if (sent === undefined) return lacking(asked, 'bulletin');
  const bulletin = await issuedBulletin(deps.db, period);
  if (!bulletin.ok) return bulletin;
  const to = sent.to.map(desk.nameOf);
  return loaded({
    issuer: null,
    on: sent.on,
    about: period,
    names: bulletin.value.issuers,
    matters: { period },
    build: (imprint) => bulletinPaper(bulletin.value, to, imprint),
  });
};

/** `half-year-report/2025/scjg`; without a department, the asker's own. */
export const ofSummary: Source = async (deps, asked, desk) => {
  const found = /^([a-z-]+\/\d{4}(?:-\d)?)(?:\/([^/]+))?$/.exec(asked.about);
  const [, period, named] = found ?? [];
  if (period === undefined) return unread(asked);
  const code = named ?? asked.actor.department;
  const mine = mayIssue(asked, code, desk);
  if (!mine.ok) return mine;
  const board = await summaryBoard(deps, period);
  if (!board.ok) return board;
  const unit = board.value.units.find((each) => each.code === code);
  const held = unit?.held ?? null;
  if (unit === undefined || held === null) return lacking(asked, 'summary');
  const figures = await figuresSent(deps, held);
  const { key, year } = board.value.asked;
  return loaded({
    issuer: desk.bodyOf(code),
    on: held.on,
    about: `${period}/${code}`,
    matters: { period },
    build: (imprint) =>
      summaryPaper(
        {
          unit: unit.name,
          office: deps.office,
          year,
          name: summaryWords[key].zh,
          sentOn: held.on,
          parts: held.parts,
          figures,
          file: held.file?.name ?? null,
        },
        imprint,
      ),
  });
};
