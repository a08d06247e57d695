/**
 * What the doors count, by closed names; the label is one of a closed set too (a close code's name, a fault, a drop
 * reason), never anything a visitor wrote.
 */
export type CounterName =
  | 'upgrades_refused'
  | 'sockets_opened'
  | 'sockets_closed'
  | 'frames_accepted'
  | 'frames_refused'
  | 'pages_dropped'
  | 'problems_sent'
  | 'http_cut'
  /** Pushes to phones, by what became of each attempt. */
  | 'pushes'
  /** Reports of pages that a rule is due, by what became of them. */
  | 'rules_due';

export interface Counters {
  count(name: CounterName, label: string): void;
}
