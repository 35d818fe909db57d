export type Duty = string;
