import type { Translated } from '../en';
import type { tokenAnswers as english } from '../en/token-answers';

export const tokenAnswers: Translated<typeof english> = {
  admitted: { title: '服务器会放行此令牌', body: '只是询问，没有加入：没有人进入，也没有创建房间。' },
  expired: { title: '已到期', body: '服务器容许 60 秒的误差。请签发新的令牌。' },
  'no-expiry': { title: '永不到期', body: '令牌没有 “exp”，较新的服务器会拒绝。' },
  'not-yet-valid': { title: '尚未生效', body: '“nbf” 在服务器的未来：签发它的时钟快了。' },
  'wrong-secret': { title: '签名不正确', body: '签发所用的密钥与服务器上此 API key 的密钥不同。' },
  'wrong-algorithm': { title: '签名算法不是 HS256', body: 'LiveKit 不接受其他算法。' },
  'unknown-key': { title: '服务器不认识此 API key', body: '它属于另一台服务器或另一个项目，或者已被删除。' },
  'not-a-token': { title: '这不是令牌', body: '服务器无法将其读作 JWT，可能缺了一部分。' },
  'no-join': { title: '不能加入', body: '令牌没有 roomJoin。' },
  'no-grants': { title: '没有任何权限', body: '令牌没有 “video” 声明。' },
  'no-identity': { title: '没有身份标识', body: '“sub” 缺失或为空。' },
  'identity-too-long': { title: '身份标识过长', body: '最多 256 字节，中文等文字每个字符不止一个字节。' },
  'no-room': { title: '没有房间', body: '应为 video.room。服务器会默默忽略 video.roomName。' },
  'room-too-long': { title: '房间名过长', body: '最多 256 字节。' },
  'room-absent': { title: '房间不存在', body: '此服务器不会在加入时创建房间，令牌也没有 roomCreate。' },
  'claims-malformed': { title: '某项声明的类型不对', body: '例如该是文本处写了数字。服务器在下方指出了是哪一项。' },
  'token-too-big': { title: '令牌过大', body: '服务器或代理不接受这么长的请求。' },
  'node-full': { title: '服务器已满', body: '其节点已达到配置的上限。令牌本身可能没有问题。' },
  'wrong-path': { title: '地址不对', body: '有服务应答，但不是 LiveKit 的位置。请在设置中检查路径。' },
  other: { title: '服务器拒绝了它', body: '原因见服务器的原话。' },
};
