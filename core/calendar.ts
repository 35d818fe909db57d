/** Civil dates as 'YYYY-MM-DD' in Asia/Shanghai. */
export type CivilDate = string;
