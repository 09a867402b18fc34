import type { IconName } from '../parts/Icon.tsx';
import type { View } from '../../platform/preferences.ts';

/** What each tab is called, in the order of the tabs. */
export const viewNames: Record<View, { label: string; icon: IconName }> = {
  page: { label: 'This page', icon: 'page' },
  limits: { label: 'Limits', icon: 'gauge' },
  search: { label: 'Search', icon: 'search' },
  review: { label: 'Review', icon: 'cards' },
  browse: { label: 'Browse', icon: 'list' },
};
