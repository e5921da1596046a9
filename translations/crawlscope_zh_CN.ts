<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Certificate</name>
    <message numerus="yes">
        <location filename="../src/gui/models/hopfactsmodel.cpp" line="+92"/>
        <source>%1 (expired %Ln day(s) ago)</source>
        <translation>
            <numerusform>%1（已过期 %Ln 天）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%1 (in %Ln day(s))</source>
        <translation>
            <numerusform>%1（还有 %Ln 天）</numerusform>
        </translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The certificate of %1 expired on %2.</source>
        <translation>%1 的证书已于 %2 过期。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>The certificate of %1 expires on %2, in %Ln day(s).</source>
        <translation>
            <numerusform>%1 的证书将于 %2 过期，还有 %Ln 天。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <location filename="../src/gui/charts/plotparts.cpp" line="+70"/>
        <source>%1 k</source>
        <translation>%1 千</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 µs</source>
        <translation>%1 微秒</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <location filename="../ui/dashboardpage.ui" line="+35"/>
        <source>Try the demo site</source>
        <translation>试用演示站点</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fills in the URLs of a small web site inside Crawlscope, with slow, large and broken pages; nothing leaves this machine.</source>
        <translation>填入 Crawlscope 内置小网站的网址，其中有慢页面、大页面和损坏的页面；所有请求都不会离开本机。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fetch the URLs of the list (Ctrl+Return)</source>
        <translation>抓取列表中的网址（Ctrl+Return）</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <location filename="../src/gui/format.cpp" line="+93"/>
        <location line="+2"/>
        <location line="+2"/>
        <location line="+2"/>
        <location line="+41"/>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <location line="-38"/>
        <location line="+2"/>
        <location line="+13"/>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <location line="-10"/>
        <location line="+16"/>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <location line="-14"/>
        <location line="+17"/>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 PB</source>
        <translation>%1 PB</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+2"/>
        <location line="+1"/>
        <location line="+6"/>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>about %1 s left</source>
        <translation>约剩 %1 秒</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>about %1 h %2 min left</source>
        <translation>约剩 %1 小时 %2 分</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>about %1 days left</source>
        <translation>约剩 %1 天</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>HostState</name>
    <message>
        <location filename="../src/gui/models/hoststate.cpp" line="+40"/>
        <source>Paused by you</source>
        <translation>已由您暂停</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Active</source>
        <translation>进行中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <location filename="../src/gui/translations.cpp" line="+43"/>
        <source>&amp;Select All</source>
        <translation>全选(&amp;S)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Step up</source>
        <translation>增大(&amp;S)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Step &amp;down</source>
        <translation>减小(&amp;D)</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <location filename="../src/gui/mainwindowactions.cpp" line="+116"/>
        <location filename="../src/gui/translations.cpp" line="+1"/>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <location line="-1"/>
        <location filename="../src/gui/translations.cpp" line="+1"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <location filename="../src/gui/translations.cpp" line="-11"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <location line="-22"/>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Restore Defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Yes</source>
        <translation>是(&amp;Y)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;No</source>
        <translation>否(&amp;N)</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <location line="+1"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>ResultCell</name>
    <message>
        <location filename="../src/gui/models/resultcell.cpp" line="+110"/>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>reused</source>
        <translation>复用</translation>
    </message>
    <message>
        <location line="+73"/>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>No body was received</source>
        <translation>未收到正文</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Not measured, or did not happen</source>
        <translation>未测量，或未发生</translation>
    </message>
</context>
<context>
    <name>RunHistory</name>
    <message>
        <location filename="../src/gui/charts/runhistory.cpp" line="+48"/>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location line="+52"/>
        <source>in flight %1 → %2</source>
        <translation>并发 %1 → %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>per host %1 → %2</source>
        <translation>每主机 %1 → %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>analysis %1 → %2</source>
        <translation>分析线程 %1 → %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>resumed</source>
        <translation>已继续</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>host limit %1 → %2</source>
        <translation>主机上限 %1 → %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>host limit %1 → %2, slower</source>
        <translation>主机上限 %1 → %2，变慢</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>host limit %1 → %2, failures</source>
        <translation>主机上限 %1 → %2，失败</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>run waits, failures</source>
        <translation>抓取等待，失败过多</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>host waits, failures</source>
        <translation>主机等待，失败过多</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>run goes on</source>
        <translation>抓取继续</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>host goes on</source>
        <translation>主机继续</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>second pass</source>
        <translation>第二遍</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <location filename="../src/gui/sessions/sessiontexts.cpp" line="+31"/>
        <source>File is gone</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No right to read</source>
        <translation>无读取权限</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not a session</source>
        <translation>不是会话文件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Damaged file</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Newer version</source>
        <translation>版本较新</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Cannot be written</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Being written</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Cut off</source>
        <translation>意外中断</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>A run writes to this file now.</source>
        <translation>有一次抓取正在写入此文件。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The program ended in the middle of this run. Every row that was shown is in the file; Resume goes on with the rest.</source>
        <translation>程序在此次抓取途中结束。显示过的每一行都在文件中；点击“继续”可接着处理其余网址。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The run was stopped. Resume goes on with the URLs that are left.</source>
        <translation>此次抓取已被停止。点击“继续”可接着处理剩余网址。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Every URL of this run has ended.</source>
        <translation>此次抓取的所有网址均已结束。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln 个网址</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>first host %1</source>
        <translation>首个主机 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ran for %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>written by %1</source>
        <translation>由 %1 写入</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>“%1” was cut off with %Ln URL(s) left. Nothing that was shown is lost.</source>
        <translation>
            <numerusform>“%1”意外中断，剩余 %Ln 个网址。显示过的内容都没有丢失。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>“%1” was stopped with %Ln URL(s) left.</source>
        <translation>
            <numerusform>“%1”已停止，剩余 %Ln 个网址。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>“%1” is being written by a run. Stop that run first.</source>
        <translation>有一次抓取正在写入“%1”。请先停止该抓取。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” is no longer there.</source>
        <translation>“%1”已不存在。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is a session of that name already.</source>
        <translation>已有同名会话。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This cannot be the name of a file.</source>
        <translation>这不能用作文件名。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” cannot be moved to the trash.</source>
        <translation>“%1”无法移到回收站。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The system does not allow that with “%1”.</source>
        <translation>系统不允许对“%1”进行此操作。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The system does not allow that with “%1”: %2</source>
        <translation>系统不允许对“%1”进行此操作：%2</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Confirmed %1 of %2</source>
        <translation>%2 次中 %1 次证实</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Attempt %1: %2, %3</source>
        <translation>第 %1 次尝试：%2，%3</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <location filename="../src/gui/texts.cpp" line="+28"/>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Line of the input that holds the URL</source>
        <translation>网址所在的输入行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URL</source>
        <translation>网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URL as requested, normalised</source>
        <translation>实际请求的网址（已规范化）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Final URL</source>
        <translation>最终网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URL that gave the answer, after all redirects</source>
        <translation>经过所有重定向后给出响应的网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Method of the request</source>
        <translation>请求方法</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How the URL ended: done, failed, skipped or left</source>
        <translation>网址的结局：完成、失败、跳过或剩余</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>HTTP status of the final answer</source>
        <translation>最终响应的 HTTP 状态码</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reason</source>
        <translation>原因短语</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reason phrase sent with the status</source>
        <translation>随状态码发送的原因短语</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Why the request failed</source>
        <translation>请求失败的原因</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Error details</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the network said about the failure</source>
        <translation>网络对该失败的说明</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How often the URL was tried</source>
        <translation>该网址尝试了几次</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redirects</source>
        <translation>重定向</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Number of redirects followed</source>
        <translation>跟随的重定向次数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Content type</source>
        <translation>内容类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Media type of the body, as the server names it</source>
        <translation>服务器声明的正文媒体类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Bytes of the body as received, before decompression</source>
        <translation>收到的正文字节数（解压前）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Bytes of the body after decompression</source>
        <translation>解压后的正文字节数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Whether the body was cut at the limit or by the server</source>
        <translation>正文是否因达到上限或被服务器截断</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+240"/>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <location line="-239"/>
        <source>Time in the queue before the request was allowed to start; not part of the total</source>
        <translation>请求获准开始之前的排队时间；不计入总时间</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+239"/>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <location line="-239"/>
        <source>Time of the name lookup</source>
        <translation>域名解析时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+240"/>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <location line="-239"/>
        <source>Time to connect, TLS included</source>
        <translation>建立连接的时间，包含 TLS</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+240"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location line="-239"/>
        <source>Time of the TLS handshake</source>
        <translation>TLS 握手时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+240"/>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <location line="-239"/>
        <source>Time to send the request</source>
        <translation>发送请求的时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+240"/>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <location line="-239"/>
        <source>Time from the request to the first byte of the answer</source>
        <translation>从发出请求到收到响应首字节的时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+240"/>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <location line="-239"/>
        <source>Time to receive the body</source>
        <translation>接收正文的时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time from the start of the request to the end of the body, over all redirects</source>
        <translation>从请求开始到正文结束的时间，包含所有重定向</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Whether a connection was made for the request or one was reused</source>
        <translation>该请求新建了连接还是复用了连接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>IP address that answered</source>
        <translation>给出响应的 IP 地址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Version of HTTP the answer came in</source>
        <translation>响应使用的 HTTP 版本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>When the first request started, in this computer&apos;s time zone</source>
        <translation>首个请求的开始时间（本机时区）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Title of the page</source>
        <translation>页面标题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Duplicate of</source>
        <translation>重复于</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Line that holds the same URL first</source>
        <translation>首次出现相同网址的行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Oddities of the answer that are no failure</source>
        <translation>响应中不算失败的异常之处</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Switching Protocols</source>
        <translation>切换协议</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Processing</source>
        <translation>处理中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Early Hints</source>
        <translation>早期提示</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Accepted for Processing</source>
        <translation>已接受处理</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Non-Authoritative Information</source>
        <translation>非权威信息</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No Content</source>
        <translation>无内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reset Content</source>
        <translation>重置内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Partial Content</source>
        <translation>部分内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Multi-Status</source>
        <translation>多状态</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Already Reported</source>
        <translation>已报告</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>IM Used</source>
        <translation>已使用实例操作</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Multiple Choices</source>
        <translation>多种选择</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Moved Permanently</source>
        <translation>永久移动</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Found</source>
        <translation>临时移动</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>See Other</source>
        <translation>查看其他位置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not Modified</source>
        <translation>未修改</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Use Proxy</source>
        <translation>使用代理</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Temporary Redirect</source>
        <translation>临时重定向</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Permanent Redirect</source>
        <translation>永久重定向</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Bad Request</source>
        <translation>错误的请求</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Unauthorized</source>
        <translation>未授权</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Payment Required</source>
        <translation>需要付款</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Forbidden</source>
        <translation>禁止访问</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not Found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Method Not Allowed</source>
        <translation>方法不被允许</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not Acceptable</source>
        <translation>不可接受</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Proxy Authentication Required</source>
        <translation>需要代理身份验证</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Request Timeout</source>
        <translation>请求超时</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Length Required</source>
        <translation>需要内容长度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Precondition Failed</source>
        <translation>前提条件失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Content Too Large</source>
        <translation>内容过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URI Too Long</source>
        <translation>URI 过长</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Unsupported Media Type</source>
        <translation>不支持的媒体类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Range Not Satisfiable</source>
        <translation>无法满足请求范围</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Expectation Failed</source>
        <translation>预期失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>I&apos;m a teapot</source>
        <translation>我是茶壶</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Misdirected Request</source>
        <translation>请求被误导</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Unprocessable Content</source>
        <translation>无法处理的内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Failed Dependency</source>
        <translation>依赖失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Too Early</source>
        <translation>过早</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Upgrade Required</source>
        <translation>需要升级协议</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Precondition Required</source>
        <translation>需要前提条件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Too Many Requests</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Request Header Fields Too Large</source>
        <translation>请求头字段过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Unavailable For Legal Reasons</source>
        <translation>因法律原因不可用</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Internal Server Error</source>
        <translation>服务器内部错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not Implemented</source>
        <translation>未实现</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Bad Gateway</source>
        <translation>网关错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Service Unavailable</source>
        <translation>服务不可用</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Gateway Timeout</source>
        <translation>网关超时</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>HTTP Version Not Supported</source>
        <translation>不支持的 HTTP 版本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Variant Also Negotiates</source>
        <translation>变体也在协商</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Insufficient Storage</source>
        <translation>存储空间不足</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Loop Detected</source>
        <translation>检测到循环</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not Extended</source>
        <translation>未扩展</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Network Authentication Required</source>
        <translation>需要网络身份验证</translation>
    </message>
    <message>
        <location filename="../src/gui/texts_events.cpp" line="+21"/>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Status %1</source>
        <translation>状态码 %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Status %1 %2</source>
        <translation>状态码 %1 %2</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>Run started: %Ln URL(s). Duplicates left out: %1.</source>
        <translation>
            <numerusform>抓取开始：%Ln 个网址。已略过重复项：%1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Run started: %Ln URL(s).</source>
        <translation>
            <numerusform>抓取开始：%Ln 个网址。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Run started with %1: %Ln URL(s). Duplicates left out: %2.</source>
        <translation>
            <numerusform>抓取开始，使用 %1：%Ln 个网址。已略过重复项：%2 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Run started with %1: %Ln URL(s).</source>
        <translation>
            <numerusform>抓取开始，使用 %1：%Ln 个网址。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Run finished: %1 done, %2 failed.</source>
        <translation>抓取结束：完成 %1 个，失败 %2 个。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Run paused.</source>
        <translation>抓取已暂停。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Run resumed.</source>
        <translation>抓取已继续。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Stopping: %Ln request(s) in flight are being cancelled.</source>
        <translation>
            <numerusform>正在停止：正在取消 %Ln 个进行中的请求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Run stopped: %Ln URL(s) left.</source>
        <translation>
            <numerusform>抓取已停止：剩余 %Ln 个网址。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Requests in flight: limit changed from %1 to %2.</source>
        <translation>并发请求数：上限由 %1 改为 %2。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Requests per host: limit changed from %1 to %2.</source>
        <translation>每主机请求数：上限由 %1 改为 %2。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Requests per second: limit changed from %1 to %2.</source>
        <translation>每秒请求数：上限由 %1 改为 %2。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Analysis threads: changed from %1 to %2.</source>
        <translation>分析线程：由 %1 改为 %2。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The run pauses: %1</source>
        <translation>抓取暂停：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session file can be written again; the run goes on.</source>
        <translation>会话文件又可写入了；抓取继续。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln row(s) could not be written to the session file. Export them before you close.</source>
        <translation>
            <numerusform>%Ln 行未能写入会话文件。请在关闭前导出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Run continued: %Ln URL(s) had ended before. In flight then and sent again: %1.</source>
        <translation>
            <numerusform>抓取继续：此前已结束 %Ln 个网址。当时正在进行、现重新发送：%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%Ln URL(s) cannot be sent again: the secrets in them are not in the session file.</source>
        <translation>
            <numerusform>%Ln 个网址无法重新发送：其中的机密信息不在会话文件中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Retry %1: %Ln failed URL(s) are tried again.</source>
        <translation>
            <numerusform>第 %1 次重试：再次尝试 %Ln 个失败的网址。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>Not followed further: %1, %Ln URL(s) so far. A calendar: dates that lead to dates only.</source>
        <translation>
            <numerusform>不再跟随：%1，至今 %Ln 个网址。这是日历：日期只通向别的日期。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Not followed further: %1, %Ln URL(s) so far. The same pages under ever new session ids.</source>
        <translation>
            <numerusform>不再跟随：%1，至今 %Ln 个网址。会话编号不断更新，网页却是同样的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>Not followed further: %1, %Ln URL(s) so far. Parts of the address repeat themselves.</source>
        <translation>
            <numerusform>不再跟随：%1，至今 %Ln 个网址。地址的某些部分不断重复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Not followed further: %1, %Ln URL(s) so far. Too many folders one in the other.</source>
        <translation>
            <numerusform>不再跟随：%1，至今 %Ln 个网址。目录层层嵌套，过多。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Not followed further: %1, %Ln URL(s) so far. Always the same pages.</source>
        <translation>
            <numerusform>不再跟随：%1，至今 %Ln 个网址。总是同样的网页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>Not followed further: %1, %Ln URL(s) so far. As many as are allowed of one kind.</source>
        <translation>
            <numerusform>不再跟随：%1，至今 %Ln 个网址。同一类网址已达上限。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 waits: %2.</source>
        <translation>%1 等待：%2。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 waits for %2: %3.</source>
        <translation>%1 等待 %2：%3。</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%1: %Ln request(s) at once from now on.</source>
        <translation>
            <numerusform>%1：从现在起同时最多 %Ln 个请求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1: %Ln request(s) at once from now on, %2 between their starts.</source>
        <translation>
            <numerusform>%1：从现在起同时最多 %Ln 个请求，开始时间至少相隔 %2。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 paused by you.</source>
        <translation>%1 已由您暂停。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 resumed by you.</source>
        <translation>%1 已由您恢复。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>robots.txt of %1 cannot be had (%2): nothing may be fetched there.</source>
        <translation>无法取得 %1 的 robots.txt（%2）：该处一律不抓取。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>robots.txt of %1 cannot be had (%2): everything may be fetched there.</source>
        <translation>无法取得 %1 的 robots.txt（%2）：该处均可抓取。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: limit raised from %2 to %3, there is room for more.</source>
        <translation>%1：上限由 %2 提高到 %3，仍有余量。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: limit lowered from %2 to %3, answers take longer.</source>
        <translation>%1：上限由 %2 降低到 %3，响应变慢。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: limit cut from %2 to %3, too many failures.</source>
        <translation>%1：上限由 %2 削减到 %3，失败过多。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 is left alone for a while: %2 of its last %3 requests failed.</source>
        <translation>暂时不再请求 %1：最近 %3 个请求中有 %2 个失败。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is tried with one request.</source>
        <translation>用一个请求试探 %1。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 answers again and goes on.</source>
        <translation>%1 恢复应答，继续抓取。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 still fails: %Ln URL(s) stay left.</source>
        <translation>
            <numerusform>%1 仍然失败：剩余 %Ln 个网址不再抓取。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The run waits: %1 of the last %2 requests failed. Is the network there?</source>
        <translation>抓取等待：最近 %2 个请求中有 %1 个失败。网络是否正常？</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The run tries one request.</source>
        <translation>抓取用一个请求试探。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Requests succeed again; the run goes on.</source>
        <translation>请求恢复成功；抓取继续。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Requests still fail: the run ends, %Ln URL(s) stay left.</source>
        <translation>
            <numerusform>请求仍然失败：抓取结束，剩余 %Ln 个网址。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+58"/>
        <source>Second pass: %Ln URL(s) that failed are tried once more, slowly.</source>
        <translation>
            <numerusform>第二遍：再次缓慢尝试 %Ln 个失败的网址。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open files allowed: raised from %1 to %2.</source>
        <translation>允许打开的文件数：由 %1 提高到 %2。</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%Ln URL(s) are known, as many as a run may have: further links are not followed.</source>
        <translation>
            <numerusform>已知 %Ln 个网址，达到一次抓取的上限：不再跟随更多链接。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/gui/texts_waits.cpp" line="+142"/>
        <source>Requests start as fast as they end.</source>
        <translation>请求一结束就有新请求开始。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The run has not started.</source>
        <translation>抓取尚未开始。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>All URLs have ended.</source>
        <translation>所有网址均已结束。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>All %Ln slot(s) are in use: the limit of requests in flight is reached.</source>
        <translation>
            <numerusform>%Ln 个并发位均已占用：已达到并发请求上限。</numerusform>
        </translation>
    </message>
    <message>
        <location line="-125"/>
        <source>Retry-After</source>
        <translation>Retry-After</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>backing off after 429 or 503</source>
        <translation>因 429 或 503 而退避</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 between requests, as set</source>
        <translation>按设置，请求之间相隔 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>time between requests, as set</source>
        <translation>按设置，请求之间须有间隔</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its robots.txt asks for %1 between requests</source>
        <translation>其 robots.txt 要求请求之间相隔 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>its robots.txt asks for time between requests</source>
        <translation>其 robots.txt 要求请求之间有间隔</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its robots.txt is being fetched</source>
        <translation>正在获取其 robots.txt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>paused by you</source>
        <translation>已由您暂停</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>too many failures</source>
        <translation>失败过多</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>limit of %1 per host</source>
        <translation>每主机上限 %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>limit of %1, found by itself</source>
        <translation>自动找到的上限 %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>not started</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>all URLs ended</source>
        <translation>所有网址均已结束</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>all slots of the run are in use</source>
        <translation>本次抓取的并发位均已占用</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>rate limit of the run</source>
        <translation>本次抓取的速率限制</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the run is paused</source>
        <translation>抓取已暂停</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the run is ending what is in flight</source>
        <translation>正在等进行中的请求结束</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the analysis is behind</source>
        <translation>分析跟不上</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the disk is behind</source>
        <translation>磁盘跟不上</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the window is behind</source>
        <translation>窗口跟不上</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>too many files are open</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the session file cannot be written</source>
        <translation>无法写入会话文件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the run waits, nearly everything fails</source>
        <translation>几乎全部失败，抓取等待中</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>failed URLs wait to be tried again</source>
        <translation>失败的网址等待重试</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>may start</source>
        <translation>可以开始</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%Ln URL(s) wait for %1: %2.</source>
        <translation>
            <numerusform>%Ln 个网址在等待 %1：%2。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No file descriptors left: this computer allows no further connections.</source>
        <translation>文件描述符已用尽：本机不允许更多连接。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>No file descriptors left: this computer allows %Ln request(s) in flight.</source>
        <translation>
            <numerusform>文件描述符已用尽：本机允许 %Ln 个并发请求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%Ln URL(s) wait.</source>
        <translation>
            <numerusform>%Ln 个网址在等待。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nearly everything fails, so the run waits. %1</source>
        <translation>几乎全部失败，抓取因此等待。%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nearly everything fails, so the run waits; next try in %1. %2</source>
        <translation>几乎全部失败，抓取因此等待；%1后再试。%2</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%Ln URL(s) that failed wait to be tried again.</source>
        <translation>
            <numerusform>%Ln 个失败的网址等待重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln URL(s) that failed wait to be tried again, the next in %1.</source>
        <translation>
            <numerusform>%Ln 个失败的网址等待重试，下一个在 %1后。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+27"/>
        <source>%1; next try in %2</source>
        <translation>%1；%2后再试</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2 left</source>
        <translation>%1，还剩 %2</translation>
    </message>
    <message numerus="yes">
        <location line="+26"/>
        <source>Waiting for the rate limit: %Ln request(s) per second.</source>
        <translation>
            <numerusform>正在等待速率限制：每秒 %Ln 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Paused. Press Resume to go on.</source>
        <translation>已暂停。按“继续”以恢复抓取。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Waiting for %Ln request(s) in flight to end.</source>
        <translation>
            <numerusform>正在等待 %Ln 个进行中的请求结束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Waiting for the analysis: %Ln page(s) queued. More analysis threads may help.</source>
        <translation>
            <numerusform>正在等待分析：%Ln 个页面在排队。增加分析线程可能有帮助。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Waiting for the disk to take the session file.</source>
        <translation>正在等待磁盘写入会话文件。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Waiting for the window to take the results.</source>
        <translation>正在等待窗口接收结果。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Paused: %1</source>
        <translation>已暂停：%1</translation>
    </message>
    <message>
        <location filename="../src/gui/texts_events.cpp" line="-40"/>
        <source>Stopping at the first failure: %1, %2</source>
        <translation>首次失败，正在停止：%1，%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Further failures are not logged; the results list them all.</source>
        <translation>后续失败不再记入日志；结果表中会全部列出。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A redirect led from https to http: %1</source>
        <translation>重定向由 https 转到了 http：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This computer allows %1 open files; the limit of requests in flight would need %2.</source>
        <translation>本机允许打开 %1 个文件；并发请求上限需要 %2 个。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The body could not be analysed: %1, %2</source>
        <translation>无法分析正文：%1，%2</translation>
    </message>
    <message>
        <location filename="../src/gui/texts.cpp" line="+7"/>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Qt&apos;s manager</source>
        <translation>Qt 的网络管理器</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>No status</source>
        <translation>无状态码</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>1xx informational</source>
        <translation>1xx 信息</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>2xx success</source>
        <translation>2xx 成功</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>3xx redirect</source>
        <translation>3xx 重定向</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>4xx client error</source>
        <translation>4xx 客户端错误</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>5xx server error</source>
        <translation>5xx 服务器错误</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>No remarks</source>
        <translation>无备注</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A status came, but its headers could not be read</source>
        <translation>收到了状态码，但无法读取其头部</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Status outside 100 to 599</source>
        <translation>状态码不在 100 到 599 之间</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>An interim status was delivered as the answer</source>
        <translation>临时状态码被当作最终响应</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The request was sent more than once</source>
        <translation>请求被发送了多次</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Body length differs from Content-Length</source>
        <translation>正文长度与 Content-Length 不符</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Several Content-Length headers that differ</source>
        <translation>存在多个不一致的 Content-Length 头部</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Content-Length and chunked transfer together</source>
        <translation>同时使用了 Content-Length 和分块传输</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compression that was not asked for; body left as received</source>
        <translation>未请求的压缩方式；正文保持原样</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Bytes after the end of the compressed body</source>
        <translation>压缩正文结束后还有多余字节</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A redirect left https</source>
        <translation>重定向离开了 https</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Times are less exact: this computer was busy</source>
        <translation>时间不够精确：本机当时繁忙</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The body is declared as JSON but is not valid JSON</source>
        <translation>正文声明为 JSON，但不是有效的 JSON</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Was in flight when the run was cut off, and was sent again</source>
        <translation>抓取中断时正在进行，已重新发送</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>robots.txt asks not to fetch it; it was fetched all the same</source>
        <translation>robots.txt 要求不要抓取；仍然抓取了</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The answer is a test for browsers, not the page</source>
        <translation>应答是对浏览器的验证，而不是页面本身</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>An earlier attempt of this run had failed</source>
        <translation>本次抓取中先前的尝试曾失败</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1
Name in exports: %2</source>
        <translation>%1
导出名称：%2</translation>
    </message>
    <message>
        <location filename="../src/gui/texts_errors.cpp" line="+28"/>
        <source>No error</source>
        <translation>无错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The request went through.</source>
        <translation>请求成功。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Host not found</source>
        <translation>找不到主机</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The name server knows no such host. Check the spelling of the host name.</source>
        <translation>域名服务器没有这个主机。请检查主机名的拼写。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name lookup timed out</source>
        <translation>域名解析超时</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The name server did not answer within the connect time-out. Check the network, or raise the time-out.</source>
        <translation>域名服务器未在连接超时内应答。请检查网络，或调大超时。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Name lookup failed</source>
        <translation>域名解析失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The name server answered with a fault of its own. Trying again later often helps.</source>
        <translation>域名服务器自身出错。稍后重试往往有效。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Address not allowed</source>
        <translation>地址不被允许</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The host resolves to an address that the settings of this run do not allow.</source>
        <translation>主机解析到的地址不被本次抓取的设置允许。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scheme not allowed</source>
        <translation>协议不被允许</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only http and https URLs are requested.</source>
        <translation>只请求 http 和 https 网址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The computer was reached, but nothing listens on that port. Check the port and that the server is running.</source>
        <translation>已到达该计算机，但该端口没有程序在监听。请检查端口，并确认服务器正在运行。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Connecting timed out</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No connection was made within the connect time-out. The server may be down, overloaded or behind a firewall.</source>
        <translation>未能在连接超时内建立连接。服务器可能已停机、过载或位于防火墙之后。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Network unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no route to the host. Check this computer&apos;s network connection.</source>
        <translation>没有到该主机的路由。请检查本机的网络连接。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Connection reset</source>
        <translation>连接被重置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server broke the connection before it answered. It may be refusing this many requests: lower the limit per host.</source>
        <translation>服务器在应答前断开了连接。它可能拒绝这么多请求：请降低每主机上限。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Certificate expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server&apos;s certificate is out of its period of validity. Check this computer&apos;s clock; otherwise the server&apos;s owner has to renew it.</source>
        <translation>服务器证书不在有效期内。请检查本机时钟；否则需由服务器所有者更新证书。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Certificate for another host</source>
        <translation>证书属于其他主机</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server&apos;s certificate is not made out to this host name.</source>
        <translation>服务器证书不是为该主机名签发的。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The certificate is self-signed or its issuer is unknown to this computer. For a server of your own, checking certificates can be switched off in the settings.</source>
        <translation>证书为自签名，或本机不认识其颁发者。对于自己的服务器，可在设置中关闭证书检查。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>TLS handshake failed</source>
        <translation>TLS 握手失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Server and client found no common TLS version or cipher, or the port does not speak TLS.</source>
        <translation>服务器与客户端没有共同的 TLS 版本或加密套件，或该端口不使用 TLS。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>TLS handshake timed out</source>
        <translation>TLS 握手超时</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The connection was made, but the TLS handshake did not end within the connect time-out.</source>
        <translation>连接已建立，但 TLS 握手未在连接超时内完成。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Proxy failed</source>
        <translation>代理失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The proxy could not be reached, wants other credentials or refused the request. Check the proxy in the settings.</source>
        <translation>无法连接代理、代理要求其他凭据或拒绝了请求。请检查设置中的代理。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No response</source>
        <translation>无响应</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server closed the connection without sending an answer.</source>
        <translation>服务器未发送响应就关闭了连接。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not an HTTP response</source>
        <translation>不是 HTTP 响应</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the server sent cannot be read as HTTP. The port may belong to another service.</source>
        <translation>服务器发送的内容无法作为 HTTP 读取。该端口可能属于其他服务。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Headers too large</source>
        <translation>头部过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The response headers are larger than any sound server sends.</source>
        <translation>响应头部超出了正常服务器会发送的大小。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Waiting for the answer timed out</source>
        <translation>等待响应超时</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The request was sent, but no response headers came within the first-byte time-out. The page may be slow to make: raise the time-out or lower the load.</source>
        <translation>请求已发送，但未在首字节超时内收到响应头部。页面生成可能较慢：请调大超时或降低负载。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Stalled in the body</source>
        <translation>正文传输停滞</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The body began, then nothing more came for as long as the idle time-out.</source>
        <translation>正文开始传输后，在空闲超时内没有再收到数据。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Total time-out</source>
        <translation>总超时</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The request took longer than the total time-out, though data may still have come.</source>
        <translation>请求用时超过了总超时，尽管可能仍在收到数据。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Connection reset in the body</source>
        <translation>正文传输中连接被重置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server broke the connection while it was sending the body.</source>
        <translation>服务器在发送正文时断开了连接。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Body shorter than announced</source>
        <translation>正文短于声明长度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The connection ended before all bytes of Content-Length had come.</source>
        <translation>在收到 Content-Length 声明的全部字节之前，连接已结束。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Body without its last chunk</source>
        <translation>正文缺少最后一个分块</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The connection ended before the chunk that marks the end of the body.</source>
        <translation>在收到标记正文结束的分块之前，连接已结束。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Compressed body cut short</source>
        <translation>压缩正文不完整</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The compressed body ends in the middle of its stream.</source>
        <translation>压缩正文在数据流中途结束。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Body too large</source>
        <translation>正文过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The body is larger than the limit of this run, and reading stopped there. The limit can be raised in the settings.</source>
        <translation>正文超过了本次抓取的上限，读取已在该处停止。可在设置中调大上限。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Body cannot be decompressed</source>
        <translation>正文无法解压</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The body does not match the compression that its Content-Encoding names.</source>
        <translation>正文与 Content-Encoding 声明的压缩方式不符。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Decompression bomb</source>
        <translation>解压炸弹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A small body expands to far more than the body limit. Decompression was stopped to protect this computer.</source>
        <translation>很小的正文解压后远超正文上限。为保护本机，已停止解压。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Redirect loop</source>
        <translation>重定向循环</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The redirects lead back to a URL that was already visited.</source>
        <translation>重定向又回到了已访问过的网址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Too many redirects</source>
        <translation>重定向过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The redirects did not end within the limit of this run.</source>
        <translation>重定向次数超过了本次抓取的上限。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redirect without a usable target</source>
        <translation>重定向没有可用目标</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The Location header of the redirect is missing or is no URL.</source>
        <translation>重定向缺少 Location 头部，或其内容不是网址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redirect not allowed</source>
        <translation>重定向不被允许</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The redirect leads to a scheme or address that is not allowed.</source>
        <translation>重定向指向了不被允许的协议或地址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Excluded by robots.txt</source>
        <translation>被 robots.txt 排除</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The site&apos;s robots.txt asks crawlers not to request this URL.</source>
        <translation>该站点的 robots.txt 要求爬虫不请求此网址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Host paused</source>
        <translation>主机已暂停</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Too many requests to this host failed, so its remaining URLs were left alone.</source>
        <translation>对该主机的失败请求过多，因此其余网址不再请求。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The run was stopped while this request was on its way.</source>
        <translation>该请求进行时抓取被停止。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Something happened that Crawlscope did not expect. Please report it with the details of this row.</source>
        <translation>发生了 Crawlscope 未预料到的情况。请附上此行的详情进行报告。</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Nothing to remark</source>
        <translation>没有需要说明的</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not a URL: no host name found</source>
        <translation>不是网址：找不到主机名</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only http and https URLs can be requested</source>
        <translation>只能请求 http 和 https 网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The host name is missing</source>
        <translation>缺少主机名</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The host name has characters or a length that is not allowed</source>
        <translation>主机名含有不允许的字符或长度不合规</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The port is not a number from 1 to 65535</source>
        <translation>端口不是 1 到 65535 之间的数字</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The IP address is malformed</source>
        <translation>IP 地址格式错误</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The URL is longer than 8 KiB</source>
        <translation>网址超过 8 KiB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The line is not valid UTF-8</source>
        <translation>该行不是有效的 UTF-8</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The line contains a control character</source>
        <translation>该行含有控制字符</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>User name and password are used for the request and kept out of lists and exports</source>
        <translation>用户名和密码用于请求，但不会出现在列表和导出中</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Accepted. %1</source>
        <translation>已接受。%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Accepted, with http:// put in front</source>
        <translation>已接受，并在前面加上了 http://</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Accepted, with http:// put in front. %1</source>
        <translation>已接受，并在前面加上了 http://。%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Duplicate of line %1</source>
        <translation>与第 %1 行重复</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>“%1” was read.</source>
        <translation>已读取“%1”。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>“%1” is larger than %2. Split it into several files.</source>
        <translation>“%1”大于 %2。请将它拆分成多个文件。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>“%1” is a damaged gzip file.</source>
        <translation>“%1”是已损坏的 gzip 文件。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>“%1” has no such column.</source>
        <translation>“%1”没有这一列。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Reading “%1” was cancelled.</source>
        <translation>已取消读取“%1”。</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+19"/>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <location line="-11"/>
        <source>Exported %Ln row(s) to “%1” (%2).</source>
        <translation>
            <numerusform>已将 %Ln 行导出到“%1”（%2）。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Export cancelled. “%1” was left as it was.</source>
        <translation>导出已取消。“%1”保持原样。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” cannot be written.</source>
        <translation>无法写入“%1”。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Writing “%1” failed; an existing file was left as it was.</source>
        <translation>写入“%1”失败；已有文件保持原样。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The session file is not there.</source>
        <translation>会话文件不存在。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session file cannot be read: the system does not allow it.</source>
        <translation>无法读取会话文件：系统不允许。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This file is no Crawlscope session.</source>
        <translation>此文件不是 Crawlscope 会话。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session file is damaged. It was left as it is.</source>
        <translation>会话文件已损坏，未作任何改动。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session was written by a newer version of Crawlscope.</source>
        <translation>此会话由较新版本的 Crawlscope 写入。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Another program is using the session file.</source>
        <translation>另一个程序正在使用此会话文件。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No session file can be made in this folder.</source>
        <translation>无法在此文件夹中创建会话文件。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The disk is full. Make room: the run then goes on by itself.</source>
        <translation>磁盘已满。请腾出空间，抓取随后会自动继续。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session file cannot be written.</source>
        <translation>无法写入会话文件。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session file was deleted or moved. It is written anew where that is possible.</source>
        <translation>会话文件已被删除或移走。若有可能，将重新写入。</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The method must be one word of letters, such as GET or HEAD.</source>
        <translation>方法必须是一个由字母组成的词，例如 GET 或 HEAD。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A header must read “Name: value” on one line.</source>
        <translation>每个头部须写在一行，格式为“Name: value”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A request body needs a method that sends one, such as POST or PUT.</source>
        <translation>带正文的请求需要使用能发送正文的方法，例如 POST 或 PUT。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The content type must read like “text/plain”, on one line.</source>
        <translation>内容类型须写在一行，格式如“text/plain”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The user agent must be one line of printable characters.</source>
        <translation>User-Agent 必须是一行可打印字符。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The body limit must be 0 bytes or more.</source>
        <translation>正文上限必须不小于 0 字节。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The number of redirects must be from 0 to 100.</source>
        <translation>重定向次数必须在 0 到 100 之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Statuses that count as good must read like 200-399 or 200-299,304.</source>
        <translation>视为正常的状态码格式如 200-399 或 200-299,304。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The proxy must read like http://host:port or socks5://host:port.</source>
        <translation>代理格式如 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The total time-out must be from 0 (none) to 24 hours.</source>
        <translation>总超时必须在 0（无）到 24 小时之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The connect time-out must be from 0 (none) to 24 hours.</source>
        <translation>连接超时必须在 0（无）到 24 小时之间。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The first-byte time-out must be from 0 (none) to 24 hours.</source>
        <translation>首字节超时必须在 0（无）到 24 小时之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The idle time-out must be from 0 (none) to 24 hours.</source>
        <translation>空闲超时必须在 0（无）到 24 小时之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The number of requests in flight must be from 1 to 512.</source>
        <translation>并发请求数必须在 1 到 512 之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The limit per host must be from 1 to 512.</source>
        <translation>每主机上限必须在 1 到 512 之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The rate must be from 0 (no limit) to 1,000,000 requests a second.</source>
        <translation>速率必须在每秒 0（不限）到 1,000,000 个请求之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The rate per host must be from 0 (no limit) to 1,000,000 a second.</source>
        <translation>每主机速率必须在每秒 0（不限）到 1,000,000 之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The time between two requests must be from 0 to 3,600 s.</source>
        <translation>两个请求之间的时间必须在 0 到 3,600 秒之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There may be limits for at most 1,000 hosts.</source>
        <translation>最多可为 1,000 个主机单独设置上限。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The depth must be from 0 to 100,000.</source>
        <translation>深度必须在 0 到 100,000 之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The number of URLs must be from 0 (no limit) to 10,000,000.</source>
        <translation>网址数必须在 0（不限）到 10,000,000 之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the links to check, an expression cannot be used.</source>
        <translation>要检查的链接中有一个表达式无法使用。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the links not to check, an expression cannot be used.</source>
        <translation>不检查的链接中有一个表达式无法使用。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the links to follow, an expression cannot be used.</source>
        <translation>要跟随的链接中有一个表达式无法使用。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the links not to follow, an expression cannot be used.</source>
        <translation>不跟随的链接中有一个表达式无法使用。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The number of retries must be from 0 to 10.</source>
        <translation>重试次数必须在 0 到 10 之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The longest Retry-After must be from 0 (none) to 24 hours.</source>
        <translation>最长 Retry-After 必须在 0（无）到 24 小时之间。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The number of analysis threads must be from 1 to 64.</source>
        <translation>分析线程数必须在 1 到 64 之间。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The header “%1” cannot be set: its name or value is not allowed, or Crawlscope sets it itself.</source>
        <translation>无法设置头部“%1”：其名称或值不被允许，或由 Crawlscope 自行设置。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The setting “%1” has a value that cannot be used.</source>
        <translation>设置“%1”的值不可用。</translation>
    </message>
</context>
<context>
    <name>TimeScale</name>
    <message>
        <location filename="../src/gui/pages/timescale.cpp" line="+69"/>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <location filename="../src/gui/models/waterfalltext.cpp" line="+88"/>
        <source>In flight: %1</source>
        <translation>进行中：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ended while the picture was held</source>
        <translation>在画面停住期间结束</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Ended without a status</source>
        <translation>已结束，无状态码</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 · %2</source>
        <comment>stage of a request in flight, time so far</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 · %2</source>
        <comment>time, how a request ended</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>start %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>so far %1</source>
        <translation>目前 %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>total %1</source>
        <translation>总计 %1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>After %Ln redirect(s)</source>
        <translation>
            <numerusform>经过 %Ln 次重定向</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Start, after that of the run</source>
        <translation>开始（自运行开始起）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>TLS, part of connect</source>
        <translation>TLS（含于连接）</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>So far</source>
        <translation>目前用时</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Body received</source>
        <translation>已接收正文</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>HTTP version</source>
        <translation>HTTP 版本</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::AboutDialog</name>
    <message>
        <location filename="../src/gui/dialogs/aboutdialog.cpp" line="+18"/>
        <source>About Crawlscope</source>
        <translation>关于 Crawlscope</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>A desktop crawl monitor: paste a list of URLs, move the limits while it runs, watch timings and errors, export the results.</source>
        <translation>桌面抓取监视器：粘贴网址列表，在运行中调整各项上限，观察耗时和错误，并导出结果。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。不提供任何担保。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Built on Qt %1 (LGPL) and QCustomPlot (GPL); icons by Tabler (MIT).</source>
        <translation>基于 Qt %1（LGPL）和 QCustomPlot（GPL）构建；图标来自 Tabler（MIT）。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::BodyEditor</name>
    <message>
        <location filename="../src/gui/setup/bodyeditor.cpp" line="+214"/>
        <source>Choose the request body</source>
        <translation>选择请求正文</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The JSON is empty</source>
        <translation>JSON 为空</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>No JSON from line %1, column %2 on</source>
        <translation>从第 %1 行第 %2 列起不是 JSON</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The file is being read</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file is larger than %1</source>
        <translation>文件大于 %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No file is chosen</source>
        <translation>未选择文件</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>Longer than %1: it is sent, but not remembered for the next start</source>
        <translation>超过 %1：会发送，但下次启动时不再保留</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Kept body, %1</source>
        <translation>保留的正文，%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of body</source>
        <translation>正文类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Request body</source>
        <translation>请求正文</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Content type of the body</source>
        <translation>正文的内容类型</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::BodyView</name>
    <message>
        <location filename="../src/gui/pages/bodyview.cpp" line="+111"/>
        <source>Body as text</source>
        <translation>以文本显示正文</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Body in hexadecimal</source>
        <translation>以十六进制显示正文</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Body as JSON tree</source>
        <translation>以 JSON 树显示正文</translation>
    </message>
    <message>
        <location line="+33"/>
        <location line="+25"/>
        <location line="+54"/>
        <source>No body.</source>
        <translation>没有正文。</translation>
    </message>
    <message>
        <location line="-51"/>
        <source>First %1 of %2</source>
        <translation>前 %1，共 %2</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Whole body, %1</source>
        <translation>完整正文，%1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>not valid JSON from byte %1 on</source>
        <translation>从第 %1 字节起不是有效的 JSON</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>Only the beginning of the body was kept, which cannot be shown as a tree.</source>
        <translation>只保留了正文的开头部分，无法以树形显示。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The body is not valid JSON: %1, at byte %2.</source>
        <translation>正文不是有效的 JSON：%1，位于第 %2 字节。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>(body)</source>
        <translation>（正文）</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n 个元素</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ChartWidget</name>
    <message>
        <location filename="../src/gui/charts/chartwidget.cpp" line="+123"/>
        <source>Menu of this chart</source>
        <translation>此图表的菜单</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Menu of the chart &quot;%1&quot;</source>
        <translation>图表“%1”的菜单</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+25"/>
        <source>%1, as a table</source>
        <translation>%1（表格）</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show as chart</source>
        <translation>显示为图表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <location line="+16"/>
        <location line="+11"/>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location line="-8"/>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The picture could not be written. Choose a folder you may write to.</source>
        <translation>无法写入图片。请选择有写入权限的文件夹。</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::CsvDialog</name>
    <message>
        <location filename="../ui/csvdialog.ui" line="+14"/>
        <source>Choose the URL column</source>
        <translation>选择网址列</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>&amp;Column with the URLs</source>
        <translation>网址所在列(&amp;C)</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>First records of the file</source>
        <translation>文件的前几条记录</translation>
    </message>
    <message>
        <location filename="../src/gui/dialogs/csvdialog.cpp" line="+25"/>
        <source>%1: which column holds the URLs?</source>
        <translation>%1：哪一列是网址？</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::DashboardPage</name>
    <message>
        <location filename="../src/gui/pages/dashboardpage.cpp" line="+84"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>In flight</source>
        <translation>并发</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Latency, p50</source>
        <translation>延迟 p50</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Data</source>
        <translation>数据量</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+90"/>
        <source>average %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <location line="-89"/>
        <location line="+126"/>
        <source>limit %1</source>
        <translation>上限 %1</translation>
    </message>
    <message>
        <location line="-123"/>
        <location line="+134"/>
        <source>p95 %1  p99 %2</source>
        <translation>p95 %1  p99 %2</translation>
    </message>
    <message>
        <location line="-133"/>
        <source>%1 of all</source>
        <translation>占全部 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+86"/>
        <source>body %1</source>
        <translation>正文 %1</translation>
    </message>
    <message>
        <location line="-85"/>
        <location line="+92"/>
        <source>elapsed %1</source>
        <translation>已用 %1</translation>
    </message>
    <message numerus="yes">
        <location line="-71"/>
        <source>%Ln URL(s) ready. Press Start to fetch them.</source>
        <translation>
            <numerusform>%Ln 个网址已就绪。按“开始”即可抓取。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Paste URLs on the left, or try the demo site.</source>
        <translation>在左侧粘贴网址，或试用演示站点。</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Session “%1” · running</source>
        <translation>会话“%1” · 抓取中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Session “%1” · not running</source>
        <translation>会话“%1” · 未在抓取</translation>
    </message>
    <message>
        <location line="+47"/>
        <source>%1 bytes received, %2 bytes after decompression</source>
        <translation>收到 %1 字节，解压后 %2 字节</translation>
    </message>
    <message>
        <location line="+14"/>
        <location line="+7"/>
        <source> / %1</source>
        <translation> / %1</translation>
    </message>
    <message numerus="yes">
        <location line="-3"/>
        <source>%1, %Ln found</source>
        <comment>share that is done, URLs</comment>
        <translation>
            <numerusform>%1，发现 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 done, %2 failed, %3 skipped, %4 left</source>
        <translation>完成 %1，失败 %2，跳过 %3，剩余 %4</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 URLs, %2 of them found on pages</source>
        <translation>共 %1 个网址，其中 %2 个在网页上发现</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Total time of a URL: half within %1, 95% within %2, 99% within %3</source>
        <translation>单个网址的总时间：一半在 %1 内，95% 在 %2 内，99% 在 %3 内</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Most often: %1, %2</source>
        <translation>最常见：%1，%2</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::DetailsPane</name>
    <message>
        <location filename="../ui/detailspane.ui" line="+16"/>
        <source>Select a row to see its timing, headers and body.</source>
        <translation>选择一行以查看其耗时、头部和正文。</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>URL</source>
        <translation>网址</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Attempt</source>
        <translation>尝试</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This URL was tried several times: choose which attempt to look at</source>
        <translation>此网址尝试过多次：选择要查看的那一次</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+1"/>
        <source>Copy URL</source>
        <translation>复制网址</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+1"/>
        <source>Open URL in the browser</source>
        <translation>在浏览器中打开网址</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+1"/>
        <source>Close details</source>
        <translation>关闭详情</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <location line="+10"/>
        <location line="+8"/>
        <location filename="../src/gui/pages/detailspane.cpp" line="+457"/>
        <source>Redirects</source>
        <translation>重定向</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Headers</source>
        <translation>头部</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Exchange</source>
        <translation>交互</translation>
    </message>
    <message>
        <location line="+15"/>
        <location line="+3"/>
        <source>Request headers</source>
        <translation>请求头部</translation>
    </message>
    <message>
        <location line="+12"/>
        <location line="+3"/>
        <source>Response headers</source>
        <translation>响应头部</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Connection, times and certificate of each hop</source>
        <translation>每一跳的连接、用时和证书</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/detailspane.cpp" line="-241"/>
        <source>Facts</source>
        <translation>概况</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+98"/>
        <source>%1 · %2</source>
        <comment>attempts, what they showed</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Headers, redirects and body were not kept in this run.</source>
        <translation>本次抓取未保留头部、重定向和正文。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Times, redirects, headers and body are those of attempt %1. The facts are of the newest.</source>
        <translation>时间、重定向、标头和正文属于第 %1 次尝试；其余信息属于最近一次。</translation>
    </message>
    <message>
        <location line="-9"/>
        <source>No headers, redirects or body were recorded for this row.</source>
        <translation>此行没有记录头部、重定向或正文。</translation>
    </message>
    <message>
        <location line="+104"/>
        <source>Redirects (%1)</source>
        <translation>重定向（%1）</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Hop %1: %2</source>
        <translation>第 %1 跳：%2</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ErrorsChart</name>
    <message>
        <location filename="../src/gui/charts/errorschart.cpp" line="+64"/>
        <source>Status not accepted</source>
        <translation>状态码不被接受</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Failures by kind</source>
        <translation>失败分类</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>No failures.</source>
        <translation>没有失败。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n failure(s), most often: %1, %2.</source>
        <translation>
            <numerusform>%n 个失败，最常见：%1，%2。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+65"/>
        <source>No failures</source>
        <translation>没有失败</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>URLs</source>
        <translation>网址数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ExportDialog</name>
    <message>
        <location filename="../ui/exportdialog.ui" line="+5"/>
        <source>Export Results</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>What to export</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <location line="+10"/>
        <location line="+4"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Protect against formulas</source>
        <translation>防止公式注入</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Titles and headers come from other people&apos;s servers. A cell that starts with = + - or @ gets an apostrophe in front, so that a spreadsheet shows it as text and does not run it.</source>
        <translation>标题和头部来自他人的服务器。以 = + - 或 @ 开头的单元格会在前面加一个撇号，使电子表格将其显示为文本而不执行。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Begin with a byte order mark (Excel needs it to read UTF-8)</source>
        <translation>以字节顺序标记开头（Excel 读取 UTF-8 需要它）</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+6"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/dialogs/exportdialog.cpp" line="+57"/>
        <source>All input lines, in input order (%Ln)</source>
        <translation>
            <numerusform>所有输入行，按输入顺序（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Duplicates, invalid lines and URLs that have not ended are included.</source>
        <translation>包括重复行、无效行和尚未结束的网址。</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Rows the filter shows, in the order shown (%Ln)</source>
        <translation>
            <numerusform>筛选显示的行，按显示顺序（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Rows of the table, in the order shown (%Ln)</source>
        <translation>
            <numerusform>表格中的行，按显示顺序（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Selected rows (%Ln)</source>
        <translation>
            <numerusform>所选行（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>HTTP archive</source>
        <translation>HTTP 归档</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>HTML report</source>
        <translation>HTML 报告</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>A line per row with a header, for spreadsheets and most other programs.</source>
        <translation>每行一条记录，首行为标题，适用于电子表格和大多数其他程序。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A JSON object per line, for programs and scripts.</source>
        <translation>每行一个 JSON 对象，适用于程序和脚本。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A workbook for Excel and LibreOffice, with numbers as numbers and a filter in each column.</source>
        <translation>用于 Excel 和 LibreOffice 的工作簿，数字保持为数字，每列都带筛选器。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A database with one table, for questions in SQL.</source>
        <translation>只有一个表的数据库，可用 SQL 查询。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>HAR 1.2: each request with timings and headers, for network tools and those of the browsers.</source>
        <translation>HAR 1.2：包含每个请求的计时和标头，适用于网络工具和浏览器的开发者工具。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>One page in English with figures, charts, failures and slowest URLs, to read, print or hand on.</source>
        <translation>一个英文页面，包含数据、图表、失败和最慢的 URL，便于阅读、打印或转交。</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>This is a folder. Add a file name.</source>
        <translation>这是一个文件夹。请加上文件名。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The folder does not exist.</source>
        <translation>文件夹不存在。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file exists and will be replaced.</source>
        <translation>文件已存在，将被替换。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ExportProgress</name>
    <message>
        <location filename="../src/gui/dialogs/exportcontroller.cpp" line="+41"/>
        <source>Export progress</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel the export</source>
        <translation>取消导出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+1"/>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Exporting “%1”</source>
        <translation>正在导出“%1”</translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 / %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::FilterBar</name>
    <message>
        <location filename="../ui/filterbar.ui" line="+16"/>
        <location line="+1"/>
        <source>Filter by URL or title</source>
        <translation>按网址或标题筛选</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Match upper and lower case exactly</source>
        <translation>严格区分大小写</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The text is a regular expression (PCRE2)</source>
        <translation>文本是正则表达式（PCRE2）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Host name; *.example.org takes its subdomains too</source>
        <translation>主机名；*.example.org 也包括其子域名</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Show only rows whose total time is longer</source>
        <translation>只显示总时间更长的行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Slower than, in milliseconds</source>
        <translation>慢于（毫秒）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Any duration</source>
        <translation>任意时长</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Over </source>
        <translation>超过 </translation>
    </message>
    <message>
        <location line="+1"/>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Sort again with the rows that came since</source>
        <translation>连同新到的行重新排序</translation>
    </message>
    <message>
        <location line="+11"/>
        <location line="+1"/>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+1"/>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Show details of the current row</source>
        <translation>显示当前行的详情</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Export results to a file</source>
        <translation>将结果导出到文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/filterbar.cpp" line="+195"/>
        <source>All hosts</source>
        <translation>所有主机</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <location line="-34"/>
        <source>This is no regular expression: %1, at character %2.</source>
        <translation>这不是正则表达式：%1，位于第 %2 个字符。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Pattern is not valid</source>
        <translation>模式无效</translation>
    </message>
    <message>
        <location line="+81"/>
        <source>No status</source>
        <translation>无状态码</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%1: %Ln row(s)</source>
        <translation>
            <numerusform>%1：%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <location line="+11"/>
        <source>All errors</source>
        <translation>所有错误</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 (%2)</source>
        <comment>error, count</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Any error (%1)</source>
        <translation>任意错误（%1）</translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <location line="+26"/>
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-7"/>
        <source>%Ln new row(s)</source>
        <translation>
            <numerusform>%Ln 个新行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>Searching %Ln row(s)…</source>
        <translation>
            <numerusform>正在搜索 %Ln 行…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%1 of %Ln row(s) shown</source>
        <translation>
            <numerusform>显示 %1 / %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>The pattern was too costly for %Ln row(s), which are not shown.</source>
        <translation>
            <numerusform>该模式在 %Ln 行上开销过大，这些行未显示。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HeaderModel</name>
    <message>
        <location filename="../src/gui/models/headermodel.cpp" line="+74"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HelpDialog</name>
    <message>
        <location filename="../src/gui/dialogs/helpdialog.cpp" line="+24"/>
        <source>Crawlscope help</source>
        <translation>Crawlscope 帮助</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>1. Paste a list</source>
        <translation>1. 粘贴列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Paste URLs into the box on the left, one per line, or drop a .txt, .csv or .gz file. Each line gets a verdict: accepted, duplicate or invalid, with the reason. Empty lines and lines that start with # are passed over. Every accepted URL is fetched once.</source>
        <translation>将网址粘贴到左侧的框中，每行一个，或拖入 .txt、.csv 或 .gz 文件。每一行都会得到判定：已接受、重复或无效，并附上原因。空行和以 # 开头的行会被忽略。每个已接受的网址只抓取一次。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>2. Start, and move the limits</source>
        <translation>2. 开始抓取，调整上限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>In flight is the number of requests under way at one time, Per host the part of them that may go to one host. Requests/s holds the pace down, Analysis is the number of threads that take pages apart. All four act at once, in both directions, while the run goes on; the charts mark the moment. If nothing moves, the line at the bottom says why.</source>
        <translation>“并发”是同时进行的请求数，“每主机”是其中可以发往同一主机的数量。“请求/秒”用于限制速度，“分析线程”是解析页面的线程数。这四项在抓取过程中调大调小都立即生效，图表会标记调整的时刻。如果没有进展，底部的状态行会说明原因。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>3. Watch</source>
        <translation>3. 观察</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dashboard shows rate, latency and errors over time. Results lists every URL that has ended, with filters and details. Log tells what happened when. Pause lets requests under way end and starts no new ones; Stop cancels them.</source>
        <translation>“仪表盘”显示速率、延迟和错误随时间的变化。“结果”列出每个已结束的网址，可筛选并查看详情。“日志”记录何时发生了什么。“暂停”会让进行中的请求正常结束，不再开始新请求；“停止”会取消它们。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>4. Export</source>
        <translation>4. 导出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export writes CSV or JSON lines: every line of the input, the rows shown, or the rows selected. Lines that were not fetched are there too, with the reason.</source>
        <translation>“导出”可写出 CSV 或 JSON Lines：全部输入行、显示的行或所选的行。未抓取的行也会列出，并附上原因。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What counts as failed</source>
        <translation>什么算失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A URL fails when no usable answer comes (no address, no connection, time-out, broken body), or when the HTTP status is outside the statuses that count as OK in the request settings.</source>
        <translation>没有得到可用的响应（无地址、无连接、超时、正文损坏），或 HTTP 状态码不在请求设置的正常范围内时，网址算作失败。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HistogramChart</name>
    <message>
        <location filename="../src/gui/charts/histogramchart.cpp" line="+60"/>
        <source>Latency histogram</source>
        <translation>延迟直方图</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+76"/>
        <location line="+13"/>
        <source>URLs</source>
        <translation>网址数</translation>
    </message>
    <message>
        <location line="-76"/>
        <source>%1 URLs: half within %2, 95% within %3, 99% within %4, slowest %5.</source>
        <translation>%1 个网址：一半在 %2 内，95% 在 %3 内，99% 在 %4 内，最慢 %5。</translation>
    </message>
    <message>
        <location line="+61"/>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>From (ms)</source>
        <translation>起（毫秒）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>To (ms)</source>
        <translation>止（毫秒）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HopFactsModel</name>
    <message>
        <location filename="../src/gui/models/hopfactsmodel.cpp" line="+39"/>
        <source>HTTP version</source>
        <translation>HTTP 版本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Body as received</source>
        <translation>收到的正文</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>TLS (part of Connect)</source>
        <translation>TLS（属于连接阶段）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>TLS version</source>
        <translation>TLS 版本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cipher</source>
        <translation>加密套件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Certificate of</source>
        <translation>证书主体</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>Not measured, or did not happen</source>
        <translation>未测量，或未发生</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <location line="+82"/>
        <source>%1: %2</source>
        <comment>fact: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Hop %1</source>
        <translation>第 %1 跳</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HopModel</name>
    <message>
        <location filename="../src/gui/models/headermodel.cpp" line="+102"/>
        <source>Hop</source>
        <translation>跳</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URL</source>
        <translation>网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Timing</source>
        <translation>耗时</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HostLimitsDialog</name>
    <message>
        <location filename="../ui/hostlimitsdialog.ui" line="+5"/>
        <source>Limits of hosts</source>
        <translation>主机上限</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>&amp;Requests at once</source>
        <translation>同时请求数(&amp;R)</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+5"/>
        <source>Requests under way at one time to this host (per-host)</source>
        <translation>对此主机同时进行的请求数（per-host）</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Requests/&amp;s</source>
        <translation>请求/秒(&amp;S)</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+5"/>
        <source>Requests per second to this host; 0 means no limit (rate)</source>
        <translation>对此主机每秒的请求数；0 表示不限（rate）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&amp;Time between requests</source>
        <translation>请求间隔(&amp;T)</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+5"/>
        <source>Least time between the starts of two requests to this host (interval)</source>
        <translation>对此主机的两个请求开始时间的最小间隔（interval）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="+1"/>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>What is not ticked is as for all hosts. The change acts at once and stays in the setup panel, under Politeness.</source>
        <translation>未勾选的项目与所有主机相同。更改立即生效，并保留在设置面板的“礼貌抓取”中。</translation>
    </message>
    <message>
        <location filename="../src/gui/dialogs/hostlimitsdialog.cpp" line="+86"/>
        <source>Limits of %1</source>
        <translation>%1 的上限</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Limits of %Ln host(s)</source>
        <translation>
            <numerusform>%Ln 个主机的上限</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HostsModel</name>
    <message>
        <location filename="../src/gui/models/hostcells.cpp" line="+100"/>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Host and port, domain or address, as hosts are grouped</source>
        <translation>主机与端口、域名或地址，依主机的划分方式而定</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that wait, those to be tried again included</source>
        <translation>等待中的网址，包括待重试的</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Requests under way</source>
        <translation>正在进行的请求</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that ended well</source>
        <translation>顺利完成的网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that failed</source>
        <translation>失败的网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that were not fetched, e.g. since robots.txt asks not to</source>
        <translation>未抓取的网址，例如 robots.txt 要求不要抓取</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Half of the URLs took no longer, in all</source>
        <translation>一半网址的总用时不超过此值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>95% of the URLs took no longer, in all</source>
        <translation>95% 网址的总用时不超过此值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that ended per second, over the last 10 s</source>
        <translation>最近 10 秒内每秒结束的网址数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Requests at once that the host is allowed now</source>
        <translation>此主机目前允许的同时请求数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Least time between the starts of two requests</source>
        <translation>两个请求开始时间的最小间隔</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What the host is doing, or why its next request does not start</source>
        <translation>主机在做什么，或下一个请求为何没有开始</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>When its next request may start, in this computer&apos;s time zone</source>
        <translation>下一个请求最早何时开始（本机时区）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Next</source>
        <translation>下次</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HostsPage</name>
    <message>
        <location filename="../ui/hostspage.ui" line="+27"/>
        <source>Enter URLs</source>
        <translation>输入网址</translation>
    </message>
    <message>
        <location line="+19"/>
        <location line="+1"/>
        <source>Filter hosts</source>
        <translation>筛选主机</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Part of the name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Figures changed since the hosts were sorted; they do not move by themselves</source>
        <translation>排序之后数值有变化；各行不会自行移动</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>No host matches the filter.</source>
        <translation>没有符合筛选的主机。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/hostspage.cpp" line="+159"/>
        <source>Pause host</source>
        <translation>暂停主机</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Resume host</source>
        <translation>恢复主机</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Change limits…</source>
        <translation>更改上限…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show its results</source>
        <translation>显示其结果</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Start no further requests to the selected hosts; those under way go on</source>
        <translation>不再对所选主机开始新请求；进行中的请求继续</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Let the selected hosts go on; also ends a wait of Retry-After, backing off and too many failures</source>
        <translation>让所选主机继续；同时结束因 Retry-After、退避和失败过多而产生的等待</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Requests at once, requests per second and time between requests of the selected hosts</source>
        <translation>所选主机的同时请求数、每秒请求数和请求间隔</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go to the results of this host</source>
        <translation>转到此主机的结果</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <location line="+80"/>
        <source>Each host appears here with its limits and waits while a crawl runs. Enter URLs and press Start.</source>
        <translation>抓取进行时，各主机及其上限和等待显示在此处。请输入网址并按“开始”。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Waiting for the first host…</source>
        <translation>正在等待第一个主机…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Hosts are shown of a run that goes on; this one does not. The results can be filtered by host.</source>
        <translation>只有正在进行的抓取才显示主机；此次抓取不在进行。结果可以按主机筛选。</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%1 of %Ln host(s)</source>
        <translation>
            <numerusform>%1 / %Ln 个主机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln host(s)</source>
        <translation>
            <numerusform>%Ln 个主机</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sort again</source>
        <translation>重新排序</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln new host(s)</source>
        <translation>
            <numerusform>%Ln 个新主机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+114"/>
        <source>More than %Ln row(s) cannot be copied.</source>
        <translation>
            <numerusform>无法复制超过 %Ln 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>已复制 %Ln 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LatencyChart</name>
    <message>
        <location filename="../src/gui/charts/latencychart.cpp" line="+51"/>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <location line="+25"/>
        <location line="+58"/>
        <source>URLs ended</source>
        <translation>已结束网址</translation>
    </message>
    <message>
        <location line="-51"/>
        <source>Half of the URLs within %1, 95% within %2, 99% within %3; the median is %4.</source>
        <translation>一半网址在 %1 内，95% 在 %2 内，99% 在 %3 内；中位数%4。</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p50 (ms)</source>
        <translation>p50（毫秒）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p95 (ms)</source>
        <translation>p95（毫秒）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p99 (ms)</source>
        <translation>p99（毫秒）</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LinkSettings</name>
    <message>
        <location filename="../ui/linksettings.ui" line="+13"/>
        <source>&amp;Follow the links of pages</source>
        <translation>跟随网页中的链接(&amp;F)</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>&amp;Depth</source>
        <translation>深度(&amp;D)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>URLs at &amp;most</source>
        <translation>网址数上限(&amp;M)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Follow &amp;within</source>
        <translation>跟随范围(&amp;W)</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>&amp;nofollow</source>
        <translation>nofollow(&amp;N)</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>&amp;Check links that lead elsewhere</source>
        <translation>检查通向别处的链接(&amp;C)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Check ima&amp;ges, scripts and styles</source>
        <translation>检查图片、脚本和样式(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/setup/linksettings.cpp" line="+156"/>
        <source>At most %Ln expression(s)</source>
        <translation>
            <numerusform>最多 %Ln 个表达式</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Line %1 is longer than %2 characters</source>
        <translation>第 %1 行超过 %2 个字符</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Line %1, character %2: %3</source>
        <translation>第 %1 行第 %2 个字符：%3</translation>
    </message>
    <message>
        <location line="+73"/>
        <source>Fixed while a run goes on.</source>
        <translation>抓取进行时不可更改。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>robots.txt is obeyed while links are followed, unless you choose otherwise under Politeness.</source>
        <translation>跟随链接时遵守 robots.txt，除非您在“礼貌抓取”中另作选择。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>robots.txt is not obeyed, as chosen under Politeness.</source>
        <translation>按“礼貌抓取”中的选择，不遵守 robots.txt。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only the URLs of the list are fetched.</source>
        <translation>只抓取列表中的网址。</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Same host</source>
        <translation>同一主机</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Same domain</source>
        <translation>同一域名</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Same folder</source>
        <translation>同一目录</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Everywhere</source>
        <translation>不限范围</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Leave out</source>
        <translation>略过</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Check only</source>
        <translation>只检查</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Like others</source>
        <translation>与其他链接相同</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check only links that match, one expression per line</source>
        <translation>只检查匹配的链接，每行一个表达式</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Do not check links that match</source>
        <translation>不检查匹配的链接</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Follow only links that match</source>
        <translation>只跟随匹配的链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Do not follow links that match</source>
        <translation>不跟随匹配的链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Regular expressions, found anywhere in the URL unless anchored; upper and lower case differ unless it begins with (?i)</source>
        <translation>正则表达式；未加定位符时匹配网址中的任意位置；除非以 (?i) 开头，否则区分大小写</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1
Name in profiles: %2</source>
        <translation>%1
配置文件中的名称：%2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>What pages link to is fetched, too: the list is where it begins</source>
        <translation>网页所链接的内容也会抓取：列表是起点</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Links from the list to a page at most; 0 means only the list</source>
        <translation>从列表到网页最多经过的链接数；0 表示只抓取列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URLs of the run, the list included; 0 means no limit</source>
        <translation>一次抓取的网址数，包括列表；0 表示不限</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Whose links are followed: pages of the hosts of the list, of their registrable domains, of the folders of its URLs and below, or all</source>
        <translation>跟随哪些网页的链接：列表中各主机的网页，其注册域名下的网页，列表网址所在目录及其下级的网页，或全部网页</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Links that lead elsewhere are fetched once, but not followed</source>
        <translation>通向别处的链接抓取一次，但不再跟随</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Links marked nofollow, and those of pages that say so</source>
        <translation>标有 nofollow 的链接，以及声明 nofollow 的网页中的链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Images, scripts, styles, media and the like are fetched, too</source>
        <translation>图片、脚本、样式、媒体等也会抓取</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LinksModel</name>
    <message>
        <location filename="../src/gui/models/linksmodel.cpp" line="+76"/>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Image map</source>
        <translation>图像映射</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Frame</source>
        <translation>框架</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Canonical</source>
        <translation>规范网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Alternate</source>
        <translation>替代版本</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Feed</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Refresh</source>
        <translation>自动跳转</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+1"/>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, nofollow</source>
        <comment>kind of link</comment>
        <translation>%1，nofollow</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No result yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <location line="+64"/>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Page</source>
        <translation>网页</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>URL</source>
        <translation>网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Text of the link</source>
        <translation>链接文字</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LinksView</name>
    <message>
        <location filename="../src/gui/pages/linksview.cpp" line="+211"/>
        <source>Links were not kept in this run.</source>
        <translation>本次抓取没有保留链接。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Links were not followed in this run, so they are not known. “Follow the links of pages” under Links in the setup changes that for the next one.</source>
        <translation>本次抓取没有跟随链接，因此不知道有哪些链接。在设置的“链接”中打开“跟随网页中的链接”，下次抓取即可。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No page whose links were followed leads here.</source>
        <translation>跟随过链接的网页中，没有通向此处的。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No page whose links were followed leads here: the URL is one of the list.</source>
        <translation>跟随过链接的网页中，没有通向此处的：该网址来自列表。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing is known of links of this URL: no page came, or its links were not to be followed.</source>
        <translation>不知道该网址有哪些链接：没有收到网页，或者不跟随其中的链接。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>The page has %Ln link(s). They were not to be followed, so they were not kept.</source>
        <translation>
            <numerusform>该网页有 %Ln 个链接。这些链接不在跟随之列，因此没有保留。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This page has no links.</source>
        <translation>该网页没有链接。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>What came is no page, so it has no links.</source>
        <translation>收到的不是网页，因此没有链接。</translation>
    </message>
    <message numerus="yes">
        <location line="+11"/>
        <source>The first %Ln link(s) to this URL</source>
        <translation>
            <numerusform>指向该网址的前 %Ln 个链接</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Links to this URL: %1</source>
        <translation>指向该网址的链接：%1</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>The first %Ln link(s) of this page; it has more than are kept</source>
        <translation>
            <numerusform>该网页的前 %Ln 个链接；其余的没有保留</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Links of this page: %1</source>
        <translation>该网页的链接：%1</translation>
    </message>
    <message>
        <location line="-7"/>
        <location line="+10"/>
        <source>Links to this URL</source>
        <translation>指向该网址的链接</translation>
    </message>
    <message>
        <location line="-6"/>
        <location line="+7"/>
        <source>Links of this page</source>
        <translation>该网页的链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LogModel</name>
    <message>
        <location filename="../src/gui/models/logmodel.cpp" line="+87"/>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Notice</source>
        <translation>注意</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>%1 after the start of the run</source>
        <translation>抓取开始后 %1</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LogPage</name>
    <message>
        <location filename="../ui/logpage.ui" line="+16"/>
        <location line="+1"/>
        <source>Filter messages</source>
        <translation>筛选消息</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Copy selected lines, or all when none is selected</source>
        <translation>复制所选行；未选择时复制全部</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../src/gui/pages/logpage.cpp" line="+109"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+1"/>
        <source>Clear the log</source>
        <translation>清空日志</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/logpage.cpp" line="-3"/>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Notices and worse</source>
        <translation>注意及以上</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Errors only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>What happens during a run is noted here.</source>
        <translation>抓取过程中发生的事情会记录在这里。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No line matches the filter.</source>
        <translation>没有符合筛选的行。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 of %Ln line(s)</source>
        <translation>
            <numerusform>%1 / %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LoopChart</name>
    <message>
        <location filename="../src/gui/charts/loopchart.cpp" line="+49"/>
        <source>Network loop</source>
        <translation>网络循环</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Window loop</source>
        <translation>窗口循环</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open files</source>
        <translation>打开的文件</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Buffered</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rows to write</source>
        <translation>待写入行</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>ms late</source>
        <translation>延迟毫秒</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>pages at hand</source>
        <translation>手头页面</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1, at most %2 within the last five minutes.</source>
        <translation>%1，最近五分钟内最高 %2。</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LoopPage</name>
    <message>
        <location filename="../ui/looppage.ui" line="+22"/>
        <source>How busy this program itself is shows here while a crawl runs.</source>
        <translation>抓取进行时，此处显示本程序自身的繁忙程度。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Enter URLs</source>
        <translation>输入网址</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>These figures are of Crawlscope on this computer, not of the servers. The charts show the last five minutes. When they stay calm, what limits the crawl is the network, the servers or the limits set.</source>
        <translation>这些数值反映本机上的 Crawlscope，而不是服务器。图表显示最近五分钟。若数值平稳，则限制抓取速度的是网络、服务器或所设上限。</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/looppage.cpp" line="+32"/>
        <source>How late the network gets its turn. Over 50 ms the times measured are less exact: allow fewer requests in flight.</source>
        <translation>网络循环延迟了多久。超过 50 毫秒时，测得的时间不够准确：请降低并发请求数。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How late this window gets its turn. Over 200 ms it feels slow; the crawl does not wait for it.</source>
        <translation>窗口循环延迟了多久。超过 200 毫秒会感到迟缓；抓取不会等待窗口。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Pages being taken apart, or queued for it. Worry when the queue stays: give the analysis more threads.</source>
        <translation>正在分析或排队等待分析的页面。若队列持续不退，请增加分析线程。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Connections and files. At nine tenths of the limit new connections may fail soon: allow fewer requests in flight.</source>
        <translation>连接和文件。达到上限的九成时，新连接可能很快失败：请降低并发请求数。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Memory of this program. It grows with the list; worry when this computer begins to swap.</source>
        <translation>本程序占用的内存。它随列表增长；若本机开始使用交换空间，则需注意。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Bodies on their way in. Many large files at once fill it: allow fewer requests in flight, or smaller bodies.</source>
        <translation>正在接收的正文。同时接收许多大文件会使其增长：请降低并发请求数或正文大小上限。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Results not yet on the disk. Worry when they stay over ten thousand: the disk is too slow or full.</source>
        <translation>尚未写入磁盘的结果。若持续超过一万行，说明磁盘太慢或已满。</translation>
    </message>
    <message>
        <location line="+55"/>
        <location line="+68"/>
        <source>most %1</source>
        <translation>最高 %1</translation>
    </message>
    <message>
        <location line="-16"/>
        <location line="+2"/>
        <source> / %1</source>
        <translation> / %1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln 个排队</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>high · %1</source>
        <translation>偏高 · %1</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::MainWindow</name>
    <message>
        <location filename="../ui/mainwindow.ui" line="+52"/>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>&amp;Recent sessions</source>
        <translation>最近的会话(&amp;R)</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>&amp;Run</source>
        <translation>抓取(&amp;R)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>&amp;Open list…</source>
        <translation>打开列表(&amp;O)…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open a .txt, .csv or .gz file with URLs</source>
        <translation>打开含有网址的 .txt、.csv 或 .gz 文件</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Try the &amp;demo site</source>
        <translation>试用演示站点(&amp;D)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Fill in the URLs of a small web site that runs inside this program</source>
        <translation>填入本程序内置小网站的网址</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;All lines…</source>
        <translation>所有行(&amp;A)…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Every line of the input, in its order, fetched or not</source>
        <translation>输入的每一行，按原顺序，无论是否已抓取</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Rows &amp;shown…</source>
        <translation>显示的行(&amp;S)…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The rows that pass the filter, in the order shown</source>
        <translation>符合筛选的行，按显示顺序</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Rows se&amp;lected…</source>
        <translation>所选的行(&amp;L)…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The rows selected in Results</source>
        <translation>在“结果”中选择的行</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Se&amp;ttings…</source>
        <translation>首选项(&amp;T)…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Language, theme and more</source>
        <translation>语言、主题等</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Stop everything and close</source>
        <translation>停止所有活动并关闭</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Fetch the URLs of the list</source>
        <translation>抓取列表中的网址</translation>
    </message>
    <message>
        <location line="+8"/>
        <location filename="../src/gui/mainwindowactions.cpp" line="+209"/>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../src/gui/mainwindowactions.cpp" line="+6"/>
        <source>Start no further requests</source>
        <translation>不再开始新的请求</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Cancel the requests under way and end the run</source>
        <translation>取消进行中的请求并结束抓取</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>&amp;Retry failed</source>
        <translation>重试失败项(&amp;R)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Try the failed URLs again, in the same session</source>
        <translation>在同一会话中再次尝试失败的网址</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Open &amp;session…</source>
        <translation>打开会话(&amp;S)…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Show a session file</source>
        <translation>显示一个会话文件</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Save session &amp;as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Keep this session in another file</source>
        <translation>将此会话保存到另一个文件</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>&amp;Filter results</source>
        <translation>筛选结果(&amp;F)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Go to the filter of the results</source>
        <translation>转到结果的筛选栏</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>User &amp;guide</source>
        <translation>使用指南(&amp;G)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How a run goes, and the keys</source>
        <translation>抓取步骤和快捷键</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>&amp;About Crawlscope</source>
        <translation>关于 Crawlscope(&amp;A)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Version and licence</source>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <location filename="../src/gui/mainwindowactions.cpp" line="-225"/>
        <source>Dashboard</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Waterfall</source>
        <translation>瀑布图</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Setup panel</source>
        <translation>设置面板</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+2"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Write results to a file</source>
        <translation>将结果写入文件</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+204"/>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <location line="-202"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Retry failed</source>
        <translation>重试失败项</translation>
    </message>
    <message>
        <location line="+64"/>
        <source>The demo site cannot start: %1</source>
        <translation>无法启动演示站点：%1</translation>
    </message>
    <message>
        <location line="+130"/>
        <location line="+1"/>
        <location filename="../src/gui/mainwindowsessions.cpp" line="+122"/>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go on with the URLs that are left, in the same session</source>
        <translation>在同一会话中接着处理剩余网址</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Go on</source>
        <translation>继续抓取</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 % – Crawlscope</source>
        <translation>%1 % – Crawlscope</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, not running – Crawlscope</source>
        <translation>%1，未在抓取 – Crawlscope</translation>
    </message>
    <message>
        <location line="+47"/>
        <source>Paste URLs, from anywhere in the setup panel</source>
        <translation>粘贴网址（在设置面板任意位置）</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Close Crawlscope?</source>
        <translation>关闭 Crawlscope？</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A run is going on. Requests under way are cancelled when you close.</source>
        <translation>抓取正在进行。关闭时将取消进行中的请求。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <location filename="../src/gui/mainwindowsessions.cpp" line="+1"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Crawlscope sessions (*%1);;All files (*)</source>
        <translation>Crawlscope 会话 (*%1);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>A run goes on. Stop it before you open another session.</source>
        <translation>有一次抓取正在进行。请先停止，再打开别的会话。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Opening “%1”…</source>
        <translation>正在打开“%1”…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>“%1” cannot be opened. %2</source>
        <translation>无法打开“%1”。%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+136"/>
        <location line="+17"/>
        <location line="+16"/>
        <location line="+3"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location line="-38"/>
        <source>The session could not be saved as “%1”. %2</source>
        <translation>会话未能另存为“%1”。%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+34"/>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <location line="-29"/>
        <source>Session saved as “%1”.</source>
        <translation>会话已另存为“%1”。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>“%1” cannot be gone on with. %2</source>
        <translation>“%1”无法继续。%2</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>No session file can be made, so this run is kept in memory only. Export its results before you close. %1</source>
        <translation>无法创建会话文件，此次抓取只保存在内存中。请在关闭前导出结果。%1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The folder for sessions cannot be used, so this session lies in the folder for temporary files, which may be emptied at any time. %1</source>
        <translation>会话文件夹无法使用，因此此会话存放在临时文件夹中，该文件夹随时可能被清空。%1</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+3"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::PhaseLegend</name>
    <message>
        <location filename="../src/gui/pages/phaselegend.cpp" line="+43"/>
        <source>not measured</source>
        <translation>未测得</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>still in flight</source>
        <translation>仍在进行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::PolitenessSettings</name>
    <message>
        <location filename="../ui/politenesssettings.ui" line="+23"/>
        <source>Requests/s per &amp;host</source>
        <translation>每主机请求/秒(&amp;H)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Time &amp;between requests</source>
        <translation>请求间隔(&amp;B)</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+62"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="-61"/>
        <location line="+86"/>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <location line="-77"/>
        <source>Limits of &amp;single hosts, one per line</source>
        <translation>单个主机的上限，每行一个(&amp;S)</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>robots.t&amp;xt</source>
        <translation>robots.txt(&amp;X)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Hosts are &amp;told apart by</source>
        <translation>主机划分依据(&amp;T)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Retr&amp;ies</source>
        <translation>重试次数(&amp;I)</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Retry POST and the like, &amp;too</source>
        <translation>也重试 POST 等请求(&amp;T)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Second pass at the &amp;end, slowly</source>
        <translation>结束时缓慢地再试一遍(&amp;E)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;Longest Retry-After</source>
        <translation>最长 Retry-After(&amp;L)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>never wait</source>
        <translation>从不等待</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Wait when nearly e&amp;verything fails</source>
        <translation>几乎全部失败时等待(&amp;V)</translation>
    </message>
    <message>
        <location filename="../src/gui/setup/politenesssettings.cpp" line="+128"/>
        <source>Line %1 must read like HOST:per-host=2,rate=0.5,interval=1</source>
        <translation>第 %1 行的格式必须如 HOST:per-host=2,rate=0.5,interval=1</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%Ln limit(s); the first that matches a host counts</source>
        <translation>
            <numerusform>%Ln 条上限；以第一条与主机相符的为准</numerusform>
        </translation>
    </message>
    <message>
        <location line="+14"/>
        <source>What owners of sites ask for is not even read</source>
        <translation>根本不读取网站所有者的要求</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Obeyed since links are followed</source>
        <translation>因跟随链接而遵守</translation>
    </message>
    <message>
        <location line="+98"/>
        <source>Fixed while a run goes on. The limits above can be changed.</source>
        <translation>抓取进行时不可更改。上方的各项上限可以调整。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Obey</source>
        <translation>遵守</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Report only</source>
        <translation>仅报告</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name and port</source>
        <translation>名称与端口</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Requests per second to any one host; 0 means no limit</source>
        <translation>对任一主机每秒的请求数；0 表示不限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Least time between the starts of two requests to any one host</source>
        <translation>对任一主机的两个请求开始时间的最小间隔</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A host, or *.example.org for a domain and all below it, then what is different for it: per-host (requests at once), rate (requests/s), interval (seconds)</source>
        <translation>一个主机，或用 *.example.org 表示域名及其下所有主机，后接其不同之处：per-host（同时请求数）、rate（请求/秒）、interval（秒）</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Obey: what robots.txt forbids is skipped, its Crawl-delay is kept. Report only: everything is fetched, and the results tell what it forbids. Ignore: it is not read.</source>
        <translation>遵守：跳过 robots.txt 所禁止的网址，并遵守其 Crawl-delay。仅报告：全部抓取，并在结果中注明其所禁止的网址。忽略：不读取。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What counts as one host for limits and waits</source>
        <translation>在上限和等待方面，什么算作一个主机</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Further tries of a URL after a failure that may pass</source>
        <translation>遇到可能只是暂时的失败后，对网址再试的次数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Also of requests that change something on the server, which may then happen twice</source>
        <translation>也重试会更改服务器内容的请求，这些更改因此可能发生两次</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>When all is done, URLs that timed out, were reset or were turned away (429) are tried once more at a quarter of the rate</source>
        <translation>全部结束后，对超时、被重置或被拒绝（429）的网址以四分之一的速率再试一次</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Longest wait that a server may ask for; 0 means none</source>
        <translation>服务器可以要求的最长等待；0 表示不等待</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A host, or the whole run, pauses when nearly all of its requests fail, and goes on when one succeeds</source>
        <translation>当某主机或整个抓取的请求几乎全部失败时暂停，有一个成功后继续</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1
Name in profiles: %2</source>
        <translation>%1
配置文件中的名称：%2</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::RateChart</name>
    <message>
        <location filename="../src/gui/charts/ratechart.cpp" line="+41"/>
        <source>Rate and requests in flight</source>
        <translation>速率与并发请求</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>in flight</source>
        <translation>并发</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Rate %1, %2. In flight %3 of at most %4.</source>
        <translation>速率 %1，%2。并发 %3，上限 %4。</translation>
    </message>
    <message>
        <location line="+60"/>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>URLs/s</source>
        <translation>网址/秒</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>In flight</source>
        <translation>并发</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::RequestSettings</name>
    <message>
        <location filename="../ui/requestsettings.ui" line="+48"/>
        <source>&amp;Method</source>
        <translation>方法(&amp;M)</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>HTTP method; any token of RFC 9110 may be typed</source>
        <translation>HTTP 方法；可输入 RFC 9110 允许的任意标记</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>&amp;OK statuses</source>
        <translation>正常状态码(&amp;O)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Which HTTP statuses count as success, such as 200-399 or 200-299,304</source>
        <translation>哪些 HTTP 状态码算作成功，例如 200-399 或 200-299,304</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&amp;User-Agent</source>
        <translation>User-Agent(&amp;U)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Empty: the name of this program</source>
        <translation>留空：使用本程序的名称</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&amp;Headers, one “Name: value” per line</source>
        <translation>头部，每行一个“Name: value”(&amp;H)</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Accept-Language: en</source>
        <translation>Accept-Language: zh-CN</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sent with every request. Authorization and Cookie are used but never stored.</source>
        <translation>随每个请求发送。Authorization 和 Cookie 会被使用，但绝不保存。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&amp;Body</source>
        <translation>正文(&amp;B)</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>&amp;Connect within</source>
        <translation>连接超时(&amp;C)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Finding the address, connecting and TLS</source>
        <translation>包括解析地址、建立连接和 TLS</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+32"/>
        <location line="+32"/>
        <location line="+32"/>
        <location line="+160"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="-253"/>
        <location line="+32"/>
        <location line="+32"/>
        <location line="+32"/>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <location line="-80"/>
        <source>&amp;First byte within</source>
        <translation>首字节超时(&amp;F)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>From the request sent to the first byte of the answer</source>
        <translation>从发出请求到收到响应首字节</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>I&amp;dle at most</source>
        <translation>空闲超时(&amp;D)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Between two pieces of the body</source>
        <translation>正文两段数据之间</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>&amp;Total at most</source>
        <translation>总超时(&amp;T)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The whole attempt; the clock starts when the request may start</source>
        <translation>整次尝试；从请求获准开始时计时</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>&amp;Redirects at most</source>
        <translation>重定向上限(&amp;R)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>0: a redirect is the answer</source>
        <translation>0：重定向即为响应</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>do not follow</source>
        <translation>不跟随</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Allo&amp;w redirects to private addresses</source>
        <translation>允许重定向到内网地址(&amp;W)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A public page may then redirect to addresses of your own network and of this computer, such as 192.168.1.1 or localhost. URLs of the list itself are always fetched.</source>
        <translation>允许后，公网页面可以重定向到您自己的网络和本机的地址，例如 192.168.1.1 或 localhost。列表中的网址本身总会抓取。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Body si&amp;ze at most</source>
        <translation>正文大小上限(&amp;Z)</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Larger bodies are cut. 0: only the headers are read</source>
        <translation>更大的正文会被截断。0：只读取头部</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>headers only</source>
        <translation>仅头部</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Unit of the body size</source>
        <translation>正文大小的单位</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>N&amp;etwork back end</source>
        <translation>网络后端(&amp;E)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>What makes the requests: libcurl, or the network access manager of Qt</source>
        <translation>由谁发出请求：libcurl，或 Qt 的网络访问管理器</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>HTTP/&amp;2</source>
        <translation>HTTP/&amp;2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Offered to https servers; several requests then share one connection. Only with curl.</source>
        <translation>向 https 服务器提供；多个请求可共用一个连接。仅限 curl。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Pro&amp;xy</source>
        <translation>代理(&amp;X)</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>http://host:port, https://host:port (curl only) or socks5://host:port, with user:password@ where needed. The password is never stored.</source>
        <translation>http://host:port、https://host:port（仅限 curl）或 socks5://host:port，需要时加上 user:password@。密码绝不保存。</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>TLS to the prox&amp;y (https://)</source>
        <translation>到代理的 TLS（https://）(&amp;Y)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The way to the proxy itself is encrypted, too. Only with curl, and for http proxies.</source>
        <translation>到代理本身的连接也加密。仅限 curl 和 http 代理。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Keep coo&amp;kies during the run</source>
        <translation>抓取期间保留 Cookie(&amp;K)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Cookies that servers set are sent back to them and forgotten after the run</source>
        <translation>服务器设置的 Cookie 会发回给它们，抓取结束后丢弃</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Accept in&amp;valid TLS certificates</source>
        <translation>接受无效的 TLS 证书(&amp;V)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Expired, self-signed and foreign certificates do not fail. Only for sites of your own.</source>
        <translation>过期、自签名或不匹配的证书不算失败。仅用于自己的站点。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Stop on first fai&amp;lure</source>
        <translation>首次失败即停止(&amp;L)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The run ends with the first URL that fails</source>
        <translation>第一个网址失败时抓取结束</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Restore defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <location filename="../src/gui/setup/requestsettings.cpp" line="+222"/>
        <source>Line %1 is no “Name: value”</source>
        <translation>第 %1 行不是“Name: value”</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Only curl speaks TLS to a proxy</source>
        <translation>只有 curl 能对代理使用 TLS</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Nobody vouches for who answers</source>
        <translation>无法确认响应者的身份</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>curl cannot be chosen: this program was built without libcurl</source>
        <translation>无法选择 curl：本程序构建时没有 libcurl</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Qt tells no times of DNS and TLS and no peer address, and speaks no HTTP/2</source>
        <translation>Qt 不提供 DNS 和 TLS 的用时及对端地址，也不支持 HTTP/2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Public pages may lead into your own network and to this computer</source>
        <translation>公网页面可能引向您自己的网络和本机</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Public pages cannot lead into your own network or to this computer</source>
        <translation>公网页面不能引向您自己的网络或本机</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Fixed while a run goes on. The limits above can be changed.</source>
        <translation>抓取进行时不可更改。上方的各项上限可以调整。</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ResultsModel</name>
    <message>
        <location filename="../src/gui/models/resultsmodel.cpp" line="+326"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+72"/>
        <source>Confirmation</source>
        <translation>证实</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What trying again showed: whether the outcome was confirmed. Not in exports.</source>
        <translation>再次尝试的结果：先前的结论是否得到证实。不包含在导出中。</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ResultsPage</name>
    <message>
        <location filename="../ui/resultspage.ui" line="+25"/>
        <source>Enter URLs</source>
        <translation>输入网址</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/resultspage.cpp" line="+174"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy as curl command</source>
        <translation>复制为 curl 命令</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open URL in the browser</source>
        <translation>在浏览器中打开网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Retry failed rows of the selection</source>
        <translation>重试所选行中的失败项</translation>
    </message>
    <message>
        <location line="+101"/>
        <source>Waiting for the first result…</source>
        <translation>正在等待第一个结果…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Results appear here, one row per URL, as soon as a crawl runs.</source>
        <translation>抓取开始后，结果会显示在这里，每个网址一行。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>No row matches the filter.</source>
        <translation>没有符合筛选的行。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>New rows wait to be sorted in.</source>
        <translation>有新行等待排序。</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/resultspagerow.cpp" line="+63"/>
        <source>Sort by “%1”, ascending</source>
        <translation>按“%1”升序排序</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sort by “%1”, descending</source>
        <translation>按“%1”降序排序</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>In the order of arrival</source>
        <translation>按到达顺序</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Show only “%1”</source>
        <translation>只显示“%1”</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Fit to contents</source>
        <translation>适应内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/pages/resultspage.cpp" line="+102"/>
        <source>More than %Ln row(s) cannot be copied. Use Export instead.</source>
        <translation>
            <numerusform>无法复制超过 %Ln 行。请改用导出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>已复制 %Ln 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SessionActions</name>
    <message>
        <location filename="../src/gui/sessions/sessionactions.cpp" line="+61"/>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>“%1” and its results go to the trash.</source>
        <translation>“%1”及其结果将移到回收站。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln session(s) and their results go to the trash.</source>
        <translation>
            <numerusform>%Ln 个会话及其结果将移到回收站。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Delete session?</source>
        <translation>删除会话？</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message numerus="yes">
        <location line="+26"/>
        <source>%Ln session(s) deleted.</source>
        <translation>
            <numerusform>已删除 %Ln 个会话。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Delete for good?</source>
        <translation>永久删除？</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>There is no trash for the folder of these sessions. Delete %Ln session(s) for good?</source>
        <translation>
            <numerusform>这些会话所在的文件夹没有回收站。要永久删除 %Ln 个会话吗？</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Save session as</source>
        <translation>会话另存为</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Crawlscope sessions (*%1)</source>
        <translation>Crawlscope 会话 (*%1)</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1, copy</source>
        <translation>%1，副本</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Copy saved as “%1”.</source>
        <translation>副本已保存为“%1”。</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SessionsModel</name>
    <message>
        <location filename="../src/gui/models/sessionsmodel.cpp" line="+174"/>
        <source>Shown in this window</source>
        <translation>正显示在此窗口中</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Begun %1, last row %2</source>
        <translation>开始于 %1，最后一行 %2</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <location line="+24"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>Name of the session file</source>
        <translation>会话文件的名称</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>When the run began</source>
        <translation>抓取开始的时间</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Where the run stands, or what is wrong with the file</source>
        <translation>抓取的状态，或文件的问题</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that ended well</source>
        <translation>成功的网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that failed</source>
        <translation>失败的网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that have not ended; Resume goes on with them</source>
        <translation>尚未结束的网址；“继续”会接着处理</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>95% of the URLs took no longer</source>
        <translation>95% 的网址用时不超过此值</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SessionsPage</name>
    <message>
        <location filename="../ui/sessionspage.ui" line="+27"/>
        <source>Open a session file…</source>
        <translation>打开会话文件…</translation>
    </message>
    <message>
        <location line="+19"/>
        <location line="+1"/>
        <source>Search sessions</source>
        <translation>搜索会话</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Words of the name, host, date or state</source>
        <translation>名称、主机、日期或状态中的词</translation>
    </message>
    <message>
        <location line="+23"/>
        <location line="+1"/>
        <source>More to do with this session</source>
        <translation>对此会话的更多操作</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>No session matches the search.</source>
        <translation>没有符合搜索的会话。</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/sessionspage.cpp" line="+122"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Retry failed</source>
        <translation>重试失败项</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Use as a new setup</source>
        <translation>用作新的设置</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Save a copy as…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show everything of this session; nothing is sent</source>
        <translation>显示此会话的全部内容；不发送任何请求</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go on with the URLs that are left, in the same file</source>
        <translation>在同一文件中接着处理剩余网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try the failed URLs again, in the same file</source>
        <translation>在同一文件中再次尝试失败的网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write the results to a file; nothing is sent</source>
        <translation>将结果写入文件；不发送任何请求</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put list and settings into the setup panel, without the results</source>
        <translation>将列表和设置放入设置面板，不含结果</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Give the file another name</source>
        <translation>为文件改名</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy the session to another place</source>
        <translation>将会话复制到别处</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open the folder of the file</source>
        <translation>打开文件所在的文件夹</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move the selected sessions to the trash</source>
        <translation>将所选会话移到回收站</translation>
    </message>
    <message>
        <location line="+68"/>
        <source>Looking for sessions…</source>
        <translation>正在查找会话…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Every run is kept here as a session, as it goes. Enter URLs and press Start, or open a session file.</source>
        <translation>每次抓取都会边进行边作为会话保存在这里。输入网址并点击“开始”，或打开一个会话文件。</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%1 of %Ln session(s)</source>
        <translation>
            <numerusform>%Ln 个会话中的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln 个会话</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SettingsDialog</name>
    <message>
        <location filename="../ui/settingsdialog.ui" line="+6"/>
        <source>Settings</source>
        <translation>首选项</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>&amp;Refresh figures</source>
        <translation>刷新数字(&amp;R)</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>&amp;Sessions</source>
        <translation>会话(&amp;S)</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Each run makes a file in this folder</source>
        <translation>每次抓取都会在此文件夹中创建一个文件</translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../src/gui/dialogs/settingsdialog.cpp" line="+75"/>
        <source>Folder for sessions</source>
        <translation>会话文件夹</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Choose the folder for sessions. Files of earlier runs stay where they are.</source>
        <translation>选择会话文件夹。先前抓取的文件留在原处。</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>&amp;Ask before closing while a run goes on</source>
        <translation>抓取进行时关闭前询问(&amp;A)</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Proxy passwords and the headers Authorization and Cookie are never stored.</source>
        <translation>代理密码以及 Authorization 和 Cookie 头部绝不保存。</translation>
    </message>
    <message>
        <location filename="../src/gui/dialogs/settingsdialog.cpp" line="+26"/>
        <location line="+2"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n time(s) a second</source>
        <translation>
            <numerusform>每秒 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Restore defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SetupPanel</name>
    <message>
        <location filename="../ui/setuppanel.ui" line="+88"/>
        <source>Politeness</source>
        <translation>礼貌抓取</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Limits per host, robots.txt, retries and waits</source>
        <translation>每主机上限、robots.txt、重试与等待</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Whether links of pages are followed, and how far</source>
        <translation>是否跟随网页中的链接，以及跟随多远</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Request</source>
        <translation>请求设置</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Method, headers, body, time-outs and more</source>
        <translation>方法、头部、正文、超时等</translation>
    </message>
    <message>
        <location filename="../src/gui/setup/setuppanel.cpp" line="+292"/>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;In flight</source>
        <translation>并发(&amp;I)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Requests under way at one time, over all hosts</source>
        <translation>所有主机上同时进行的请求数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Per host</source>
        <translation>每主机(&amp;P)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Requests under way at one time to any one host</source>
        <translation>对任一主机同时进行的请求数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Requests/&amp;s</source>
        <translation>请求/秒(&amp;S)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>New requests per second, over all hosts; 0 means no limit</source>
        <translation>所有主机上每秒新开始的请求数；0 表示不限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Analysis</source>
        <translation>分析线程(&amp;A)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Threads that take pages apart beside the network</source>
        <translation>在网络之外解析页面的线程数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Find the limit of each host by itself</source>
        <translation>自动找到每个主机的上限</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>As many requests at once to a host as pay, never more than the limit per host: raised while answers stay fast, lowered when they slow down or fail.
Name in profiles: %1</source>
        <translation>对每个主机同时发出尽可能有益的请求数，但不超过每主机上限：响应保持快速时提高，变慢或失败时降低。
配置文件中的名称：%1</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1 needs %2 descriptors; %3 allowed</source>
        <translation>%1 需要 %2 个描述符；允许 %3 个</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>Never reached: %Ln in flight over all hosts</source>
        <translation>
            <numerusform>不会达到：所有主机合计并发 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>At most; what pays is found by itself</source>
        <translation>最多如此；合适的数目自动找到</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>More than browsers open; ask the owner of the site</source>
        <translation>多于浏览器的连接数；请先征得站点所有者同意</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Polite: no more than a browser opens</source>
        <translation>有礼貌：不超过浏览器的连接数</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>As fast as the servers answer</source>
        <translation>服务器响应多快就多快</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 per minute at most</source>
        <translation>每分钟最多 %1 个</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln URL(s) take at least %1</source>
        <translation>
            <numerusform>%Ln 个网址至少需要 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>More than the %Ln processor core(s) here can run</source>
        <translation>
            <numerusform>超过本机 %Ln 个处理器核心的能力</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln processor core(s) here</source>
        <translation>
            <numerusform>本机有 %Ln 个处理器核心</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::StatusChart</name>
    <message>
        <location filename="../src/gui/charts/statuschart.cpp" line="+58"/>
        <source>Answers by status</source>
        <translation>按状态码统计的响应</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>URLs/s</source>
        <translation>网址/秒</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>no answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No URL ended in the last second.</source>
        <translation>上一秒没有网址结束。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>In the last second %1; answers are %2.</source>
        <translation>上一秒 %1；响应%2。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::StatusLine</name>
    <message>
        <location filename="../src/gui/statusline.cpp" line="+39"/>
        <source>at least %1 for %2: %3 allowed</source>
        <translation>%2 至少需 %1：允许 %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>at least %1 for %2</source>
        <translation>%2 至少需 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1; %2</source>
        <comment>time left; bound</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <location line="+76"/>
        <source>No URLs yet</source>
        <translation>尚无网址</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln URL(s) ready to start</source>
        <translation>
            <numerusform>%Ln 个网址可以开始抓取</numerusform>
        </translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln found</source>
        <translation>
            <numerusform>发现 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>in %1</source>
        <translation>用时 %1</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Latest delay of the network loop: %1; of this window: %2</source>
        <translation>网络循环最近的延迟：%1；本窗口：%2</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::TimeChart</name>
    <message>
        <location filename="../src/gui/charts/timechart.cpp" line="+175"/>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location line="+29"/>
        <location line="+6"/>
        <source>steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>rising</source>
        <translation>上升</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>falling</source>
        <translation>下降</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Follow the run</source>
        <translation>跟随抓取</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Whole run</source>
        <translation>整个抓取</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Reset zoom</source>
        <translation>重置缩放</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::TimingView</name>
    <message>
        <location filename="../src/gui/pages/timingview.cpp" line="+76"/>
        <source>%1 %2</source>
        <comment>phase, duration</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Total %1</source>
        <translation>总计 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No times measured</source>
        <translation>没有测量到时间</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>Timing</source>
        <translation>耗时</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>incl. %1</source>
        <comment>phase that is part of the one above</comment>
        <translation>其中 %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Not measured, or did not happen</source>
        <translation>未测量，或未发生</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Redirects</source>
        <translation>重定向</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location line="+106"/>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::UrlEditor</name>
    <message>
        <location filename="../src/gui/setup/urleditor.cpp" line="+171"/>
        <source>Open a URL list</source>
        <translation>打开网址列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URL lists (*.txt *.csv *.tsv *.gz *.list *.urls);;All files (*)</source>
        <translation>网址列表 (*.txt *.csv *.tsv *.gz *.list *.urls);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+92"/>
        <source>List cleared.</source>
        <translation>列表已清空。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>List changed.</source>
        <translation>列表已更改。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../src/gui/setup/urleditorwidgets.cpp" line="+150"/>
        <source>&amp;URLs</source>
        <translation>网址(&amp;U)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Paste URLs here, one per line, or drop a .txt, .csv or .gz file</source>
        <translation>在此粘贴网址，每行一个，或拖入 .txt、.csv 或 .gz 文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URL list</source>
        <translation>网址列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>One URL per line. The verdict of the current line is read below the box.</source>
        <translation>每行一个网址。当前行的判定显示在框的下方。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Replaces the list with the URLs of a .txt, .csv or .gz file</source>
        <translation>用 .txt、.csv 或 .gz 文件中的网址替换列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try the demo site</source>
        <translation>试用演示站点</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fills in about 120 URLs of a small web site that runs inside this program</source>
        <translation>填入本程序内置小网站的约 120 个网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reading the list</source>
        <translation>正在读取列表</translation>
    </message>
    <message numerus="yes">
        <location line="+21"/>
        <source>%Ln accepted</source>
        <translation>
            <numerusform>%Ln 个已接受</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln without scheme</source>
        <translation>
            <numerusform>%Ln 个缺少协议</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln duplicate(s)</source>
        <translation>
            <numerusform>%Ln 个重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln invalid</source>
        <translation>
            <numerusform>%Ln 个无效</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Follow a link to see the next such line</source>
        <translation>点击链接可查看下一个此类行</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::UrlListPane</name>
    <message numerus="yes">
        <location filename="../src/gui/setup/urllistpane.cpp" line="+123"/>
        <source>%Ln line(s), shown as a list</source>
        <translation>
            <numerusform>%Ln 行，以列表显示</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Problems only</source>
        <translation>仅显示有问题的行</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Edit as text</source>
        <translation>以文本编辑</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URL list with verdicts</source>
        <translation>带判定的网址列表</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::VerdictModel</name>
    <message>
        <location filename="../src/gui/setup/verdictmodel.cpp" line="+112"/>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URL</source>
        <translation>网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::WaterfallModel</name>
    <message>
        <location filename="../src/gui/models/waterfallmodel.cpp" line="+332"/>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::WaterfallPage</name>
    <message>
        <location filename="../ui/waterfallpage.ui" line="+27"/>
        <source>Enter URLs</source>
        <translation>输入网址</translation>
    </message>
    <message>
        <location line="+19"/>
        <location line="+1"/>
        <source>Filter by host</source>
        <translation>按主机筛选</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Part of a host name, with or without its port</source>
        <translation>主机名的一部分，可带端口</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show all requests of the picture</source>
        <translation>显示画面中的所有请求</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>In flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show only requests that have not ended</source>
        <translation>只显示尚未结束的请求</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show only requests that failed</source>
        <translation>只显示失败的请求</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Follow now</source>
        <translation>跟随当前</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep the newest requests in view. Off: the picture is held, so that it can be read</source>
        <translation>始终显示最新的请求。关闭时画面停住，便于查看</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Show more time (−, or Ctrl and the wheel)</source>
        <translation>显示更长时间（−，或 Ctrl 加滚轮）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show more time</source>
        <translation>显示更长时间</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Show less time, larger (+, or Ctrl and the wheel)</source>
        <translation>放大，显示更短时间（+，或 Ctrl 加滚轮）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show less time, larger</source>
        <translation>放大，显示更短时间</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Show the whole picture from the first to the last moment (0)</source>
        <translation>显示从最早到最晚的整个画面（0）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show the whole picture</source>
        <translation>显示整个画面</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+1"/>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Waterfall, as a table</source>
        <translation>瀑布图（表格）</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/waterfallpage.cpp" line="+56"/>
        <location line="+290"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="-289"/>
        <location line="+290"/>
        <source>Waterfall</source>
        <translation>瀑布图</translation>
    </message>
    <message>
        <location line="-122"/>
        <source>Waiting for the first request…</source>
        <translation>正在等待第一个请求…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Each request appears here as a bar, phase by phase, while a crawl runs.</source>
        <translation>抓取进行时，每个请求在这里显示为一条按阶段分段的横条。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No request of the picture matches the filter.</source>
        <translation>画面中没有符合筛选条件的请求。</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%1 of %Ln request(s)</source>
        <translation>
            <numerusform>%1 / %Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <location line="+34"/>
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 个请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-33"/>
        <location line="+34"/>
        <source>%Ln in flight</source>
        <translation>
            <numerusform>%Ln 个进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-33"/>
        <location line="+33"/>
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-29"/>
        <source>Held, %Ln newer</source>
        <translation>
            <numerusform>已停住，%Ln 个更新的</numerusform>
        </translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Point at a bar for its figures; click it, or press Enter, to see its row among the results.</source>
        <translation>指向横条可查看数值；单击或按回车键可转到结果中的对应行。</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>This request was cancelled: its URL is left and has no row.</source>
        <translation>此请求已取消：其网址未抓取，没有结果行。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This request is still in flight: its URL has no row yet.</source>
        <translation>此请求仍在进行：其网址还没有结果行。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Its URL has not ended yet, so there is no row: a redirect or the analysis goes on.</source>
        <translation>其网址尚未结束，还没有结果行：重定向或分析仍在进行。</translation>
    </message>
    <message numerus="yes">
        <location line="+21"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>已复制 %Ln 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::WaterfallView</name>
    <message>
        <location filename="../src/gui/pages/waterfallpaint.cpp" line="+191"/>
        <source>Requests, in the order they started</source>
        <translation>请求（按开始顺序）</translation>
    </message>
</context>
</TS>
