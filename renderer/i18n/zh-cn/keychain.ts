import type { Translated } from '../en';
import type { keychain as english } from '../en/keychain';

export const keychain: Translated<typeof english> = {
  ready: '{{name}} 已解锁',
  readyHint: '私钥只存放在那里：不写文件，不写日志。',
  checking: '正在查找钥匙串',
  check: '重新检查',
  locked: '{{name}} 已锁定',
  dismissed: '{{name}} 未获准应答',
  'no-service': '没有正在运行的钥匙串服务',
  'no-bus': '无法连接到钥匙串',
  'no-library': '缺少钥匙串的库',
  session: '仅在本次会话中保留',
  sessionHint: '保存在内存中，直到 Roomkeeper 结束。不写入任何地方，下次需要重新输入。',
  fix: {
    locked: {
      linux: '请解锁（“密码和密钥”，或重新登录）。保存时会询问其密码。',
      darwin: '请在“钥匙串访问”中解锁登录钥匙串。保存时会询问其密码。',
      win32: '请重新登录 Windows。',
      other: '请解锁。保存时会询问其密码。',
    },
    dismissed: {
      linux: '它的询问被关闭了。重新检查并输入密码。',
      darwin: '它的询问被拒绝了。重新检查并选择“允许”。',
      win32: '它的询问被关闭了。重新检查并允许。',
      other: '它的询问被关闭了。重新检查并允许。',
    },
    'no-service': {
      linux: '安装并启动一个：gnome-keyring、KWallet，或开启 Secret Service 的 KeePassXC。',
      darwin: 'macOS 钥匙串没有应答。请以桌面会话登录。',
      win32: '请启动 Windows 服务 “Credential Manager”（VaultSvc）。',
      other: '这个系统没有 Roomkeeper 认识的钥匙串。',
    },
    'no-bus': {
      linux: '没有 D-Bus 会话。请从桌面启动 Roomkeeper，或在已解锁密钥环的 dbus-run-session 下启动。',
      darwin: '请以桌面会话登录。',
      win32: '请重新登录 Windows。',
      other: '请从桌面启动 Roomkeeper。',
    },
    'no-library': {
      linux: '安装 libsecret：libsecret-1-0（Debian、Ubuntu）或 libsecret（Fedora、Arch），然后重新检查。',
      darwin: '请重新安装 Roomkeeper：缺少一部分文件。',
      win32: '请重新安装 Roomkeeper：缺少一部分文件。',
      other: 'Roomkeeper 没有适用于这个系统的钥匙串库。',
    },
  },
};
