/**
 * Slack's limits, once: builders keep to them, the checker (`limits.ts`) holds everybody to them. Code points; sources are the
 * Block Kit reference and the comments of `@slack/types`.
 */
export const limit = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Of `text` beside blocks; Slack cuts at 40,000, a reader long before. */
  messageText: 4000,
  /** Of all texts of a message's blocks together: above some 13,000 Slack answers msg_blocks_too_long. */
  messageWhole: 13_000,
  /** What builders spend of that on texts, the rest being for labels and remarks. */
  messageTotal: 10_000,
  section: 3000,
  fields: 10,
  field: 2000,
  header: 150,
  contextElements: 10,
  contextText: 2000,
  actions: 25,
  button: 75,
  spoken: 75,
  value: 2000,
  url: 3000,
  options: 100,
  optionGroups: 100,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  radios: 10,
  placeholder: 150,
  label: 2000,
  hint: 2000,
  input: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  id: 255,
  viewTitle: 24,
  metadata: 3000,
  tableRows: 100,
  tableColumns: 20,
  /** Of all cells of a message together. */
  tableText: 10_000,
  files: 10,
  /** Of the alternative text of an uploaded picture. */
  altOfFile: 1000,
  numberText: 32,
} as const;
