import type { Chatbot, NewChatbot } from '@vetrina/protocol/http/chatbots';
import type { ChatbotId } from '@vetrina/protocol/ids';
import { call } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { automationQueries } from '../automation/automation-queries.ts';

const LIST = [automationQueries.chatbots.queryKey];

export function useAddChatbot(onDone: (made: Chatbot) => void) {
  return useChange((body: NewChatbot) => call('addChatbot', { body }), LIST, onDone);
}

export function useCopyChatbot(onDone: (made: Chatbot) => void) {
  return useChange((chatbot: ChatbotId) => call('copyChatbot', { params: { chatbot } }), LIST, onDone);
}

export function useRemoveChatbot(onDone?: () => void) {
  return useChange((chatbot: ChatbotId) => call('removeChatbot', { params: { chatbot } }), LIST, onDone);
}

export function useUnpublishChatbot(onDone: (chatbot: Chatbot) => void) {
  return useChange((chatbot: ChatbotId) => call('unpublishChatbot', { params: { chatbot } }), LIST, onDone);
}
