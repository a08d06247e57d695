/**
 * What stands in the search box, beside the query of the address. Typing leads: the address follows after a pause, and it may
 * follow late, when more has been typed already. Only an address that was not asked for here (Back, a link, a button of the
 * empty list) changes what stands in the box.
 */
export interface TypedQuery {
  readonly text: string;
  /** The query of the address when it was last looked at. */
  readonly address: string;
  /** Queries the address was asked to take and has not shown yet, oldest first. Some never show: a later one overtook them. */
  readonly asked: readonly string[];
}

export function typedFrom(address: string): TypedQuery {
  return { text: address, address, asked: [] };
}

export function type(typed: TypedQuery, text: string): TypedQuery {
  return { ...typed, text };
}

/** The pause is over: the address is to say what stands in the box. */
export function ask(typed: TypedQuery): TypedQuery {
  return { ...typed, asked: [...typed.asked, typed.text] };
}

/** What the address was last asked to say, or says. */
export function lastAsked({ asked, address }: TypedQuery): string {
  return asked.at(-1) ?? address;
}

/** The address changed. */
export function follow(typed: TypedQuery, address: string): TypedQuery {
  const turn = typed.asked.indexOf(address);
  if (turn === -1) return typedFrom(address);
  return { ...typed, address, asked: typed.asked.slice(turn + 1) };
}
