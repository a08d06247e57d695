import type { Route } from './route.ts';
import { newView, savedView, savedViews, viewAlert, viewEdit, viewOrder, viewParams } from './views.ts';

/** SV: saved views, a part of the table of routes. */
export const VIEW_ROUTES = {
  views: { method: 'GET', path: '/api/v1/views', who: 'agent', answer: savedViews },
  addView: { method: 'POST', path: '/api/v1/views', who: 'agent', body: newView, answer: savedView },
  editView: {
    method: 'PUT',
    path: '/api/v1/views/:view',
    who: 'agent',
    params: viewParams,
    body: viewEdit,
    answer: savedView,
  },
  removeView: { method: 'DELETE', path: '/api/v1/views/:view', who: 'agent', params: viewParams },
  alertOfView: {
    method: 'PUT',
    path: '/api/v1/views/:view/alert',
    who: 'agent',
    params: viewParams,
    body: viewAlert,
    answer: savedView,
  },
  orderViews: { method: 'PUT', path: '/api/v1/view-order', who: 'agent', body: viewOrder, answer: savedViews },
} as const satisfies Record<string, Route>;
