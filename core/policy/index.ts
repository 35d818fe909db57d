/**
 * The jurisdictions that come with the product. A new one is a file and a line here; nothing else changes.
 */
import { fuan2018 } from './fuan-2018.ts';
import { ganzhou2023 } from './ganzhou-2023.ts';
import { sanming2025 } from './sanming-2025.ts';
import type { Policy } from './shape.ts';
import { shishi2024 } from './shishi-2024.ts';
import { wannian2022 } from './wannian-2022.ts';

export const policies: readonly Policy[] = [sanming2025, shishi2024, fuan2018, wannian2022, ganzhou2023];

export const policyCalled = (id: string): Policy | null => policies.find((each) => each.id === id) ?? null;
