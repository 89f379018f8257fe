export const newsMailKind = 'answer-news';
