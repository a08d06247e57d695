import {
  addView,
  chooseAlert,
  editView,
  orderViews,
  removeView,
  type SavedViewParts,
  viewsOf,
} from '../../views/saved-views.ts';
import type { Handlers } from './handlers.ts';

type ViewRoute = 'views' | 'addView' | 'editView' | 'removeView' | 'alertOfView' | 'orderViews';

/** Saved views, spoken in HTTP. */
export function viewRoutes(parts: SavedViewParts): Pick<Handlers, ViewRoute> {
  return {
    views: ({ caller }) => viewsOf(parts, caller.actor),
    addView: ({ caller, body }) => addView(parts, caller.actor, body),
    editView: ({ caller, params, body }) => editView(parts, caller.actor, params.view, body),
    async removeView({ caller, params }) {
      await removeView(parts, caller.actor, params.view);
    },
    alertOfView: ({ caller, params, body }) => chooseAlert(parts, caller.actor, params.view, body),
    orderViews: ({ caller, body }) => orderViews(parts, caller.actor, body.views),
  };
}
