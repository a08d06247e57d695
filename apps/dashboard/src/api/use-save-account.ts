import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account, AccountSettings } from '@vetrina/protocol/http/account';
import { call } from './client.ts';
import { queries } from './queries.ts';

/** Saves settings of the account; every screen then reads the account as the server has it. */
export function useSaveAccount(onSaved?: (account: Account) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: AccountSettings) => call('saveAccount', { body }),
    onSuccess: (account) => {
      queryClient.setQueryData(queries.session.queryKey, (before) => before && { ...before, account });
      onSaved?.(account);
      return queryClient.invalidateQueries({ queryKey: queries.installation.queryKey });
    },
  });
}
