import type { Translated } from '../en';
import type { settings as english } from '../en/settings';

export const settings: Translated<typeof english> = {
  views: { servers: '服务器', presets: '预设', appearance: '外观', keyboard: '键盘', about: '关于' },
  scheme: '颜色',
  asSystem: '跟随系统',
  light: '浅色',
  dark: '深色',
  language: '语言',
  density: '行距',
  dense: '紧凑',
  roomy: '宽松',
  operator: '你的名字',
  operatorWhy: '记录在你的操作旁边。留空则使用这台计算机的用户名。',
  singleKeys: '单字母按键',
  singleKeysWhy: '焦点不在输入框时，字母键直接生效。关闭后，只有带 Ctrl、⌘ 的按键和 Esc 有效。',
  about: {
    what: '面向 LiveKit 运维人员的桌面控制台。',
    host: '运行于',
    hosts: { electron: '独立窗口（Electron）', browser: '此浏览器，仅由本机提供' },
    runtime: '运行环境',
    dataDir: '数据',
    logFile: '日志',
    copy: '复制：{{what}}',
    security: 'Roomkeeper 如何处理私钥',
    page: {
      electron: '此页面不运行外来代码，只连接你保存的服务器。',
      browser: '此页面不运行外来代码。与普通网页一样，它可以连接任何服务器；只有独立窗口才限于你保存的服务器。',
    },
    model: {
      keychain: 'API 私钥只输入一次，存入这台计算机的钥匙串；也可以选择只在本次运行期间保留在内存中。',
      signing: '每次操作时才由负责签名的部分读取一次，此页面永远拿不回它。',
      log: '令牌和私钥在写入日志、显示错误之前都会被去除。',
      local: '除了你的 LiveKit 服务器，不向任何人发送内容；打开加入链接的人会让加入页面看到其中的令牌。',
    },
    licences: '许可',
    licenceText:
      'Roomkeeper：Apache-2.0。基于 Electron、React、Mantine、TanStack Query、zod、Hono、i18next、Tabler Icons（MIT）、LiveKit SDK（Apache-2.0）、Inter 和 JetBrains Mono（OFL-1.1）构建。',
  },
};
