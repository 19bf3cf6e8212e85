import type { Translation } from '../en';

export const check: Translation['check'] = {
  title: '连接检查',
  views: { room: '房间', check: '连接检查', rights: '测试令牌' },
  lead: '逐步检查本机如何连接服务器，约需一分钟，在单独的房间中进行。',
  token: '将签发一个令牌并写入审计日志。',
  run: '运行检查',
  names: {
    websocket: '信令',
    webrtc: '媒体',
    turn: 'TURN',
    reconnect: '重连',
    audio: '麦克风',
    video: '摄像头',
    protocol: 'UDP 或 TCP',
    region: '区域',
  },
  whats: {
    websocket: '打开客户端与服务器协商一切的 WebSocket。',
    webrtc: '打开媒体通路。没有公网 UDP 地址时只有本网络能加入，对本地服务器而言这是正常的。',
    turn: '经由中继，供处于严格防火墙之后的人使用。',
    reconnect: '切断信令并等待恢复。',
    audio: '发送本机麦克风。',
    video: '发送本机摄像头。',
    protocol: '先后通过 UDP 和 TCP 发送画面并比较。',
    region: '查找 LiveKit Cloud 的最近区域。自建服务器没有区域。',
  },
  states: {
    waiting: '未运行',
    runs: '运行中',
    passed: '正常',
    warned: '正常，有提示',
    failed: '不可用',
    skipped: '不存在',
    'no-device': '本机没有',
  },
};
