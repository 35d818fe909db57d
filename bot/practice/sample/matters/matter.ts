/**
 * A joint matter as the sample writes it down: one kind of subject, its lead and partners, and what each of them looks at.
 * Items, joint matters and tasks are all made from these.
 */
export interface ItemText {
  readonly name: string;
  /** Law and article. */
  readonly basis: string;
  readonly content: string;
  /** 抽查标准和要点 */
  readonly points: readonly string[];
}

export interface MatterBody {
  readonly department: string;
  /** Fields that one of its officers must hold. */
  readonly needs: readonly string[];
  readonly items: readonly ItemText[];
}

export interface Matter {
  /** Name of the joint matter, and of its task. */
  readonly name: string;
  readonly field: string;
  /** The tag of the subjects, and the words for them. */
  readonly tag: string;
  readonly subjects: string;
  /** 一般检查事项 or 重点检查事项, with the published yearly maximum of the latter. */
  readonly category: 'general' | 'key';
  readonly statutoryCap: number | null;
  readonly safety: 'public' | 'economic' | 'ecological' | 'production' | 'ideological' | null;
  /**
   * How its subjects are drawn, where the jurisdiction's scale knows the difference (`term.ts`): by all classes; by the
   * lead's own classes; only from C up; only D; every one, in batches; a stated number over a professional field.
   */
  readonly way: 'classes' | 'own' | 'upper' | 'top' | 'all' | 'total';
  /** Field of the experts asked for, or ''. */
  readonly expert: string;
  /** The lead first. */
  readonly bodies: readonly MatterBody[];
}
