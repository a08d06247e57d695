/** Common emoji, eight in a row. Screen readers know their names. */
const ROWS = [
  '😀 😄 😁 😆 😅 😂 🤣 😊',
  '🙂 😉 😍 🥰 😘 😋 😎 🤩',
  '🤔 🤗 🤨 😐 🙄 😏 😬 😴',
  '😢 😭 😟 😕 😳 😱 😡 🤯',
  '👍 👎 👌 ✌️ 🤞 👏 🙌 🙏',
  '👋 💪 🤝 ☝️ 👇 👈 👉 🤷',
  '❤️ 💔 💙 💚 💛 🔥 ⭐ ✨',
  '🎉 🎁 🎂 ☕ 🍕 🌸 ☀️ 🌈',
  '✅ ❌ ❓ ❗ 💡 📷 📦 🚚',
];

export const EMOJI: readonly (readonly string[])[] = ROWS.map((row) => row.split(' '));
