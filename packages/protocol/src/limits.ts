/** Sizes that both ends know. Lengths are UTF-16 code units, frame sizes are bytes. */
export const LIMITS = {
  visitorFrameBytes: 16 * 1024,
  agentFrameBytes: 64 * 1024,
  /** Deepest nesting a frame may have; real frames need three. */
  frameDepth: 8,
  url: 2_000,
  title: 300,
  name: 255,
  email: 255,
  phone: 50,
  group: 64,
  userId: 255,
  language: 35,
  timezone: 64,
  variables: 50,
  variableKey: 64,
  variableValue: 500,
  query: 500,
  windowRows: 200,
  /** People in one answer to the command palette. */
  visitorsFound: 8,
  note: 5_000,
  /** One message of a conversation; fits a visitor's frame in any script. */
  message: 4_000,
  ratingComment: 1_000,
  fileBytes: 20 * 1024 * 1024,
  fileName: 200,
  photoBytes: 2 * 1024 * 1024,
  /** Entries in one answer to a resume; what is older is asked for page by page. */
  tail: 300,
  /** Rows of the inbox in one window. */
  inboxRows: 200,
  conversationTags: 20,
  shortcutName: 50,
  tagName: 50,
  groupName: 80,
  /** Automatic messages of one account. */
  rules: 100,
  ruleName: 80,
  ruleConditions: 20,
  ruleValue: 300,
  /** Countries, languages, devices in one condition. */
  ruleValues: 60,
  /** Longest time a rule waits. */
  ruleSeconds: 3_600,
  automaticText: 500,
  /** Contacts of one visitor that are remembered while they are here. */
  contactsKnown: 200,
  /** People whom a rule is explained for at once. */
  explained: 50,
  /** ST1: the longest span of statistics. */
  statisticsDays: 400,
  eventName: 64,
  /** Chatbots of one account. */
  chatbots: 50,
  /** Answers that a chatbot offers, and the length of one. */
  botReplies: 5,
  botReply: 35,
  chatbotName: 80,
  /** Blocks of one flow. */
  botBlocks: 100,
  /** Answers that a chatbot keeps of one visitor, and the length of one. */
  botAnswers: 30,
  botAnswer: 500,
  /** What is taken from a webhook's answer, and the length of one path. */
  picks: 10,
  pickPath: 100,
  /** Instructions for a language model; what it is told of the conversation, and the length of one text there. */
  botInstructions: 4_000,
  modelHistory: 24,
  modelText: 2_000,
  /** C8: the address of a browser's push service. */
  pushEndpoint: 1_000,
  userAgent: 512,
  /** Browsers of one agent that hear pushes; of more, the one that was used longest ago is given up. */
  pushDevices: 20,
  viewName: 60,
  /** Views that one agent keeps to themselves, and those that a team shares. */
  ownViews: 20,
  sharedViews: 30,
} as const;

/** Rhythms that both ends know, in ms. */
export const RHYTHM = {
  /** The server sends a beat this often; a client that hears nothing for `beat + beatGrace` reconnects. */
  beat: 25_000,
  beatGrace: 8_000,
  /** A page reports activity at most this often. */
  activity: 15_000,
  /** Someone who typed is shown as typing for this long without another word of it. */
  typing: 6_000,
  /** V8: a claim on a visitor ends after so long without a key pressed. */
  claim: 60_000,
  /** Time from an accepted socket to its hello. */
  hello: 5_000,
  /** C8: whoever touched nothing for so long does not look at the screen any more. */
  attention: 300_000,
} as const;
