/** The ribbon's tab as the add-in's own manifest describes it: what Excel would show, this window shows. */

export interface RibbonButton {
  readonly control: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  readonly action:
    | { readonly kind: 'pane'; readonly pane: string; readonly page: string }
    | { readonly kind: 'function'; readonly page: string; readonly name: string };
}

export interface Ribbon {
  readonly tab: string;
  readonly group: string;
  readonly buttons: readonly RibbonButton[];
  /** Opened with the window. */
  readonly first: RibbonButton | null;
}

/**
 * @param text of `manifest.xml`
 * @throws where it is no XML: Excel would refuse it too
 */
export function readRibbon(text: string): Ribbon {
  const xml = new DOMParser().parseFromString(text, 'text/xml');
  const wrong = xml.querySelector('parsererror');
  if (wrong) throw new Error(`manifest.xml: ${wrong.textContent}`);
  const all = (root: ParentNode, name: string) =>
    [...root.querySelectorAll('*')].filter((each) => each.localName === name);
  const one = (root: ParentNode, name: string) => all(root, name)[0];
  const resource = (id: string | null): string =>
    all(xml, 'Resources')
      .flatMap((each) => [...each.querySelectorAll('*')])
      .find((each) => each.getAttribute('id') === id)
      ?.getAttribute('DefaultValue') ?? '';
  const said = (root: ParentNode, name: string) => resource(one(root, name)?.getAttribute('resid') ?? null);
  // The manifest names the office's address; here it is this window's own.
  const here = (url: string): string => (URL.canParse(url) ? url.slice(new URL(url).origin.length) : url);
  const functions = here(said(xml, 'FunctionFile'));
  const tab = one(xml, 'CustomTab');
  const buttons = tab ? all(tab, 'Control').flatMap((control) => button(control)) : [];
  function button(control: Element): RibbonButton[] {
    const id = control.getAttribute('id') ?? '';
    const supertip = one(control, 'Supertip');
    const images = all(control, 'Image');
    const icon = here(
      resource(images.find((each) => each.getAttribute('size') === '32')?.getAttribute('resid') ?? null),
    );
    const shared = {
      control: id,
      label: said(control, 'Label'),
      tip: supertip ? said(supertip, 'Description') : '',
      icon,
    };
    const action = one(control, 'Action');
    if (!action) return [];
    const name = one(action, 'FunctionName')?.textContent ?? '';
    if (name !== '') return [{ ...shared, action: { kind: 'function', page: functions, name } }];
    const pane = one(action, 'TaskpaneId')?.textContent ?? id;
    return [{ ...shared, action: { kind: 'pane', pane, page: here(said(action, 'SourceLocation')) } }];
  }
  const label = tab ? [...tab.children].find((each) => each.localName === 'Label') : undefined;
  const group = tab ? one(tab, 'Group') : undefined;
  return {
    tab: resource(label?.getAttribute('resid') ?? null),
    group: group ? said(group, 'Label') : '',
    buttons,
    first:
      buttons.find(({ action }) => action.kind === 'pane' && action.pane === 'Office.AutoShowTaskpaneWithDocument') ??
      null,
  };
}
