/**
 * What the ribbon's buttons run without the pane: on the desktop it is a runtime of its own, so that nothing here counts on the pane being open. The
 * verdict stands in the worksheet, and the first cell that it is about is gone to; what cannot be said there is left for the pane to say.
 */
import { activeWorksheet } from '../host/excel/active.ts';
import { excelHost } from '../host/excel/excel-host.ts';
import { functionNames } from '../manifest/needs.ts';
import { officeAsLoaded } from '../office.ts';
import { deskFilling } from '../pane/desk.ts';
import { browserStore } from '../pane/store.ts';
import { firstToSee } from './first-to-see.ts';

const commands: Readonly<Record<(typeof functionNames)[number], () => Promise<void>>> = {
  /** 校验本表: with what was last got from the desk; a worksheet that is none of ours is left alone. */
  checkWorksheet: async () => {
    const worksheet = await activeWorksheet();
    const host = await excelHost();
    const filling = await deskFilling({ host, store: browserStore(), site: location.origin, language: () => 'zh-CN' });
    const bound = await filling.bound();
    if (!bound.ok || !bound.value.some((each) => each.worksheet === worksheet)) return;
    const checked = await filling.check(worksheet);
    if (!checked.ok) return;
    const seen = firstToSee(checked.value);
    if (seen.kind === 'cell') await filling.show(worksheet, seen.row, seen.header);
    if (seen.kind === 'verdicts') await host.show(worksheet, seen.row, seen.column);
  },
};

if ((await officeAsLoaded()) === 'loaded') {
  await Office.onReady();
  for (const name of functionNames) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // A button that is never told that it is done stays grey.
      void commands[name]()
        .catch((thrown: unknown) => console.error(thrown instanceof Error ? thrown.message : thrown))
        .finally(() => event.completed());
    });
  }
}
