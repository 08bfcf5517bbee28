export { closeNats, connectNats, type NatsLogin, type NatsServer } from './connect.ts';
export { openMessageStream, type StreamOrder } from './open-message-stream.ts';
export { openNews, type News } from './open-news.ts';
