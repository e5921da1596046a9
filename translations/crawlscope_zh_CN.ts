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
    <name>Compare</name>
    <message>
        <location filename="../src/gui/lab/comparetexts.cpp" line="+48"/>
        <source>%1 is %2% slower</source>
        <translation>%1 慢了 %2%</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1 is %2% faster</source>
        <translation>%1 快了 %2%</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 is %2% slower (%3 to %4%)</source>
        <translation>%1 慢了 %2%（%3 至 %4%）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is %2% faster (%3 to %4%)</source>
        <translation>%1 快了 %2%（%3 至 %4%）</translation>
    </message>
    <message numerus="yes">
        <location line="+18"/>
        <source>%Ln more host(s) changed</source>
        <translation>
            <numerusform>另有 %Ln 个主机有变化</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>the run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Newly failing</source>
        <translation>新出现的失败</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Recovered</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Status changed</source>
        <translation>状态码改变</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ends elsewhere</source>
        <translation>终点不同</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Content changed</source>
        <translation>内容改变</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+127"/>
        <source>Slower</source>
        <translation>变慢</translation>
    </message>
    <message>
        <location line="-125"/>
        <location line="+125"/>
        <source>Faster</source>
        <translation>变快</translation>
    </message>
    <message>
        <location line="-123"/>
        <source>Only before</source>
        <translation>仅之前有</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only after</source>
        <translation>仅之后有</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not compared</source>
        <translation>未比较</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Were done before and failed after.</source>
        <translation>之前成功，之后失败。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Failed before and were done after.</source>
        <translation>之前失败，之后成功。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Answered with another HTTP status.</source>
        <translation>返回的 HTTP 状态码不同。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Redirects lead to another URL.</source>
        <translation>重定向到了另一个网址。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The body is another one. Known where both crawls read the pages.</source>
        <translation>正文不同。仅当两次抓取都读取了页面时才能得知。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Took longer by more than their host usually varies, and clearly more of them than took less.</source>
        <translation>耗时的增加超出了所在主机的正常波动，且变慢的明显多于变快的。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Took less by more than their host usually varies, and clearly more of them than took longer.</source>
        <translation>耗时的减少超出了所在主机的正常波动，且变快的明显多于变慢的。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Are not among the URLs of the later session.</source>
        <translation>不在之后会话的网址中。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Are not among the URLs of the earlier session.</source>
        <translation>不在之前会话的网址中。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Are in both sessions, but have no result in one of them.</source>
        <translation>两个会话中都有，但其中一个没有结果。</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>URL</source>
        <translation>网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Status before</source>
        <translation>之前的状态</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Status after</source>
        <translation>之后的状态</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Error before</source>
        <translation>之前的错误</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Error after</source>
        <translation>之后的错误</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Time before</source>
        <translation>之前的耗时</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Time after</source>
        <translation>之后的耗时</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Size before</source>
        <translation>之前的大小</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Size after</source>
        <translation>之后的大小</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ended at before</source>
        <translation>之前的终点</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ended at after</source>
        <translation>之后的终点</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1%</source>
        <comment>a change, with its sign</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 (%2 to %3) ms</source>
        <comment>a difference of time and its interval</comment>
        <translation>%1（%2 至 %3）毫秒</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Within the noise</source>
        <translation>在噪声范围内</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Too few URLs</source>
        <translation>网址太少</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The two sessions have no URL in common.</source>
        <translation>两个会话没有共同的网址。</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%Ln URL(s) fail that did not</source>
        <translation>
            <numerusform>%Ln 个网址新出现失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) work again</source>
        <translation>
            <numerusform>%Ln 个网址恢复正常</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln URL(s) became slower</source>
        <translation>
            <numerusform>%Ln 个网址变慢</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) became faster</source>
        <translation>
            <numerusform>%Ln 个网址变快</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) end elsewhere</source>
        <translation>
            <numerusform>%Ln 个网址终点不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln URL(s) have another status</source>
        <translation>
            <numerusform>%Ln 个网址状态码不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) have another content</source>
        <translation>
            <numerusform>%Ln 个网址内容不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>No difference beyond the noise in %Ln URL(s).</source>
        <translation>
            <numerusform>%Ln 个网址没有超出噪声的差异。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>; </source>
        <comment>between parts of a sentence</comment>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <location line="+20"/>
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln 个网址</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>being written</source>
        <translation>正在写入</translation>
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
    <name>Gate</name>
    <message>
        <location filename="../src/gui/lab/gatedraft.cpp" line="+71"/>
        <source>Type a number of 0 or more, or nothing.</source>
        <translation>请输入不小于 0 的数，或留空。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Type 100% at most.</source>
        <translation>最多输入 100%。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Type a smaller number.</source>
        <translation>请输入更小的数。</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Type a host name, or *.example.org for all whose names end so.</source>
        <translation>请输入主机名，或用 *.example.org 表示所有以此结尾的主机。</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>p95 of times</source>
        <translation>耗时 p95</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Failed URLs</source>
        <translation>失败的网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs a second</source>
        <translation>每秒网址数</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>p95 at most (ms)</source>
        <translation>p95 上限（毫秒）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Failed at most (%)</source>
        <translation>失败上限（%）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs/s at least</source>
        <translation>每秒网址数下限</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>p95 ≤ ms</source>
        <translation>p95 ≤ 毫秒</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Failed ≤ %</source>
        <translation>失败 ≤ %</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs/s ≥</source>
        <translation>网址/秒 ≥</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message numerus="yes">
        <location line="+11"/>
        <source>All of %Ln threshold(s) kept</source>
        <translation>
            <numerusform>%Ln 项阈值全部达标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %Ln threshold(s) missed</source>
        <translation>
            <numerusform>%Ln 项阈值中有 %1 项未达标</numerusform>
        </translation>
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
        <location filename="../src/gui/mainwindowactions.cpp" line="+120"/>
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
        <location filename="../src/gui/models/resultcell.cpp" line="+112"/>
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
    <name>Sentences</name>
    <message>
        <location filename="../src/gui/lab/sentences.h" line="+18"/>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
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
    <name>SweepTexts</name>
    <message>
        <location filename="../src/gui/lab/sweeptexts.cpp" line="+67"/>
        <source>Too few runs to tell where more stops paying: that takes two levels.</source>
        <translation>运行太少，无法判断并发再高何时不再划算：至少需要两个级别。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>More in flight still paid at %1, the most that was tried: the knee lies beyond.</source>
        <translation>到试过的最高并发 %1 时仍有收益：拐点还在更高处。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>More than about %1 in flight does not pay here (95%: at least %2).</source>
        <translation>这里并发超过约 %1 就不再划算（95%：至少 %2）。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>More than about %1 in flight does not pay here (95%: %2 to %3).</source>
        <translation>这里并发超过约 %1 就不再划算（95%：%2 到 %3）。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>95%: %1 to %2</source>
        <translation>95%：%1 到 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>95%: at least %1</source>
        <translation>95%：至少 %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 times as fast as one after another (%2), with %3 in flight.</source>
        <translation>并发 %3 时速度是逐个抓取的 %1 倍（%2）。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 times as fast as with %2 in flight (%3), with %4.</source>
        <translation>并发 %4 时速度是并发 %2 时的 %1 倍（%3）。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>With one run a level nothing tells how good the curve is: repeat the levels.</source>
        <translation>每个级别只运行一次，无从判断曲线好坏：请增加重复次数。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The curve is a poor picture of this server: it misses the points by %1 times what repeats differ by. Trust the points.</source>
        <translation>曲线不能很好地描述这台服务器：它与各点的偏差是重复运行之间差异的 %1 倍。请以各点为准。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The curve fits: it misses the points by %1 times what repeats differ by.</source>
        <translation>曲线拟合良好：它与各点的偏差是重复运行之间差异的 %1 倍。</translation>
    </message>
    <message numerus="yes">
        <location line="+35"/>
        <source>%1 of %Ln URL(s): %2 requests.</source>
        <translation>
            <numerusform>%1，每次 %Ln 个网址：共 %2 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <location line="-33"/>
        <source>Cancelled before the end.</source>
        <translation>未到结束即被取消。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Cut short at %1 in flight, by your rules; higher levels were left out from then on.</source>
        <translation>按您的规则在并发 %1 处提前结束；此后略过更高的级别。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Run %1 of %2: %3 in flight, repeat %4</source>
        <translation>第 %1 次运行，共 %2 次：并发 %3，第 %4 遍</translation>
    </message>
    <message numerus="yes">
        <location line="-82"/>
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 次运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+66"/>
        <source>%1 of %Ln URL(s), %2.</source>
        <translation>
            <numerusform>%1，每次 %Ln 个网址，%2。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+29"/>
        <source>%1 of all URLs.</source>
        <translation>%1，每次抓取全部网址。</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 · %2 to %3</source>
        <comment>a moment; levels of a sweep</comment>
        <translation>%1 · %2 到 %3</translation>
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
        <location filename="../src/gui/texts_problems.cpp" line="+215"/>
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
        <location line="+257"/>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <location line="-256"/>
        <source>Time in the queue before the request was allowed to start; not part of the total</source>
        <translation>请求获准开始之前的排队时间；不计入总时间</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+256"/>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <location line="-256"/>
        <source>Time of the name lookup</source>
        <translation>域名解析时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+257"/>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <location line="-256"/>
        <source>Time to connect, TLS included</source>
        <translation>建立连接的时间，包含 TLS</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+257"/>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <location line="-256"/>
        <source>Time of the TLS handshake</source>
        <translation>TLS 握手时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+257"/>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <location line="-256"/>
        <source>Time to send the request</source>
        <translation>发送请求的时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+257"/>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <location line="-256"/>
        <source>Time from the request to the first byte of the answer</source>
        <translation>从发出请求到收到响应首字节的时间</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+257"/>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <location line="-256"/>
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
        <location filename="../src/gui/texts_events.cpp" line="+22"/>
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
    <message>
        <location line="+10"/>
        <source>The sitemap is empty: %1</source>
        <translation>站点地图为空：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is no sitemap: %1</source>
        <translation>这不是站点地图：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sitemap is not well-formed XML: %1</source>
        <translation>站点地图不是格式良好的 XML：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sitemap was refused, as it has a document type: %1</source>
        <translation>站点地图含有文档类型声明，已拒绝：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sitemap is larger than 50 MB; the rest was not read: %1</source>
        <translation>站点地图超过 50 MB，其余部分未读取：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sitemap lists more than 50,000 URLs; the rest was not read: %1</source>
        <translation>站点地图列出的网址超过 50,000 个，其余部分未读取：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sitemap cannot be unpacked: %1</source>
        <translation>无法解压站点地图：%1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The sitemap ends in the middle: %1</source>
        <translation>站点地图不完整：%1</translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%Ln sitemap(s) were not read: too many, or named by an index within an index.</source>
        <translation>
            <numerusform>%Ln 个站点地图未读取：数量过多，或由索引中的索引列出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Sitemap with %Ln URL(s): %1</source>
        <translation>
            <numerusform>站点地图，含 %Ln 个网址：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Index of %Ln sitemap(s): %1</source>
        <translation>
            <numerusform>站点地图索引，含 %Ln 个站点地图：%1</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The sitemap could not be read: %1, %2</source>
        <translation>无法读取站点地图：%1，%2</translation>
    </message>
    <message numerus="yes">
        <location line="+56"/>
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
        <location line="+8"/>
        <source>%Ln URL(s) are known, as many as a run may have: further links are not followed.</source>
        <translation>
            <numerusform>已知 %Ln 个网址，达到一次抓取的上限：不再跟随更多链接。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>The rule %1 reached a limit on %Ln page(s) and is tried no more.</source>
        <translation>
            <numerusform>规则 %1 在 %Ln 个网页上达到限制，不再使用。</numerusform>
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
        <location filename="../src/gui/texts_events.cpp" line="-47"/>
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
        <source>On the list</source>
        <translation>在列表中</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Found by the run</source>
        <translation>抓取时发现</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In a sitemap, never linked</source>
        <translation>在站点地图中，但无链接</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Linked, in no sitemap</source>
        <translation>有链接，但不在站点地图中</translation>
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
        <location line="+2"/>
        <source>Not requested: URLs of this kind lead nowhere, see the log</source>
        <translation>未请求：此类网址没有尽头，见日志</translation>
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
        <source>Sitemaps are http or https URLs, 1,000 at most.</source>
        <translation>站点地图须为 http 或 https 网址，最多 1,000 个。</translation>
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
    <message>
        <location filename="../src/gui/texts_problems.cpp" line="-187"/>
        <source>Pages not found</source>
        <translation>找不到的网页</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server answered with a status of the 400s: there is no such page, or it may not be read.</source>
        <translation>服务器以 4xx 状态码应答：没有这个网页，或不允许读取。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Bring the page back, redirect its address to the page that replaces it, or remove the links to it.</source>
        <translation>恢复该网页，将其地址重定向到替代它的网页，或删除指向它的链接。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Server errors</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The server answered with a status of the 500s: it failed at this page.</source>
        <translation>服务器以 5xx 状态码应答：处理该网页时出错。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look into the server&apos;s log. If it was too much at once, lower the limit per host and retry the failed URLs.</source>
        <translation>请查看服务器日志。如果是同时请求过多，请降低每主机上限，再重试失败的网址。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No usable answer</source>
        <translation>没有可用的应答</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The request failed on the way: no connection, no answer, or one that was cut short.</source>
        <translation>请求中途失败：无法连接、没有应答，或应答被截断。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Retry the failed URLs. What fails again is worth a look at the server, its name and its certificate.</source>
        <translation>重试失败的网址。若再次失败，请检查服务器、其域名和证书。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Broken links</source>
        <translation>失效链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>These pages link to, or load, something that could not be fetched.</source>
        <translation>这些网页链接到或加载了无法抓取的内容。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Correct or remove the link on each page. Where many pages have the same one, it is often part of a template.</source>
        <translation>更正或删除各网页上的链接。若许多网页都有同一个失效链接，它往往出自模板。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Endless redirects</source>
        <translation>无尽的重定向</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The address leads back to itself, or through more redirects than allowed. Nobody can open the page.</source>
        <translation>该地址又回到自身，或经过的重定向超过上限。谁也打不开这个网页。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Correct the rules of redirects on the server; the details of the row list each step.</source>
        <translation>请更正服务器上的重定向规则；该行的详情列出了每一步。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Canonical leads nowhere</source>
        <translation>规范网址无效</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page names another URL that is to stand for it, but that one is broken or redirects.</source>
        <translation>网页指定了代表它的另一个网址，但那个网址已失效或会重定向。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name a URL that answers with the page itself.</source>
        <translation>请指定一个直接给出该网页的网址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Insecure forms</source>
        <translation>不安全的表单</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A form sends its content unencrypted, or asks for a password on a page without https. Others can read along.</source>
        <translation>表单以明文发送内容，或在没有 https 的网页上要求输入密码。他人可以窃读。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Serve the page by https and let the form send to an https address.</source>
        <translation>请通过 https 提供该网页，并让表单发送到 https 地址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Mixed content</source>
        <translation>混合内容</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A page by https loads parts by http. Browsers block them or warn.</source>
        <translation>https 网页通过 http 加载了部分内容。浏览器会阻止或警告。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Load all images, scripts and styles by https.</source>
        <translation>请通过 https 加载所有图片、脚本和样式。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redirects from https to http</source>
        <translation>从 https 到 http 的重定向</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A redirect left encryption, so everything after it can be read and changed on the way.</source>
        <translation>重定向离开了加密连接，此后的一切都可能在途中被读取和篡改。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Redirect to https addresses only.</source>
        <translation>请只重定向到 https 地址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Slow pages</source>
        <translation>缓慢的网页</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From the request to the end of the answer, redirects included, it took longer than the limit above.</source>
        <translation>从请求到应答结束（含重定向）的时间超过了上方设定的界限。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The timing of the row tells what took long. If the server mostly made one wait, it may have been under the load of this very run.</source>
        <translation>该行的耗时会说明慢在何处。若主要是在等待服务器，可能正是本次抓取给它造成了负载。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Redirect chains</source>
        <translation>重定向链</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It takes two redirects or more to get to the page. Each costs time, and search engines give up after some.</source>
        <translation>要经过两次或更多重定向才能到达网页。每次都耗费时间，搜索引擎在若干次之后就会放弃。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Redirect to the last address directly.</source>
        <translation>请直接重定向到最后的地址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tests for browsers</source>
        <translation>浏览器验证</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>In place of the page came a test whether a person asks. The pages themselves were not seen.</source>
        <translation>收到的不是网页，而是对访问者是否真人的验证。没有看到网页本身。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Ask the owner of the site to let the crawler in, or go slower.</source>
        <translation>请与网站所有者商量允许抓取，或放慢速度。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Wrong content type</source>
        <translation>内容类型不符</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The bytes are something else than the Content-Type header says. Browsers may refuse to show them.</source>
        <translation>实际内容与 Content-Type 头部所声明的不同。浏览器可能拒绝显示。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Let the server send the type that fits, as shown beside the URL.</source>
        <translation>请让服务器发送相符的类型，即网址旁所示的类型。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Title missing</source>
        <translation>缺少标题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page has no title. It is the headline in lists of results and the name of the tab.</source>
        <translation>网页没有标题。标题是搜索结果中的标题行，也是标签页的名称。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Give each page a title that says what is on it.</source>
        <translation>请为每个网页写一个能说明其内容的标题。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Same title</source>
        <translation>标题相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Several pages have the same title, so they cannot be told apart in lists of results.</source>
        <translation>多个网页的标题相同，在搜索结果中无法区分。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Give each page its own title, or name one of them as canonical if they are the same page.</source>
        <translation>请为每个网页写各自的标题；若它们是同一网页，请将其中一个指定为规范网址。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Same description</source>
        <translation>描述相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Several pages have the same description.</source>
        <translation>多个网页的描述相同。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Describe each page in its own words, or leave the description out.</source>
        <translation>请分别描述每个网页，或者不写描述。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Main heading missing</source>
        <translation>缺少主标题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page has no first-level heading (h1) with text. Readers and screen readers look for it.</source>
        <translation>网页没有含文字的一级标题（h1）。读者和屏幕阅读器都会寻找它。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Put the subject of the page into one h1.</source>
        <translation>请将网页的主题写入一个 h1。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Same content</source>
        <translation>内容相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Several addresses give exactly the same page. Search engines choose one of them, perhaps not yours.</source>
        <translation>多个地址给出完全相同的网页。搜索引擎会从中选一个，未必是您想要的。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Redirect the others to one address, or name it as canonical.</source>
        <translation>请将其余地址重定向到其中一个，或将其指定为规范网址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Several canonicals</source>
        <translation>多个规范网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page names different URLs as canonical, in its head or in the header Link. Search engines then heed none.</source>
        <translation>网页在其头部区域或 Link 头部中指定了不同的规范网址。搜索引擎会全部忽略。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Leave one of them.</source>
        <translation>请只保留一个。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Large answers</source>
        <translation>过大的应答</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The body is larger than the limit above, after unpacking.</source>
        <translation>解压后的正文超过了上方设定的界限。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shrink images, split long lists, and leave out what the page does not need.</source>
        <translation>请压缩图片，拆分过长的列表，去掉网页不需要的内容。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Links to redirects</source>
        <translation>指向重定向的链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>These pages link to an address that redirects. It works, but each visit takes a detour.</source>
        <translation>这些网页链接到会重定向的地址。链接可用，但每次访问都要绕路。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Link to the address at the end of the redirect.</source>
        <translation>请直接链接到重定向最终的地址。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Long titles</source>
        <translation>标题过长</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>More than 60 characters; lists of results cut the rest off.</source>
        <translation>超过 60 个字符；搜索结果会截去其余部分。</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+6"/>
        <source>Say what matters first, and shorten the rest.</source>
        <translation>请先写要点，并缩短其余部分。</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Description missing</source>
        <translation>缺少描述</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page has no description. Search engines then choose a piece of its text.</source>
        <translation>网页没有描述。搜索引擎会自行选取一段文字。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add a meta description to the pages that matter.</source>
        <translation>请为重要的网页添加 meta 描述。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Long descriptions</source>
        <translation>描述过长</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>More than 155 characters; lists of results cut the rest off.</source>
        <translation>超过 155 个字符；搜索结果会截去其余部分。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Several main headings</source>
        <translation>多个主标题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page has more than one first-level heading (h1), so its subject is unclear.</source>
        <translation>网页有不止一个一级标题（h1），主题不明确。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep one h1 and make the others h2.</source>
        <translation>请保留一个 h1，其余改为 h2。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nearly the same text</source>
        <translation>文字几乎相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The visible text of these pages hardly differs.</source>
        <translation>这些网页的可见文字几乎没有差别。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Merge them, or name one as canonical, unless they differ in what matters.</source>
        <translation>请合并它们，或将其中一个指定为规范网址，除非它们在要点上不同。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Little text</source>
        <translation>文字过少</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fewer than 200 words of visible text. Text that scripts add later is not counted.</source>
        <translation>可见文字少于 200 个词。脚本之后添加的文字不计入。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Fine for overviews and forms; otherwise add to the page, or merge it with another.</source>
        <translation>对于概览页和表单没有问题；否则请充实该网页，或与其他网页合并。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Canonical elsewhere</source>
        <translation>规范网址在别处</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page says that another URL stands for it, so it will not be listed itself.</source>
        <translation>网页声明由另一个网址代表它，因此它自身不会被收录。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check that this is meant, and link to the canonical URL rather than to this one.</source>
        <translation>请确认这是有意为之，并链接到规范网址而不是这个网址。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not to be indexed</source>
        <translation>不允许收录</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page asks search engines not to list it (noindex).</source>
        <translation>网页要求搜索引擎不要收录（noindex）。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check that this is meant; it is easily left over from a test.</source>
        <translation>请确认这是有意为之；它很容易是测试时遗留下来的。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redirect inside the page</source>
        <translation>网页内的重定向</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The page sends its visitors on by a meta refresh, after the time shown.</source>
        <translation>网页在所示时间之后，用 meta refresh 把访问者转到别处。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Let the server redirect (status 301 or 308).</source>
        <translation>请改由服务器重定向（状态码 301 或 308）。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Images without alternative text</source>
        <translation>图片缺少替代文字</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Who cannot see the images does not learn what is on them.</source>
        <translation>看不到图片的人无从得知其内容。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Describe each in its alt attribute; an empty one is right for decoration.</source>
        <translation>请在 alt 属性中描述每张图片；装饰性图片的 alt 留空即可。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Language not stated</source>
        <translation>未声明语言</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Neither the page nor its headers say which language it is in. Screen readers and translators have to guess.</source>
        <translation>网页及其头部都没有说明所用语言。屏幕阅读器和翻译工具只能猜测。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Add the attribute lang to the html element.</source>
        <translation>请为 html 元素添加 lang 属性。</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Notice</source>
        <translation>注意</translation>
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
    <name>crawlscope::gui::ChangeKindsModel</name>
    <message>
        <location filename="../src/gui/lab/changekindsmodel.cpp" line="+72"/>
        <source>Response times</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Of the run and of each host, before and after</source>
        <translation>整次运行及各主机之前与之后的响应时间</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>URLs</source>
        <translation>网址数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ChangesModel</name>
    <message>
        <location filename="../src/gui/lab/changesmodel.cpp" line="+182"/>
        <source>%1, %2</source>
        <comment>a difference of time, the same as percentage</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ChartWidget</name>
    <message>
        <location filename="../src/gui/charts/chartwidget.cpp" line="+141"/>
        <source>Menu of this chart</source>
        <translation>此图表的菜单</translation>
    </message>
    <message>
        <location line="-10"/>
        <source>Menu of the chart &quot;%1&quot;</source>
        <translation>图表“%1”的菜单</translation>
    </message>
    <message>
        <location line="+67"/>
        <source>No data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <location line="-63"/>
        <location line="+32"/>
        <source>%1, as a table</source>
        <translation>%1（表格）</translation>
    </message>
    <message>
        <location line="+42"/>
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
    <name>crawlscope::gui::CompareView</name>
    <message>
        <location filename="../src/gui/lab/compareview.cpp" line="+128"/>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <location line="+75"/>
        <location line="+209"/>
        <location line="+1"/>
        <source>Choose a session</source>
        <translation>选择会话</translation>
    </message>
    <message>
        <location line="-209"/>
        <source>Crawlscope sessions (*%1);;All files (*)</source>
        <translation>Crawlscope 会话 (*%1);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Choose a session before and one after.</source>
        <translation>请选择之前和之后的会话。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose two different sessions.</source>
        <translation>请选择两个不同的会话。</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>“%1” cannot be read. %2</source>
        <translation>无法读取“%1”。%2</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>No URL was done in both sessions.</source>
        <translation>没有网址在两个会话中都成功。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Distributions are kept of the %Ln hosts with most URLs.</source>
        <translation>
            <numerusform>仅保留网址最多的 %Ln 个主机的分布。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Reading, %Ln row(s)</source>
        <translation>
            <numerusform>正在读取，%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Read both sessions and tell what differs</source>
        <translation>读取两个会话并列出差异</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Both sessions are being read and compared.</source>
        <translation>正在读取并比较两个会话。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tells what differs between two crawls of a list: crawl it twice.</source>
        <translation>列出同一列表两次抓取之间的差异：请抓取两次。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tells what differs between two sessions: what fails now, what answers otherwise, what has become slower.</source>
        <translation>列出两个会话之间的差异：哪些新失败、哪些应答不同、哪些变慢。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Enter URLs</source>
        <translation>输入网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Compare these two</source>
        <translation>比较这两个会话</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>&amp;Before</source>
        <translation>之前(&amp;B)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A&amp;fter</source>
        <translation>之后(&amp;F)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Session before</source>
        <translation>之前的会话</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Session after</source>
        <translation>之后的会话</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Swap the two sessions</source>
        <translation>交换两个会话</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Progress of the comparison</source>
        <translation>比较进度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export list…</source>
        <translation>导出列表…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write the URLs of the list shown to a file, in any format of the exports</source>
        <translation>将所示列表中的网址以任一导出格式写入文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export all changes…</source>
        <translation>导出全部变化…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write every change as CSV, with both sessions side by side</source>
        <translation>将所有变化写为 CSV，两个会话并列</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+2"/>
        <source>Show in the session</source>
        <translation>在会话中显示</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Open the session at this URL</source>
        <translation>打开会话并定位到此网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kinds of differences</source>
        <translation>差异种类</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Response times of the hosts</source>
        <translation>各主机的响应时间</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/lab/compareviewlists.cpp" line="+77"/>
        <source>More than %Ln row(s) cannot be copied. Use Export instead.</source>
        <translation>
            <numerusform>无法复制超过 %Ln 行。请改用“导出”。</numerusform>
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
        <location filename="../src/gui/pages/detailspane.cpp" line="+462"/>
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
        <source>Page</source>
        <translation>网页</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <location filename="../src/gui/pages/detailspane.cpp" line="-243"/>
        <source>Facts</source>
        <translation>概况</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+100"/>
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
        <location line="+2"/>
        <source>Rows of the list, in the order shown (%Ln)</source>
        <translation>
            <numerusform>列表中的行，按显示顺序（%Ln）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
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
        <location line="+7"/>
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
        <source>How the URL is known. Rows that pass may change until the run has ended.</source>
        <translation>网址的来源。抓取结束之前，符合条件的行可能变化。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Known from</source>
        <translation>来源</translation>
    </message>
    <message>
        <location line="+7"/>
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
        <location filename="../src/gui/pages/filterbar.cpp" line="+200"/>
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
        <location line="+28"/>
        <source>All origins</source>
        <translation>所有来源</translation>
    </message>
    <message>
        <location line="+64"/>
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
    <name>crawlscope::gui::GateChecksModel</name>
    <message>
        <location filename="../src/gui/lab/gatechecksmodel.cpp" line="+85"/>
        <source>Kept</source>
        <translation>达标</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Missed</source>
        <translation>未达标</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Not measured</source>
        <translation>未测得</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Nothing was there to be measured, which does not count as kept.</source>
        <translation>没有可测量的内容，不算达标。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::GateRulesModel</name>
    <message>
        <location filename="../src/gui/lab/gaterulesmodel.cpp" line="+77"/>
        <source>Another row has this host.</source>
        <translation>另一行已有此主机。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Row %1, %2: %3</source>
        <comment>number, column, what is wrong</comment>
        <translation>第 %1 行，%2：%3</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>A host name, with :port if need be, or *.example.org for that name and all that end so; hosts that match count together</source>
        <translation>主机名，必要时带 :端口；或用 *.example.org 表示该名称及所有以此结尾的名称；匹配的主机合并计算</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::GateView</name>
    <message>
        <location filename="../src/gui/lab/gateview.cpp" line="+92"/>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location line="+77"/>
        <source>Save thresholds to a profile</source>
        <translation>将阈值保存到配置文件</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Load thresholds of a profile</source>
        <translation>从配置文件载入阈值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Profiles (*.json);;All files (*)</source>
        <translation>配置文件 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>It cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is too large for a profile.</source>
        <translation>文件太大，不是配置文件。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is no JSON object.</source>
        <translation>不是 JSON 对象。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It cannot be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>“%1”: %2</source>
        <comment>file, what is wrong</comment>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Saved to “%1”.</source>
        <translation>已保存到“%1”。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>“%1” has no thresholds.</source>
        <translation>“%1”中没有阈值。</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Loaded from “%1”.</source>
        <translation>已从“%1”载入。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not understood, and left out: %1</source>
        <translation>无法识别，已略去：%1</translation>
    </message>
    <message>
        <location line="+80"/>
        <source>A run can have thresholds to keep: how slow, how many failures, how many URLs a second.</source>
        <translation>可以为运行设定阈值：多慢、多少失败、每秒多少网址。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Judged when the run has ended.</source>
        <translation>运行结束后判定。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Being judged…</source>
        <translation>正在判定…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Judged when a crawl has run or a session is open.</source>
        <translation>抓取结束或打开会话后判定。</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>A row without a threshold is not kept.</source>
        <translation>没有阈值的行不会保留。</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>The run keeps</source>
        <translation>运行须达到</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Hosts keep, all that match a row together</source>
        <translation>主机须达到，每行匹配的主机合并计算(&amp;H)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1
Name in profiles: %2</source>
        <translation>%1
配置文件中的名称：%2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Thresholds of hosts</source>
        <translation>主机的阈值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Double-click a field to change it
Name in profiles: %1</source>
        <translation>双击单元格即可修改
配置文件中的名称：%1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Add host</source>
        <translation>添加主机(&amp;A)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Load from profile…</source>
        <translation>从配置文件载入(&amp;L)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take the thresholds of a profile, as crawlscope-cli crawl --profile reads it</source>
        <translation>采用配置文件中的阈值，与 crawlscope-cli crawl --profile 读取的相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Save to profile…</source>
        <translation>保存到配置文件(&amp;S)…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write the thresholds into a profile; its other settings stay</source>
        <translation>将阈值写入配置文件，其他设置保持不变</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export JUnit…</source>
        <translation>导出 JUnit…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As JUnit XML, which continuous integration reads</source>
        <translation>JUnit XML，供持续集成读取</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export Markdown…</source>
        <translation>导出 Markdown…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As a table in Markdown</source>
        <translation>Markdown 表格</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Set a threshold</source>
        <translation>设定阈值</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What became of the thresholds</source>
        <translation>阈值的判定结果</translation>
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
    <name>crawlscope::gui::HostTimelineChart</name>
    <message>
        <location filename="../src/gui/lab/hosttimelinechart.cpp" line="+86"/>
        <source>Hosts over time</source>
        <translation>各主机随时间的变化</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>in flight</source>
        <translation>并发</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>of the host&apos;s most</source>
        <translation>占该主机最大并发的比例</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1: %2 URLs, from %3 to %4, busy for %5, at most %6 in flight.</source>
        <comment>host, URLs, start, end, duration, requests</comment>
        <translation>%1：%2 个网址，从 %3 到 %4，忙碌 %5，并发最多 %6。</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%Ln host(s), %1 in all, at most %2 in flight.</source>
        <translation>
            <numerusform>%Ln 个主机，共需 %1，并发最多 %2。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+116"/>
        <location line="+76"/>
        <source>All hosts</source>
        <translation>所有主机</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>all in flight, %1</source>
        <translation>总并发，%1</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>of this host</source>
        <translation>此主机</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+135"/>
        <source>URLs</source>
        <translation>网址数</translation>
    </message>
    <message>
        <location line="-134"/>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>most in flight</source>
        <translation>最大并发</translation>
    </message>
    <message>
        <location line="+131"/>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Most in flight</source>
        <translation>最大并发</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HostTimesModel</name>
    <message>
        <location filename="../src/gui/lab/hosttimesmodel.cpp" line="+180"/>
        <source>All hosts</source>
        <translation>所有主机</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>All URLs of a host that were done in both sessions</source>
        <translation>主机上在两个会话中都成功的所有网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slower or faster where chance does not explain it (signed-rank test over the URLs, corrected for the number of hosts) and the change is at least 2%</source>
        <translation>当变化无法用偶然解释（对各网址的符号秩检验，并按主机数校正）且至少为 2% 时，判为变慢或变快</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Median of the response times in the earlier session</source>
        <translation>之前会话中响应时间的中位数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p50 before</source>
        <translation>之前 p50</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Median of the response times in the later session</source>
        <translation>之后会话中响应时间的中位数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>p50 after</source>
        <translation>之后 p50</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Of the medians, with its 95% interval where enough URLs tell it</source>
        <translation>中位数之差，网址足够多时附 95% 区间</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Median over the URLs of how much longer each took</source>
        <translation>各网址耗时变化的中位数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Per URL</source>
        <translation>逐网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>URLs that were done in both sessions</source>
        <translation>在两个会话中都成功的网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>URLs</source>
        <translation>网址数</translation>
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
    <name>crawlscope::gui::LabPage</name>
    <message>
        <location filename="../src/gui/lab/labpage.cpp" line="+23"/>
        <location line="+50"/>
        <source>Experiments</source>
        <translation>实验</translation>
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
    <name>crawlscope::gui::LevelChart</name>
    <message numerus="yes">
        <location filename="../src/gui/charts/levelchart.cpp" line="+106"/>
        <source>%Ln in flight</source>
        <translation>
            <numerusform>并发 %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LevelLatencyChart</name>
    <message>
        <location filename="../src/gui/charts/levellatencychart.cpp" line="+54"/>
        <source>Time per URL</source>
        <translation>每个网址的耗时</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>95% of the URLs within %1 with %2 in flight, within %3 with %4.</source>
        <translation>并发 %2 时 95% 的网址在 %1 内完成，并发 %4 时在 %3 内完成。</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>In flight</source>
        <translation>并发</translation>
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
    <name>crawlscope::gui::LevelShareChart</name>
    <message>
        <location filename="../src/gui/charts/levelsharechart.cpp" line="+27"/>
        <source>Failures and waiting</source>
        <translation>失败与等待</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%</source>
        <comment>unit of an axis</comment>
        <translation>%</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>waiting for the server</source>
        <translation>等待服务器</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>With %1 in flight %2 failed and %3 of the time was waiting; with %4 in flight %5 and %6.</source>
        <translation>并发 %1 时 %2 失败，%3 的时间在等待；并发 %4 时分别为 %5 和 %6。</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>In flight</source>
        <translation>并发</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Waiting for the server</source>
        <translation>等待服务器</translation>
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
    <message>
        <location line="+5"/>
        <source>Read the site&amp;maps of the list&apos;s hosts</source>
        <translation>读取列表中各主机的站点地图(&amp;T)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Further sitemaps, one URL per line</source>
        <translation>其他站点地图，每行一个网址</translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/setup/linksettings.cpp" line="+160"/>
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
    <message numerus="yes">
        <location line="+42"/>
        <source>At most %Ln sitemap(s)</source>
        <translation>
            <numerusform>最多 %Ln 个站点地图</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Line %1 is no http or https URL</source>
        <translation>第 %1 行不是 http 或 https 网址</translation>
    </message>
    <message>
        <location line="+59"/>
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
        <location line="+40"/>
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
        <location line="+2"/>
        <source>Those that robots.txt names, else /sitemap.xml; their URLs are treated as links of the list</source>
        <translation>robots.txt 中列出的站点地图，否则为 /sitemap.xml；其中的网址按列表的链接处理</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Read in any case; URLs of other hosts than those of the list are left out</source>
        <translation>始终读取；不属于列表中主机的网址不予考虑</translation>
    </message>
    <message>
        <location line="+2"/>
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
        <location filename="../src/gui/pages/looppage.cpp" line="+33"/>
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
        <location line="+72"/>
        <location line="+72"/>
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
    <message>
        <location line="+5"/>
        <source>How busy each analysis thread is. When all are and pages queue, more threads help as far as there are cores.</source>
        <translation>每个分析线程的忙碌程度。若全部忙碌且有页面排队，在处理器核心数以内增加线程会有帮助。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 CPU a page, at most %2. How busy each analysis thread is: when all are and pages queue, more threads help as far as there are cores.</source>
        <translation>每页平均占用处理器 %1，最多 %2。每个分析线程的忙碌程度：若全部忙碌且有页面排队，在处理器核心数以内增加线程会有帮助。</translation>
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
        <location filename="../src/gui/mainwindowactions.cpp" line="+216"/>
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
        <location filename="../src/gui/mainwindowactions.cpp" line="-232"/>
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
        <location line="-1"/>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Experiments</source>
        <translation>实验</translation>
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
        <location line="+211"/>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <location line="-209"/>
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
        <location filename="../src/gui/mainwindowlab.cpp" line="+48"/>
        <source>The demo site cannot start: %1</source>
        <translation>无法启动演示站点：%1</translation>
    </message>
    <message>
        <location line="+137"/>
        <location line="+1"/>
        <location filename="../src/gui/mainwindowsessions.cpp" line="+126"/>
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
        <location line="+4"/>
        <source>An experiment is under way and would measure this run, too. Cancel it first.</source>
        <translation>实验正在进行，会把这次运行也测进去。请先取消实验。</translation>
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
        <location line="+12"/>
        <source>“%1” cannot be opened. %2</source>
        <translation>无法打开“%1”。%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+146"/>
        <location line="+19"/>
        <location line="+16"/>
        <location line="+3"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location line="-40"/>
        <source>The session could not be saved as “%1”. %2</source>
        <translation>会话未能另存为“%1”。%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+36"/>
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
    <message>
        <location filename="../src/gui/mainwindow.cpp" line="+158"/>
        <source>Export problems</source>
        <translation>导出问题</translation>
    </message>
    <message>
        <location line="+0"/>
        <location filename="../src/gui/mainwindowcompare.cpp" line="+114"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../src/gui/mainwindowlab.cpp" line="+34"/>
        <source>The setup has these limits now.</source>
        <translation>设置面板已采用这些上限。</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>%1 in flight. The limit per host stays at %2.</source>
        <translation>并发改为 %1。每主机上限仍为 %2。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 in flight.</source>
        <translation>并发改为 %1。</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The sweep could not be kept in a session. %1</source>
        <translation>扫描结果无法保存到会话中。%1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The sweep is kept in the session “%1”.</source>
        <translation>扫描结果已保存在会话“%1”中。</translation>
    </message>
    <message>
        <location filename="../src/gui/mainwindowcompare.cpp" line="+0"/>
        <source>Export all changes</source>
        <translation>导出全部变化</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Export as JUnit XML</source>
        <translation>导出为 JUnit XML</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>JUnit XML (*.xml)</source>
        <translation>JUnit XML (*.xml)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Export as Markdown</source>
        <translation>导出为 Markdown</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::PageFactsModel</name>
    <message>
        <location filename="../src/gui/models/pagefactsmodel.cpp" line="+31"/>
        <source>a tag is too large</source>
        <translation>标签过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a tag has too many attributes</source>
        <translation>标签的属性过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>elements are nested too deep</source>
        <translation>元素嵌套过深</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the body is too large</source>
        <translation>正文过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>it took too long</source>
        <translation>耗时过长</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>too many links</source>
        <translation>链接过多</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the parser failed</source>
        <translation>解析失败</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>%1: %2</source>
        <comment>name of a fact, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Rule %1</source>
        <translation>规则 %1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 (first of %2)</source>
        <translation>%1（共 %2 个，此为第一个）</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Canonical URL</source>
        <translation>规范网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Robots</source>
        <translation>Robots 指令</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Heading 1</source>
        <translation>一级标题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Heading 2</source>
        <translation>二级标题</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>after %Ln second(s)</source>
        <translation>
            <numerusform>%Ln 秒后</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Refresh</source>
        <translation>自动跳转</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1, to %2</source>
        <comment>after so long, URL</comment>
        <translation>%1，跳转到 %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Visible text</source>
        <translation>可见文本</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Links to this origin</source>
        <translation>站内链接</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Links to others</source>
        <translation>站外链接</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, of which %2 without a text</source>
        <translation>%1，其中 %2 个没有替代文本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Loaded without TLS</source>
        <translation>未经 TLS 加载</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Insecure forms</source>
        <translation>不安全的表单</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+3"/>
        <source>Type of the bytes</source>
        <translation>内容的实际类型</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>not the declared one</source>
        <translation>与声明的类型不符</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>%1, not the declared one</source>
        <translation>%1，与声明的类型不符</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not valid from byte %1 on</source>
        <translation>从第 %1 字节起无效</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Content hash (XXH64)</source>
        <translation>内容哈希（XXH64）</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Similarity hash</source>
        <translation>相似度哈希</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not read to its end</source>
        <translation>未读完的原因</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Fact</source>
        <translation>项目</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::PageFactsView</name>
    <message>
        <location filename="../src/gui/pages/pagefactsview.cpp" line="+149"/>
        <source>What pages hold was not kept in this run.</source>
        <translation>本次抓取没有保存网页内容信息。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing is known of what the page holds: no page came, or it was not read. “Read what pages hold” under Page analysis in the setup changes that for the next run.</source>
        <translation>没有该网页的内容信息：没有收到网页，或者没有读取。在设置面板的“网页分析”中勾选“读取网页内容信息”，下次抓取即可获得。</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the page holds</source>
        <translation>网页内容信息</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::PageSettings</name>
    <message>
        <location filename="../src/gui/setup/pagesettings.cpp" line="+165"/>
        <source>Fixed while a run goes on.</source>
        <translation>抓取进行时不可更改。</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1
Name in profiles: %2</source>
        <translation>%1
配置文件中的名称：%2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Read what pages &amp;hold</source>
        <translation>读取网页内容信息(&amp;H)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>SHA-&amp;256 of each body</source>
        <translation>计算正文的 SHA-256(&amp;2)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Rules: each makes a column of the results</source>
        <translation>提取规则，每条在结果中成为一列(&amp;R)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Extraction rules</source>
        <translation>提取规则</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Add rule</source>
        <translation>添加规则(&amp;A)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Headings, words, links, hashes and more of each body, for the details and the table of pages. It is read as well where a hash or a rule wants it, or links are followed</source>
        <translation>每个正文的标题、词数、链接、哈希等，用于详情和网页表。需要哈希或规则，或者跟踪链接时也会读取</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>For the details and the table of pages</source>
        <translation>用于详情和网页表</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What is found in each body. Double-click a field to change it</source>
        <translation>在每个正文中提取的内容。双击单元格即可修改</translation>
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
    <name>crawlscope::gui::ProblemRowsModel</name>
    <message numerus="yes">
        <location filename="../src/gui/models/problemrowsmodel.cpp" line="+91"/>
        <source>%Ln page(s): %1</source>
        <comment>pages alike, what they share</comment>
        <translation>
            <numerusform>%Ln 个网页：%1</numerusform>
        </translation>
    </message>
    <message>
        <location line="+16"/>
        <source>A URL outside of this run</source>
        <translation>不属于本次抓取的网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <comment>status, URL</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Status</source>
        <translation>状态码</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Link to</source>
        <translation>链接到</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Canonical URL</source>
        <translation>规范网址</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Redirects</source>
        <translation>重定向</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>After</source>
        <translation>等待时间</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Characters</source>
        <translation>字符数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What it is</source>
        <translation>实际类型</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In common with</source>
        <translation>共同之处</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>URL</source>
        <translation>网址</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ProblemsModel</name>
    <message>
        <location filename="../src/gui/models/problemsmodel.cpp" line="+86"/>
        <source>%1: %2</source>
        <comment>severity, meaning</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: %2</source>
        <comment>severity, name of a problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ProblemsPage</name>
    <message>
        <location filename="../src/gui/pages/problemspage.cpp" line="+258"/>
        <source>The first %1 of %2</source>
        <translation>前 %1 个，共 %2 个</translation>
    </message>
    <message numerus="yes">
        <location line="+27"/>
        <source>More than %Ln row(s) cannot be copied. Use Export instead.</source>
        <translation>
            <numerusform>无法复制超过 %Ln 行。请改用导出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>已复制 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Slow: over </source>
        <comment>before a number of seconds</comment>
        <translation>缓慢：超过 </translation>
    </message>
    <message>
        <location line="+1"/>
        <source> s</source>
        <comment>seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Pages that take longer are slow</source>
        <translation>耗时更长的网页视为缓慢</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Large: over </source>
        <comment>before a number of megabytes</comment>
        <translation>过大：超过 </translation>
    </message>
    <message>
        <location line="+1"/>
        <source> MB</source>
        <comment>megabytes</comment>
        <translation> MB</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Answers that are larger are large</source>
        <translation>更大的应答视为过大</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look through all results of the run once more</source>
        <translation>再次检查本次抓取的全部结果</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write all problems to a CSV file</source>
        <translation>将全部问题写入 CSV 文件</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show in Results</source>
        <translation>在结果中显示</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enter URLs</source>
        <translation>输入网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Looking… %1 rows, pages and links so far</source>
        <translation>正在检查…… 已查看 %1 个结果、网页和链接</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1, %2, %3 at %4</source>
        <comment>errors, warnings, notices, URLs</comment>
        <translation>%4中有 %1、%2、%3</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln 个注意</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln 个网址</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Findings of pages and links are missing. %1</source>
        <translation>缺少网页和链接方面的问题。%1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The pages of this run were not read, so only answers, times, sizes and titles were looked at. Page analysis in the setup, or following links, changes that for the next run.</source>
        <translation>本次抓取没有读取网页内容，因此只检查了应答、耗时、大小和标题。在设置中打开“网页分析”，或跟随链接，下次抓取即可。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>What is wrong with the pages of a run is listed here: broken links, missing titles, slow pages and more.</source>
        <translation>这里列出抓取的网页有哪些问题：失效链接、缺少标题、网页缓慢等。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Looking…</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No page has come in yet.</source>
        <translation>尚未收到网页。</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>No problems found on %Ln page(s).</source>
        <translation>
            <numerusform>在 %Ln 个网页上没有发现问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>No problems found at %Ln URL(s).</source>
        <translation>
            <numerusform>在 %Ln 个网址上没有发现问题。</numerusform>
        </translation>
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
        <location filename="../src/gui/models/resultsmodel.cpp" line="+337"/>
        <location line="+20"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+73"/>
        <source>Found on the page by the rule %1; several matches one a line</source>
        <translation>规则 %1 在网页上找到的内容；多个匹配时每行一个</translation>
    </message>
    <message>
        <location line="+7"/>
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
        <location filename="../src/gui/pages/resultspage.cpp" line="+189"/>
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
        <location line="+106"/>
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
        <location filename="../src/gui/pages/resultspage.cpp" line="+108"/>
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
    <name>crawlscope::gui::RulesModel</name>
    <message>
        <location filename="../src/gui/setup/rulesmodel.cpp" line="+42"/>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>XPath</source>
        <translation>XPath</translation>
    </message>
    <message>
        <location line="+72"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>first</source>
        <translation>第一个</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>%1: %2</source>
        <comment>column: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>Of the column in the results and the exports: letters, digits and _</source>
        <translation>结果和导出中的列名：字母、数字和 _</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Source and Text are regular expressions, in what was received and in the visible text; XPath 1.0 is for HTML</source>
        <translation>“源代码”和“文本”是正则表达式，分别在收到的内容和可见文本中查找；XPath 1.0 用于 HTML</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What is looked for; of a regular expression the first group is taken, else all of it</source>
        <translation>要查找的内容；正则表达式取第一个分组，没有分组则取整个匹配</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Every match, one a line, rather than the first</source>
        <translation>取全部匹配，每行一个，而不只是第一个</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>the expression is empty</source>
        <translation>表达式为空</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the expression has more than %1 bytes</source>
        <translation>表达式超过 %1 字节</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>the expression has characters that cannot be used</source>
        <translation>表达式含有不能使用的字符</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>character %1: %2</source>
        <translation>第 %1 个字符：%2</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>At most %Ln rule(s)</source>
        <translation>
            <numerusform>最多 %Ln 条规则</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>a name has letters (a to z), digits and _, no digit first, 32 at most</source>
        <translation>名称只能有字母（a 到 z）、数字和 _，不以数字开头，最多 32 个字符</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>there is another rule of this name</source>
        <translation>已有同名的规则</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>exports have a field of this name already</source>
        <translation>导出中已有同名的字段</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rule %1, %2: %3</source>
        <comment>number, name, what is wrong</comment>
        <translation>规则 %1（%2）：%3</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ScalingChart</name>
    <message>
        <location filename="../src/gui/charts/scalingchart.cpp" line="+61"/>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>URLs/s</source>
        <translation>网址/秒</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>a run</source>
        <translation>单次运行</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+112"/>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <location line="-112"/>
        <source>at most %1</source>
        <translation>最高 %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>fitted law, 95%</source>
        <translation>拟合曲线，95%</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 with %2 in flight, at most %3 with %4.</source>
        <translation>并发 %2 时 %1，最高为并发 %4 时的 %3。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 The knee is at %2.</source>
        <comment>a sentence before</comment>
        <translation>%1拐点在 %2。</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>knee: %1</source>
        <translation>拐点：%1</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>requests in flight</source>
        <translation>并发请求数</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>slowest run</source>
        <translation>最慢的运行</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>fastest run</source>
        <translation>最快的运行</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>fitted law</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>really in flight</source>
        <translation>实际并发</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>cut short</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>In flight</source>
        <translation>并发</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Mean (URLs/s)</source>
        <translation>平均（网址/秒）</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Slowest run</source>
        <translation>最慢的运行</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Fastest run</source>
        <translation>最快的运行</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Fitted law</source>
        <translation>拟合曲线</translation>
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
    <name>crawlscope::gui::SessionChoices</name>
    <message>
        <location filename="../src/gui/lab/sessionchoices.cpp" line="+123"/>
        <source>Other file…</source>
        <translation>其他文件…</translation>
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
        <source>Page analysis</source>
        <translation>网页分析</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What is read out of pages: facts, hashes, rules of your own</source>
        <translation>从网页中读取什么：内容信息、哈希、自定义规则</translation>
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
        <location filename="../src/gui/setup/setuppanel.cpp" line="+315"/>
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
    <name>crawlscope::gui::SideBySideChart</name>
    <message>
        <location filename="../src/gui/lab/sidebysidechart.cpp" line="+99"/>
        <source>Side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>One after another</source>
        <translation>逐个请求</translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%Ln at a time</source>
        <translation>
            <numerusform>同时 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <location line="+6"/>
        <source>robots.txt forbids all of them</source>
        <translation>robots.txt 禁止抓取全部网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not begun yet</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of %2 URLs</source>
        <translation>%1/%2 个网址</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 URLs/s</source>
        <translation>%1 网址/秒</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of the time was waiting</source>
        <translation>%1 的时间在等待</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>most in flight: %1</source>
        <translation>最大并发：%1</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln not requested</source>
        <translation>
            <numerusform>%Ln 个未请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>%Ln at a time took %1, one after another %2: not faster, though one request waits for %3 of its time.</source>
        <translation>
            <numerusform>同时 %Ln 个用时 %1，逐个请求用时 %2：并未更快，尽管单个请求有 %3 的时间在等待。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%Ln at a time took %1 instead of %2: %3 times as fast, for %4 of the time one request only waits.</source>
        <translation>
            <numerusform>同时 %Ln 个只用 %1，而不是 %2：速度是 %3 倍，因为单个请求有 %4 的时间只是在等待。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>No more than %Ln were in flight at once.</source>
        <translation>
            <numerusform>实际并发最多只有 %Ln。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1: %2.</source>
        <comment>run, figures</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>in flight: %1</source>
        <translation>进行中：%1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1, %2: starts at %3, %4, %5.</source>
        <comment>run, URL, start, phases, state</comment>
        <translation>%1，%2：开始于 %3，%4，%5。</translation>
    </message>
    <message>
        <location line="+134"/>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>redirects</source>
        <translation>重定向</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>so far</source>
        <translation>目前</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <location line="+77"/>
        <source>URL</source>
        <translation>网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>At a time</source>
        <translation>同时</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <location filename="../src/gui/lab/sidebysidepaint.cpp" line="+132"/>
        <source>in flight</source>
        <translation>进行中</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>done</source>
        <translation>已结束</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>analysis busy</source>
        <translation>分析线程忙碌</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>queued for it</source>
        <translation>排队等待分析</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SideBySideView</name>
    <message>
        <location filename="../src/gui/lab/sidebysideview.cpp" line="+128"/>
        <source>Side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <location line="+93"/>
        <source>The list is still being read; it begins right afterwards.</source>
        <translation>列表仍在读取，读完后立即开始。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The list has no URL to request. Enter some on the left, or try the demo site.</source>
        <translation>列表中没有可请求的网址。请在左侧输入，或试用演示站点。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Run %1 of 2, %2: %3 of %4 URLs</source>
        <comment>number, how, URLs that ended, URLs</comment>
        <translation>第 %1 轮（共 2 轮），%2：%3/%4 个网址</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Cancelled; what had ended is shown.</source>
        <translation>已取消；显示已结束的部分。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>A run is under way. It would be measured, too: wait for its end, or stop it.</source>
        <translation>抓取正在进行，会影响测量：请等待其结束，或先停止。</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+27"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location line="-27"/>
        <location line="+27"/>
        <source>Run both</source>
        <translation>运行两轮</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>&amp;URLs</source>
        <translation>网址(&amp;U)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URLs of the sample, drawn from the list at random; always the same ones of a list</source>
        <translation>样本的网址数，从列表中随机抽取；同一列表每次抽到的相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URLs of the sample</source>
        <translation>样本的网址数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;At a time</source>
        <translation>同时(&amp;A)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Requests in flight in the second run; at first as many as the setup allows</source>
        <translation>第二轮的并发请求数；起初与设置面板相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Requests in flight in the second run</source>
        <translation>第二轮的并发请求数</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Requests the sample twice: one URL after another, then several at a time</source>
        <translation>把样本请求两遍：先逐个请求，再同时请求多个</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try it on the demo site</source>
        <translation>在演示站点上试试</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Needs no network: the site runs inside this program</source>
        <translation>不需要网络：站点在本程序内运行</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Requests the same URLs one after another, then several at a time, and draws both on one time axis.</source>
        <translation>先逐个、再同时请求相同的网址，并画在同一条时间轴上。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Retries, breakers, adaptive limits and following of links are off. A limit per host other than the usual %1 is kept; else a run allows as many per host as in all. What servers and networks keep from the first run may help the second.</source>
        <translation>重试、熔断、自适应上限和跟踪链接均已关闭。每主机上限若不是通常的 %1 则保留，否则每主机与总并发相同。服务器和网络在第一轮后的缓存可能使第二轮更快。</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SimulateView</name>
    <message>
        <location filename="../src/gui/lab/simulateview.cpp" line="+74"/>
        <source>Hosts written to “%1”.</source>
        <translation>主机已写入“%1”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>“%1” could not be written. Choose a folder you may write to.</source>
        <translation>无法写入“%1”。请选择有写入权限的文件夹。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Simulate</source>
        <translation>模拟</translation>
    </message>
    <message>
        <location line="+98"/>
        <source>Replay a session</source>
        <translation>重放会话</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Crawlscope sessions (*%1);;All files (*)</source>
        <translation>Crawlscope 会话 (*%1);;所有文件 (*)</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Export hosts</source>
        <translation>导出主机</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location line="+11"/>
        <location line="+60"/>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <location line="-59"/>
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
        <source>Per host/s</source>
        <translation>每主机/秒</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>New requests per second to any one host; 0 means no limit</source>
        <translation>对任一主机每秒新开始的请求数；0 表示不限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Time between requests</source>
        <translation>请求间隔(&amp;T)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Least time between the starts of two requests to any one host</source>
        <translation>对任一主机的两个请求开始时间的最小间隔</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Least time between two requests to a host</source>
        <translation>对同一主机的两个请求之间的最小间隔</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location line="+1"/>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a session file…</source>
        <translation>选择会话文件…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Replays a session without opening it in the window</source>
        <translation>重放一个会话，而不在窗口中打开它</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Session of the window</source>
        <translation>窗口中的会话</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Replays the session that the other pages show</source>
        <translation>重放其他页面显示的会话</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As in the session</source>
        <translation>与会话相同</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sets the limits that the session ran with</source>
        <translation>恢复该会话运行时的上限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Use these limits</source>
        <translation>采用这些上限</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Makes them the limits of the setup, for the next run</source>
        <translation>写入设置面板，用于下一次抓取</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export hosts…</source>
        <translation>导出主机…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Writes all hosts of the prediction to a CSV file</source>
        <translation>把预测中的所有主机写入 CSV 文件</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>“%1” cannot be read. %2</source>
        <translation>无法读取“%1”。%2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A run is under way. It can be replayed with other limits when it has ended.</source>
        <translation>抓取正在进行。结束后可以用其他上限重放。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reading the session…</source>
        <translation>正在读取会话…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tells how long a session would have taken with other limits. Run a list, or open a session.</source>
        <translation>告诉您一个会话换用其他上限会用多长时间。请运行一个列表，或打开一个会话。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Session without a file</source>
        <translation>没有文件的会话</translation>
    </message>
    <message>
        <location line="+19"/>
        <location line="+6"/>
        <location line="+1"/>
        <location line="+2"/>
        <source>The session ran with %1</source>
        <translation>会话运行时为 %1</translation>
    </message>
    <message numerus="yes">
        <location line="-6"/>
        <source>Never reached: %Ln in flight over all hosts</source>
        <translation>
            <numerusform>不会达到：所有主机合计并发 %Ln</numerusform>
        </translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Replaying: %1</source>
        <translation>正在重放：%1</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Replaying the session…</source>
        <translation>正在重放会话…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It would take more than a century.</source>
        <translation>需要一个世纪以上。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It would take %1.</source>
        <translation>需要 %1。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It would take %1, about as long as the session: %2.</source>
        <translation>需要 %1，与会话的 %2 大致相同。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It would take %1 instead of %2: %3 times as fast.</source>
        <translation>需要 %1，而不是 %2：速度是 %3 倍。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It would take %1 instead of %2: %3 times as long.</source>
        <translation>需要 %1，而不是 %2：时间是 %3 倍。</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%1 URLs of %Ln host(s), at most %2 in flight.</source>
        <translation>
            <numerusform>%Ln 个主机的 %1 个网址，并发最多 %2。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 ends last: alone for %2 of %3.</source>
        <comment>host, duration, duration of the run</comment>
        <translation>%1 最后结束：%3 中有 %2 只剩它一个。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 ends last, together with others.</source>
        <translation>%1 与其他主机一同最后结束。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>With %1 per host instead of %2 it would take %3.</source>
        <comment>number, number, duration</comment>
        <translation>若每主机 %1 而不是 %2，则需要 %3。</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Servers are taken to answer as fast as they did, however many ask. Not replayed: robots.txt and its delays, waits that servers asked for, breakers, limits found by itself, retries, redirects as requests of their own.</source>
        <translation>假定无论并发多少，服务器的响应都和当时一样快。不重放：robots.txt 及其延迟、服务器要求的等待、熔断、自动找到的上限、重试，以及作为独立请求的重定向。</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Limits of single hosts are those of the session.</source>
        <translation>单个主机的上限取自该会话。</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) have no time of their own: that of their host, or of all, is taken.</source>
        <translation>
            <numerusform>%Ln 个网址没有自己的用时：采用其主机或全部网址的用时。</numerusform>
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
    <name>crawlscope::gui::SweepLevelsModel</name>
    <message>
        <location filename="../src/gui/lab/sweeplevelsmodel.cpp" line="+86"/>
        <source>cut short</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not filled</source>
        <translation>未达到</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>More failed, or it was slower, than you allow: the runs were ended, and do not count.</source>
        <translation>失败或耗时超出了您允许的范围：这些运行已提前结束，不计入结果。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only %1 were in flight: the sample is small, or a limit per host holds.</source>
        <translation>实际并发只有 %1：样本太小，或受每主机上限限制。</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Level</source>
        <translation>并发</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Runs</source>
        <translation>次数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Low</source>
        <translation>最低</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>High</source>
        <translation>最高</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Allowed in flight</source>
        <translation>允许的并发数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Runs that count</source>
        <translation>计入结果的运行次数</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>URLs a second, geometric mean of the runs</source>
        <translation>每秒网址数，各次运行的几何平均</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rate of the slowest run</source>
        <translation>最慢一次运行的速率</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rate of the fastest run</source>
        <translation>最快一次运行的速率</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Half of the URLs were done in this time</source>
        <translation>一半的网址在此时间内完成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>95% of the URLs were done in this time</source>
        <translation>95% 的网址在此时间内完成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>99% of the URLs were done in this time</source>
        <translation>99% 的网址在此时间内完成</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Share of the URLs that failed</source>
        <translation>失败网址的比例</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How much of the time was waiting for the server</source>
        <translation>等待服务器的时间所占的比例</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SweepSettings</name>
    <message>
        <location filename="../src/gui/lab/sweepsettings.cpp" line="+199"/>
        <source>Up to %1 numbers from 1 to %2, as in 1, 2, 5, 10.</source>
        <translation>最多 %1 个从 1 到 %2 的数，例如 1, 2, 5, 10。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The warm-up leaves nothing of the sample: make it smaller.</source>
        <translation>预热用掉了整个样本：请减小预热数。</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Few URLs for %1 in flight: %2 or more would say what that level can do.</source>
        <translation>对并发 %1 来说网址太少：%2 个以上才能看出该级别的能力。</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The first</source>
        <translation>最前面的</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location line="+1"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location line="+1"/>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Levels</source>
        <translation>并发级别</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Limits on requests in flight to try, e.g. 1, 2, 5, 10. The limit per host is the level, unless you set one.</source>
        <translation>要试的并发请求上限，例如 1, 2, 5, 10。每主机上限与级别相同，除非您另行设置。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Runs of each level, in mixed order; what they differ by gives the intervals</source>
        <translation>每个级别的运行次数，顺序打乱；它们之间的差异决定置信区间</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Which URLs</source>
        <translation>取哪些网址</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The same URLs of the list are fetched in every run</source>
        <translation>每次运行都抓取列表中同样的网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>URLs of each run, warm-up included</source>
        <translation>每次运行的网址数，包括预热</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The same seed picks the same URLs and the same order of levels</source>
        <translation>相同的种子选出相同的网址和相同的级别顺序</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The first URLs that end in a run are not counted</source>
        <translation>每次运行中最先结束的网址不计入结果</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stop at failures</source>
        <translation>失败过多则停</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A level where more of the URLs fail is cut short, and higher ones are left out. 100%: never</source>
        <translation>失败网址超过此比例的级别提前结束，更高的级别略过。100%：从不</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stop at p95</source>
        <translation>p95 过长则停</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A level where 95% of the URLs take longer than this is cut short, and higher ones are left out</source>
        <translation>p95 耗时超过此值的级别提前结束，更高的级别略过</translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SweepView</name>
    <message>
        <location filename="../src/gui/lab/sweepview.cpp" line="+46"/>
        <source>Sweep</source>
        <translation>并发扫描</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>A run is under way and would be measured, too. Wait for its end, or stop it.</source>
        <translation>有运行正在进行，也会被测进去。请等它结束，或将其停止。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The list is still being read.</source>
        <translation>列表仍在读取中。</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>There are no URLs yet: paste some on the left, or try the demo site.</source>
        <translation>还没有网址：请在左侧粘贴，或试用演示站点。</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The list has no more URLs than the warm-up takes: %1.</source>
        <translation>列表中的网址不多于预热所需：%1 个。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A run takes at most %1 URLs: choose a sample.</source>
        <translation>每次运行最多 %1 个网址：请选取样本。</translation>
    </message>
    <message>
        <location line="+166"/>
        <source>Working out where more stops paying…</source>
        <translation>正在计算并发再高何时不再划算…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Measuring. Where more stops paying is told at the end.</source>
        <translation>正在测量。结束时会告知并发再高何时不再划算。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This sweep cannot be read.</source>
        <translation>无法读取此次扫描。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cancelled before anything could be told.</source>
        <translation>尚无结论即被取消。</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Use %1 in flight</source>
        <translation>使用并发 %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Picking the sample…</source>
        <translation>正在选取样本…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fitting the curves…</source>
        <translation>正在拟合曲线…</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Start sweep</source>
        <translation>开始扫描</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../src/gui/lab/sweepviewfiles.cpp" line="+129"/>
        <source>Export the sweep</source>
        <translation>导出扫描结果</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Exported to “%1”.</source>
        <translation>已导出到“%1”。</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>“%1” cannot be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
    <message>
        <location filename="../src/gui/lab/sweepviewwidgets.cpp" line="+272"/>
        <source>Fetches the same URLs with several limits on requests in flight, and shows what each bought and where more stops paying. Servers feel it: use it on those that are yours.</source>
        <translation>用几种并发上限抓取同样的网址，显示每种上限带来的收益，以及并发再高何时不再划算。服务器会感到压力：请只用于您自己的服务器。</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Try it on the demo site</source>
        <translation>在演示站点上试一试</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Progress of the sweep</source>
        <translation>扫描进度</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Earlier sweeps of this session</source>
        <translation>此会话中以前的扫描</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sets the limit on requests in flight, at once for a run that goes on</source>
        <translation>设置并发请求上限，对正在进行的运行立即生效</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All figures as JSON…</source>
        <translation>全部数据（JSON）…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Runs as CSV…</source>
        <translation>各次运行（CSV）…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Levels of the sweep</source>
        <translation>扫描的各级别</translation>
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
    <name>crawlscope::gui::TimesCompareChart</name>
    <message>
        <location filename="../src/gui/charts/timescomparechart.cpp" line="+93"/>
        <source>Response times</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Response times of %1</source>
        <comment>a host</comment>
        <translation>%1 的响应时间</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>URLs</source>
        <translation>网址数</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>before, p50</source>
        <translation>之前，p50</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>after, p50</source>
        <translation>之后，p50</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>All URLs</source>
        <translation>所有网址</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: half within %2 before and within %3 after, 95% within %4 and %5.</source>
        <translation>%1：之前一半在 %2 以内，之后一半在 %3 以内；95% 分别在 %4 和 %5 以内。</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>p50 before</source>
        <translation>之前 p50</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>p50 after</source>
        <translation>之后 p50</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <location line="+6"/>
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
        <source>URLs before</source>
        <translation>之前的网址数</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>URLs after</source>
        <translation>之后的网址数</translation>
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
<context>
    <name>crawlscope::gui::WorkersChart</name>
    <message>
        <location filename="../src/gui/charts/workerschart.cpp" line="+40"/>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>%n thread(s), busy %1 on average.</source>
        <translation>
            <numerusform>%n 个线程，平均忙碌 %1。</numerusform>
        </translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Thread %1</source>
        <translation>线程 %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>CPU time</source>
        <translation>处理器时间</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Busy, last 5 s</source>
        <translation>最近 5 秒忙碌</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>CPU time of the run</source>
        <translation>本次运行的处理器时间</translation>
    </message>
</context>
</TS>
