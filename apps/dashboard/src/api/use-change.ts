import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';

/** A change on the server, after which what is shown of these is asked for again. */
export function useChange<Input = void, Answer = unknown>(
  change: (input: Input) => Promise<Answer>,
  shown: readonly QueryKey[],
  onDone?: (answer: Answer) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await Promise.all(shown.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      onDone?.(answer);
    },
  });
}
