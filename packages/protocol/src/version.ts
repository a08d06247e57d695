/**
 * The number both ends say in their hello. A client older than `FLOOR` is told to reload; a newer one is told to wait for
 * the server. `protocol-version.test.ts` hashes every schema, so a change without a line here fails.
 *
 * 1  first version: visitor presence, page views, identification, agent windows and patches.
 * 2  conversations: messages with acknowledgements, the inbox, the team's status, signed identity.
 * 3  boxes hear who a conversation was handed to and that it goes on; reads name their conversation; inboxes are paged.
 * 4  automatic messages and chatbots: rules for the page, messages that wait for an answer, replies to choose from.
 * 5  the desk all day: saved views with their counts, who entered them, the map.
 */
export const PROTOCOL_VERSION = 5;

/** The oldest version this server still speaks. */
export const PROTOCOL_FLOOR = 1;
