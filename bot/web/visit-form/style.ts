/** What the pages of a visit need beside the rest: large targets for one thumb, and errors that stand at their fields. */
export const visitStyle = `
.thumb label, .thumb legend { font-weight: 600; }
.thumb fieldset { border: 0; padding: 0; margin: .9rem 0; min-width: 0; }
.thumb legend { padding: 0; margin-bottom: .2rem; }
.thumb label.tick { display: flex; gap: .6rem; align-items: center; font-weight: 400; min-height: 2.75rem; margin: 0; border-bottom: 1px solid var(--line); }
.thumb label.tick input { width: 1.4rem; height: 1.4rem; flex: none; margin: 0; }
.thumb input[type=text], .thumb input[type=date], .thumb select, .thumb textarea { width: 100%; max-width: 40rem; min-height: 2.75rem; font: inherit; padding: .45rem .6rem; border: 1px solid #767f87; border-radius: 6px; background: #fff; }
.thumb textarea { min-height: 5.5rem; }
.thumb button, .thumb .button { min-height: 2.9rem; }
.thumb .actions.main button { width: 100%; font-size: 1.08rem; }
.thumb .error { color: var(--seal); margin: .25rem 0 0; font-weight: 600; overflow-wrap: anywhere; }
.thumb [aria-invalid=true] { border: 2px solid var(--seal); }
.thumb summary { min-height: 2.75rem; padding: .5rem 0; font-weight: 600; cursor: pointer; }
.thumb .hint { color: var(--soft); font-size: .88rem; margin: .15rem 0; }
a.door { display: block; color: inherit; text-decoration: none; } a.door strong { color: #174e86; }
.door .left { color: var(--seal); } .door .done { color: var(--good); }
ul.points { margin: .2rem 0 .6rem; padding-left: 1.3rem; }
.answer { white-space: pre-wrap; overflow-wrap: anywhere; }
`;
